import type { MailCatalogue } from './catalogue.js';

export const arabic: MailCatalogue = {
  direction: 'rtl',
  words: {
    assigned: {
      subject: '{reference} أصبحت من مسؤوليتك: {title}',
      discreet: 'أُسند إليك عمل في {workspace}',
      lead: 'أسند إليك {actor} مسؤولية {reference}: {title}',
    },
    team_assigned: {
      subject: '{reference} بانتظار فريقك: {title}',
      discreet: 'أُسند عمل إلى فريقك في {workspace}',
      lead: 'أسند {actor} {reference} إلى فريقك، ومن يتولاها يصبح مسؤولاً عنها: {title}',
    },
    decision_needed: {
      subject: 'قرارك مطلوب بشأن {reference}: {title}',
      discreet: 'قرارك مطلوب في {workspace}',
      lead: 'ما قُدّم بشأن {reference} ينتظر قرارك: {title}',
    },
    changes_requested: {
      subject: 'طُلبت تعديلات على {reference}: {title}',
      discreet: 'طُلبت تعديلات على ما قدّمته في {workspace}',
      lead: 'يطلب {actor} تعديل ما قدّمته بشأن {reference}: {title}',
    },
    returned: {
      subject: 'أُعيدت {reference} إلى مرحلة سابقة: {title}',
      discreet: 'أُعيد ما قدّمته في {workspace} إلى مرحلة سابقة',
      lead: 'أعاد {actor} ما قدّمته بشأن {reference} إلى مرحلة سابقة: {title}',
    },
    approved: {
      subject: 'تمت الموافقة على {reference}: {title}',
      discreet: 'تمت الموافقة على ما قدّمته في {workspace}',
      lead: 'منح {actor} الموافقة الأخيرة على ما قدّمته بشأن {reference}: {title}',
    },
    rejected: {
      subject: 'رُفضت {reference}: {title}',
      discreet: 'رُفض ما قدّمته في {workspace}',
      lead: 'رفض {actor} ما قدّمته بشأن {reference}: {title}',
    },
    cancelled: {
      subject: 'أُلغيت مراجعة {reference}: {title}',
      discreet: 'أُلغيت مراجعة في {workspace}',
      lead: 'ألغى {actor} مراجعة ما قدّمته بشأن {reference}: {title}',
    },
    short_of_people: {
      subject: 'عدد من يحق لهم القرار بشأن {reference} لا يكفي: {title}',
      discreet: 'عدد من يحق لهم القرار لا يكفي في {workspace}',
      lead: 'قدّم {actor} طلباً بشأن {reference}، لكن إحدى مراحل مراجعته ينقصها من يحق لهم القرار: {title}',
    },
    blocked: {
      subject: 'مراجعة {reference} متعثرة: {title}',
      discreet: 'مراجعة متعثرة في {workspace}',
      lead: 'لا أحد يستطيع حالياً الموافقة على المرحلة المفتوحة من مراجعة {reference}: {title}',
    },
    delegation: {
      subject: 'تفويض في {workspace} يخصك',
      discreet: 'تفويض في {workspace} يخصك',
      lead: 'أنشأ {actor} تفويضاً يخصك في {workspace} أو عدّله أو أنهاه. تجد في حسابك من يقرر نيابةً عن من وحتى متى.',
    },
    expired: {
      subject: 'لم يُتخذ قرار بشأن {reference} في الوقت المحدد: {title}',
      discreet: 'انتهت مهلة ما قدّمته في {workspace}',
      lead: 'انتهت مهلة القرار بشأن ما قُدّم عن {reference}، وانتهت مراجعته من دون قرار: {title}',
    },
    reminder: {
      subject: 'ما زال قرارك مطلوباً بشأن {reference}: {title}',
      discreet: 'ما زال قرارك مطلوباً في {workspace}',
      lead: 'ما قُدّم بشأن {reference} ما زال ينتظر قرارك: {title}',
    },
    escalated: {
      subject: 'لا قرار بعد بشأن {reference}: {title}',
      discreet: 'قرار يطول انتظاره في {workspace}',
      lead: 'ما قُدّم بشأن {reference} ينتظر القرار منذ مدة، وهذا لعلمك: {title}',
    },
    overdue: {
      subject: 'تأخر القرار بشأن {reference}: {title}',
      discreet: 'قرار متأخر في {workspace}',
      lead: 'انتهت مهلة القرار بشأن ما قُدّم عن {reference}، وما زال ينتظر: {title}',
    },
    news: {
      subject: 'جديد بشأن {reference}: {title}',
      discreet: 'هناك جديد في {workspace}',
      lead: 'غيّر {actor} {reference}: {title}',
    },
  },
  because: {
    decision_needed: 'وصلتك هذه الرسالة لأن قرارك مطلوب.',
    acting_for: 'وصلتك هذه الرسالة لأنك تنوب عن {principal}.',
    delegation: 'وصلتك هذه الرسالة لأن التفويض يذكرك.',
    escalation: 'وصلتك هذه الرسالة لأن سير العمل يُعلمك حين يطول انتظار القرار.',
    your_submission: 'وصلتك هذه الرسالة لأنك كتبت ما قُدّم.',
    assigned: 'وصلتك هذه الرسالة لأنك المسؤول عن هذا العمل.',
    team_assigned: 'وصلتك هذه الرسالة لأنك عضو في الفريق.',
    owner: 'وصلتك هذه الرسالة لأنك صاحب هذا العمل.',
    contributor: 'وصلتك هذه الرسالة لأنك تساهم في هذا العمل.',
    manager: 'وصلتك هذه الرسالة لأنك تدير مساحة العمل.',
    member: 'وصلتك هذه الرسالة لأنك عضو في مساحة العمل.',
  },
  open: 'افتح في Uptake',
  uptake: 'Uptake',
};
