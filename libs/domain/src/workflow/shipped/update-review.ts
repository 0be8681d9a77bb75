import type { ApprovalStage, WorkflowDefinition } from '@uptake/contracts';

type Shared = Omit<ApprovalStage, 'key' | 'name' | 'order' | 'eligibility' | 'separateFrom' | 'rates'>;

/** What both stages of the review share: one decides for all, with a reason for every no, never an author. */
const oneDecides = (): Shared => ({
  kind: 'approval',
  quorum: { kind: 'any' },
  veto: true,
  excludes: ['submitter', 'editors'],
  verdicts: ['approve', 'request_changes', 'reject', 'abstain'],
  reasonRequiredFor: ['request_changes', 'reject'],
  watchedFields: null,
  onReject: { kind: 'end' },
  requestChanges: { returnTo: 'revise' },
});

/** The template every workspace begins with: any reviewer checks the update, then a manager who has had no part in it. */
export function updateReview(): WorkflowDefinition {
  return {
    format: 1,
    key: 'update-review',
    name: { en: 'Update review', ar: 'مراجعة التحديث' },
    subjects: ['update'],
    stages: [
      { kind: 'work', key: 'revise', order: 1, name: { en: 'Write the update', ar: 'إعداد التحديث' } },
      {
        ...oneDecides(),
        key: 'review',
        order: 2,
        name: { en: 'Review', ar: 'المراجعة' },
        eligibility: [{ role: 'reviewer' }],
        separateFrom: [],
        rates: false,
      },
      {
        ...oneDecides(),
        key: 'sign-off',
        order: 3,
        name: { en: 'Manager sign-off', ar: 'اعتماد المدير' },
        eligibility: [{ role: 'manager' }],
        separateFrom: ['review'],
        rates: true,
      },
      { kind: 'end', key: 'approved', order: 4, name: { en: 'On the record', ar: 'في السجل الرسمي' } },
    ],
  };
}
