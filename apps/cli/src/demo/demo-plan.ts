import type { Outcome, Rating, RecommendationKind, ResponseVerdict } from '@uptake/contracts';
import type { DemoName } from './demo-people.js';

export interface PlannedTask {
  title: string;
  assignee: DemoName;
  /** Days from the end of the story; negative ones are overdue. */
  due: number;
  checklist?: string[];
  /** How far it has come by the end of the story. */
  reaches: 'todo' | 'in_progress' | 'in_review' | 'at_sign_off' | 'changes_requested' | 'done' | 'dropped';
  afterPrevious?: boolean;
}
/** What is handed in on a recommendation on a day of the story, and how far its review has come by the end. */
export type PlannedSubmission = { day: number; narrative: string; decided?: boolean } & (
  { kind: 'update'; reported: Rating } | { kind: 'extension'; until: number } | { kind: 'closing'; outcome: Outcome }
);

export interface PlannedRecommendation {
  kind: RecommendationKind;
  title: string;
  /** Which issues and interests of the brief it answers to, counted from 1 in their order. */
  addresses: number[];
  serves: number[];
  /** Confidential to these; open to the workspace without them. */
  confidentialTo?: DemoName[];
  response?: { verdict: ResponseVerdict; reason: string; part?: string };
  owner?: DemoName;
  team?: 'Elections desk' | 'Returns desk';
  due?: number;
  /** Ratings verified over the weeks; the last may differ from the one reported. */
  rated?: Array<{ week: number; reported: Rating; verified: Rating; narrative: string; why?: string }>;
  submissions?: PlannedSubmission[];
  tasks: PlannedTask[];
}

