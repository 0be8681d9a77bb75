import type { MailCatalogue } from './catalogue.js';

export const english: MailCatalogue = {
  direction: 'ltr',
  words: {
    assigned: {
      subject: '{reference} is yours: {title}',
      discreet: 'Something was assigned to you in {workspace}',
      lead: '{actor} made you responsible for {reference}: {title}',
    },
    team_assigned: {
      subject: '{reference} is waiting for your team: {title}',
      discreet: 'Something was assigned to your team in {workspace}',
      lead: '{actor} assigned {reference} to your team. Whoever claims it becomes responsible: {title}',
    },
    decision_needed: {
      subject: 'Your decision on {reference}: {title}',
      discreet: 'Your decision is needed in {workspace}',
      lead: 'A submission on {reference} waits for your decision: {title}',
    },
    changes_requested: {
      subject: 'Changes requested on {reference}: {title}',
      discreet: 'Changes were requested on your submission in {workspace}',
      lead: '{actor} asks for changes to your submission on {reference}: {title}',
    },
    returned: {
      subject: '{reference} went back a stage: {title}',
      discreet: 'Your submission in {workspace} went back a stage',
      lead: '{actor} sent your submission on {reference} back to an earlier stage: {title}',
    },
    approved: {
      subject: '{reference} is approved: {title}',
      discreet: 'Your submission in {workspace} is approved',
      lead: '{actor} gave the last approval of your submission on {reference}: {title}',
    },
    rejected: {
      subject: '{reference} is rejected: {title}',
      discreet: 'Your submission in {workspace} is rejected',
      lead: '{actor} rejected your submission on {reference}: {title}',
    },
    cancelled: {
      subject: 'The review of {reference} is cancelled: {title}',
      discreet: 'A review in {workspace} is cancelled',
      lead: '{actor} cancelled the review of your submission on {reference}: {title}',
    },
    short_of_people: {
      subject: 'Too few people can decide on {reference}: {title}',
      discreet: 'Too few people can decide on a submission in {workspace}',
      lead: '{actor} handed in a submission on {reference}, but a stage of its review has too few people who may decide: {title}',
    },
    blocked: {
      subject: 'The review of {reference} is stuck: {title}',
      discreet: 'A review is stuck in {workspace}',
      lead: 'As it stands, nobody can approve the open stage of the review of {reference}: {title}',
    },
    delegation: {
      subject: 'A delegation in {workspace} names you',
      discreet: 'A delegation in {workspace} names you',
      lead: '{actor} made, changed or ended a delegation in {workspace} that names you. Under your account you see who decides for whom, and until when.',
    },
    expired: {
      subject: 'Nobody decided on {reference} in time: {title}',
      discreet: 'Your submission in {workspace} ran out of time',
      lead: 'The time to decide on the submission on {reference} is up, and its review has ended without a decision: {title}',
    },
    reminder: {
      subject: 'Still waiting for your decision on {reference}: {title}',
      discreet: 'Your decision is still awaited in {workspace}',
      lead: 'A submission on {reference} still waits for your decision: {title}',
    },
    escalated: {
      subject: 'No decision on {reference} yet: {title}',
      discreet: 'A decision is long awaited in {workspace}',
      lead: 'A submission on {reference} has waited for a decision for a while, which you are to know: {title}',
    },
    overdue: {
      subject: 'The decision on {reference} is overdue: {title}',
      discreet: 'A decision is overdue in {workspace}',
      lead: 'The time to decide on the submission on {reference} is up, and it still waits: {title}',
    },
    news: {
      subject: 'News on {reference}: {title}',
      discreet: 'There is news in {workspace}',
      lead: '{actor} changed {reference}: {title}',
    },
  },
  because: {
    decision_needed: 'You get this mail because you are asked to decide.',
    acting_for: 'You get this mail because you act for {principal}.',
    delegation: 'You get this mail because the delegation names you.',
    escalation: 'You get this mail because the workflow lets you know when a decision takes long.',
    your_submission: 'You get this mail because you wrote the submission.',
    assigned: 'You get this mail because you are responsible for this item.',
    team_assigned: 'You get this mail because you are in the team.',
    owner: 'You get this mail because you own this item.',
    contributor: 'You get this mail because you contribute to this item.',
    manager: 'You get this mail because you manage this workspace.',
    member: 'You get this mail because you are a member of this workspace.',
  },
  open: 'Open in Uptake',
  uptake: 'Uptake',
};