/** One entry a recommendation of the demonstration's brief, in its order. */
export const demoPlan: PlannedRecommendation[] = [
  {
    kind: 'cooperation_framework',
    title: 'One cooperation framework',
    addresses: [6],
    serves: [1, 5],
    owner: 'contributor',
    due: 40,
    response: { verdict: 'accepted', reason: 'Both parliaments asked for a single text.' },
    rated: [
      {
        week: 4,
        reported: 'limited',
        verified: 'limited',
        narrative: 'The outline is agreed; two chapters of five are drafted.',
      },
    ],
    tasks: [
      {
        title: 'Collect the agreements now in force',
        assignee: 'contributor',
        due: -20,
        reaches: 'done',
        checklist: ['Training', 'Equipment', 'Information'],
      },
      {
        title: 'Draft the chapter on training',
        assignee: 'contributor',
        due: 6,
        reaches: 'in_review',
        afterPrevious: true,
      },
      {
        title: 'Brief the parliamentary committees',
        assignee: 'secondReviewer',
        due: 20,
        reaches: 'todo',
        afterPrevious: true,
      },
    ],
  },
  {
    kind: 'track_separation',
    title: 'Separate tracks for separate talks',
    addresses: [5],
    serves: [3, 5],
    owner: 'secondReviewer',
    due: 25,
    response: {
      verdict: 'partially_accepted',
      part: 'The tracks on trade and on culture',
      reason: 'Relief stays with the security track until the camps are safe.',
    },
    tasks: [
      { title: 'Name a chair for each track', assignee: 'secondReviewer', due: -4, reaches: 'in_progress' },
      { title: 'Publish a calendar of meetings', assignee: 'contributor', due: 12, reaches: 'todo' },
    ],
  },
  {
    kind: 'conditional_funding',
    title: 'Budget support tied to reforms',
    addresses: [2, 3],
    serves: [2, 5],
    owner: 'contributor',
    due: 60,
    response: { verdict: 'accepted', reason: 'The Donor Council has agreed to publish the conditions.' },
    rated: [
      {
        week: 3,
        reported: 'limited',
        verified: 'not_started',
        narrative: 'Drafting of the first condition has begun.',
        why: 'A draft without a date is not yet a start.',
      },
      {
        week: 7,
        reported: 'limited',
        verified: 'limited',
        narrative: 'Two conditions are agreed with dates and a verifier.',
      },
    ],
    tasks: [
      { title: 'List the accounts outside the treasury', assignee: 'contributor', due: -15, reaches: 'done' },
      {
        title: 'Agree how the single account is verified',
        assignee: 'contributor',
        due: 3,
        reaches: 'at_sign_off',
        afterPrevious: true,
      },
    ],
  },
  {
    kind: 'scholarships',
    title: 'Scholarships for every province',
    addresses: [2],
    serves: [2],
    owner: 'secondReviewer',
    due: 90,
    response: { verdict: 'accepted', reason: 'Funds are set aside for forty places.' },
    rated: [
      {
        week: 6,
        reported: 'substantial',
        verified: 'limited',
        narrative: 'The call is written and the first twelve universities have answered.',
        why: 'No place has been awarded yet.',
      },
    ],
    tasks: [
      {
        title: 'Write the call for applications',
        assignee: 'contributor',
        due: -10,
        reaches: 'done',
        checklist: ['Who may apply', 'What is paid', 'Duty to return'],
      },
      {
        title: 'Agree places with twelve universities',
        assignee: 'contributor',
        due: 14,
        reaches: 'changes_requested',
      },
      { title: 'Set up the selection panel', assignee: 'secondReviewer', due: 30, reaches: 'todo' },
    ],
  },
  {
    kind: 'civil_society_support',
    title: 'Small grants for local watchdogs',
    addresses: [1, 3],
    serves: [5],
    owner: 'contributor',
    due: 10,
    response: { verdict: 'accepted', reason: 'A pilot in three provinces can begin at once.' },
    rated: [
      {
        week: 5,
        reported: 'substantial',
        verified: 'substantial',
        narrative: 'Nine grants are paid in three provinces; six first reports have come in.',
      },
      {
        week: 6.5,
        reported: 'complete',
        verified: 'complete',
        narrative: 'All nine reports are in, each of two pages, and are published.',
      },
    ],
    submissions: [
      {
        kind: 'closing',
        day: 51,
        outcome: 'implemented',
        narrative: 'The pilot ran as recommended; the next call is part of the yearly budget.',
        decided: true,
      },
    ],
    tasks: [
      { title: 'Open the call in three provinces', assignee: 'contributor', due: -30, reaches: 'done' },
      { title: 'Read the first reports', assignee: 'contributor', due: -14, reaches: 'done' },
    ],
  },
  {
    kind: 'election_assistance',
    title: 'Voter roll and observers on time',
    addresses: [1, 6],
    serves: [1],
    team: 'Elections desk',
    due: 45,
    response: { verdict: 'accepted', reason: 'The Electoral Commission has asked for help with both.' },
    submissions: [
      {
        kind: 'update',
        day: 54,
        reported: 'limited',
        narrative: 'The roll is published in eleven provinces; the observers of two partners have been invited.',
      },
    ],
    tasks: [
      {
        title: 'Count backwards from election day',
        assignee: 'contributor',
        due: 2,
        reaches: 'in_progress',
        checklist: ['Roll published', 'Observers invited', 'Staff trained'],
      },
      { title: 'Invite observers to every province', assignee: 'secondReviewer', due: 21, reaches: 'todo' },
    ],
  },
  {
    kind: 'human_rights_vetting',
    title: 'Vetting before equipment',
    addresses: [1, 6],
    serves: [1],
    confidentialTo: ['manager', 'secondManager', 'contributor', 'reviewer'],
    owner: 'contributor',
    due: 30,
    response: { verdict: 'accepted', reason: 'Required by law in both countries.' },
    tasks: [{ title: 'Agree which reports count as credible', assignee: 'contributor', due: 8, reaches: 'in_review' }],
  },
  {
    kind: 'comparative_advantage',
    title: 'Three fields where help does most good',
    addresses: [2],
    serves: [2],
    owner: 'secondReviewer',
    due: -6,
    response: { verdict: 'noted', reason: 'The comparison is welcome; the choice stays with the cabinet.' },
    submissions: [
      {
        kind: 'extension',
        day: 53,
        until: 35,
        narrative: 'The hearing with the banks was called off; their answers come in writing and take a month longer.',
      },
    ],
    tasks: [
      { title: 'Score the options', assignee: 'secondReviewer', due: -9, reaches: 'in_progress' },
      { title: 'Hold a hearing with the banks', assignee: 'contributor', due: -1, reaches: 'dropped' },
    ],
  },
  {
    kind: 'investment_reform',
    title: 'Investment reforms and a thirty-day answer',
    addresses: [2, 3],
    serves: [2, 3],
    tasks: [],
  },
  {
    kind: 'displacement_funding',
    title: 'Money for returns until the last camp closes',
    addresses: [4],
    serves: [4],
    team: 'Returns desk',
    due: 75,
    response: { verdict: 'accepted', reason: 'Two partners have confirmed their share.' },
    tasks: [{ title: 'Agree the reporting form with partners', assignee: 'contributor', due: 17, reaches: 'todo' }],
  },
  {
    kind: 'dialogue_facilitation',
    title: 'A standing dialogue on revenue, districts and water',
    addresses: [5],
    serves: [1, 4],
    owner: 'contributor',
    due: 5,
    rated: [
      {
        week: 6,
        reported: 'limited',
        verified: 'limited',
        narrative: 'Two meetings were held; the list of disputed districts is agreed.',
      },
    ],
    submissions: [
      {
        kind: 'extension',
        day: 46,
        until: 50,
        narrative: 'Both sides asked to meet again after the religious holidays.',
        decided: true,
      },
    ],
    tasks: [{ title: 'Write up the commitments of each side', assignee: 'contributor', due: -3, reaches: 'todo' }],
  },
];
