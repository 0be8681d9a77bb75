import type { Approval, ApprovalSummary, BriefConfirmed, Page, Passage, Rating, Recommendation, Task, Team, Verdict } from '@uptake/contracts';
import type { DemoApi } from './demo-api.js';
import { demoBrief } from './demo-brief.js';
import { type DemoName } from './demo-people.js';
import { type PlannedRecommendation, type PlannedTask, demoPlan } from './demo-plan.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
export const STORY_DAYS = 56;

interface Step {
  /** Days after the story's beginning. */
  day: number;
  run(): Promise<void>;
}
interface Handed {
  itemPath: string;
  itemId: string;
}

/** Plays eight weeks of work, in the order of its days, each step at its own time. Ends at `end`. */
export async function tellStory(api: DemoApi, end: Date): Promise<void> {
  const start = end.getTime() - STORY_DAYS * DAY;
  let minute = 0;
  const at = (day: number): void => {
    // a few minutes between two steps of a day, so that activity reads like work
    minute = (minute + 7) % 360;
    api.clock.set(new Date(Math.min(start + day * DAY + 5 * 60 * MINUTE + minute * MINUTE, end.getTime())));
  };
  at(0);
  const made = await importBrief(api);
  const teams = await makeTeams(api);
  const steps = demoPlan.flatMap((plan, i) => stepsOf(api, plan, made[i]?.id ?? '', i, teams, end));
  for (const step of steps.sort((a, b) => a.day - b.day)) {
    at(step.day);
    await step.run();
  }
  api.clock.set(end);
}

async function importBrief(api: DemoApi): Promise<BriefConfirmed['recommendations']> {
  const { id } = await api.call<{ id: string }>('manager', 'POST', '/briefs', { text: demoBrief, referencePrefix: 'IRQ' });
  const { items } = await api.call<{ items: Passage[] }>('manager', 'GET', `/briefs/${id}/passages`);
  const of = (kind: string) => items.filter((passage) => passage.kind === kind);
  const [issues, interests] = [of('issue'), of('interest')];
  for (const [i, passage] of of('recommendation').entries()) {
    const links = [issues[i % issues.length]?.id, interests[i % interests.length]?.id].filter((link) => link !== undefined);
    await api.call('manager', 'PATCH', `/briefs/${id}/passages/${passage.id}`, { links });
  }
  return (await api.call<BriefConfirmed>('manager', 'POST', `/briefs/${id}/confirm`, {})).recommendations;
}

async function makeTeams(api: DemoApi): Promise<Record<string, string>> {
  const elections = await api.call<Team>('admin', 'POST', '/teams', { name: 'Elections desk', memberIds: [api.id('contributor'), api.id('secondReviewer')] });
  const returns = await api.call<Team>('admin', 'POST', '/teams', { name: 'Returns desk', memberIds: [api.id('secondReviewer')] });
  return { [elections.name]: elections.id, [returns.name]: returns.id };
}

const dayAfter = (end: Date, days: number): string => new Date(end.getTime() + days * DAY).toISOString().slice(0, 10);

function stepsOf(api: DemoApi, plan: PlannedRecommendation, id: string, index: number, teams: Record<string, string>, end: Date): Step[] {
  const path = `/recommendations/${id}`;
  const read = () => api.call<Recommendation>('manager', 'GET', path);
  const steps: Step[] = [
    {
      day: 1 + index / 11,
      run: async () => {
        const { version } = await read();
        await api.call('manager', 'PATCH', path, { version, title: plan.title, kind: plan.kind, ...(index === 6 ? { visibility: 'confidential', namedMemberIds: ['manager', 'secondManager', 'contributor', 'reviewer'].map((who) => api.id(who as DemoName)) } : {}) });
      },
    },
  ];
  const { response, owner, team } = plan;
  if (response) steps.push({ day: 3 + index / 3, run: async () => void (await api.call('manager', 'POST', `${path}/response`, { response: response.verdict, reason: response.reason, ...(response.part ? { part: response.part } : {}) })) });
  if (owner ?? team) {
    const dueOn = plan.due === undefined ? null : dayAfter(end, plan.due);
    const assignment = { ...(owner ? { ownerId: api.id(owner) } : { teamId: teams[team ?? ''] }), contributorIds: owner === 'contributor' ? [] : [api.id('contributor')], dueOn };
    steps.push({ day: 4 + index / 3, run: async () => void (await api.call('manager', 'PUT', `${path}/assignment`, assignment)) });
  }
  const tasks: Task[] = [];
  plan.tasks.forEach((task, k) => steps.push(...taskSteps(api, path, task, 9 + index * 1.5 + k, end, tasks)));
  for (const rated of plan.rated ?? []) {
    const handed = { itemPath: path, itemId: id };
    steps.push({ day: rated.week * 7, run: () => handIn(api, plan.owner ?? 'contributor', handed, { narrative: rated.narrative, rating: rated.reported }) });
    steps.push({ day: rated.week * 7 + 1.2, run: () => decide(api, handed, 'reviewer', 'approve', {}) });
    steps.push({ day: rated.week * 7 + 2.6, run: () => decide(api, handed, 'secondManager', 'approve', { verifiedRating: rated.verified, ...(rated.why ? { ratingReason: rated.why } : {}) }) });
  }
  return steps;
}

function taskSteps(api: DemoApi, recommendation: string, plan: PlannedTask, day: number, end: Date, made: Task[]): Step[] {
  let task: Task;
  const handed = (): Handed => ({ itemPath: `/tasks/${task.id}`, itemId: task.id });
  const move = (to: string, reason?: string) => api.call('manager', 'POST', `/tasks/${task.id}/transition`, { to, ...(reason ? { reason } : {}) });
  const update = (narrative: string, progress: number) => handIn(api, plan.assignee, handed(), { narrative, progress });
  const steps: Step[] = [
    {
      day,
      run: async () => {
        const previous = made.at(-1);
        task = await api.call<Task>('manager', 'POST', `${recommendation}/tasks`, {
          title: plan.title,
          assigneeId: api.id(plan.assignee),
          dueOn: dayAfter(end, plan.due),
          checklist: (plan.checklist ?? []).map((text) => ({ text })),
          ...(plan.afterPrevious && previous ? { dependsOn: [previous.id] } : {}),
        });
        made.push(task);
      },
    },
  ];
  if (plan.reaches === 'todo') return steps;
  const later = Math.max(day + 3, plan.reaches === 'done' ? day + 8 : 49);
  steps.push({ day: day + 2, run: async () => void (await move('in_progress')) });
  switch (plan.reaches) {
    case 'dropped':
      return [...steps, { day: later, run: async () => void (await move('dropped', 'The banks prefer to answer in writing.')) }];
    case 'in_review':
      return [...steps, { day: later + 3, run: () => update('A first full draft is ready to be read.', 80) }];
    case 'at_sign_off':
      return [...steps, { day: later, run: () => update('The method is agreed with the auditor, who has signed the minutes.', 100) }, { day: later + 2, run: () => decide(api, handed(), 'reviewer', 'approve', {}) }];
    case 'changes_requested':
      return [...steps, { day: later, run: () => update('Nine universities have agreed.', 75) }, { day: later + 2, run: () => decide(api, handed(), 'reviewer', 'request_changes', { reason: 'Please name the nine, and say when the other three will answer.' }) }];
    case 'done':
      return [
        ...steps,
        { day: later, run: () => update('Done as planned; the record is attached.', 100) },
        { day: later + 1, run: () => decide(api, handed(), 'reviewer', 'approve', {}) },
        { day: later + 2, run: () => decide(api, handed(), 'secondManager', 'approve', {}) },
      ];
    case 'in_progress':
      return steps;
  }
}

/** Writes an update with a link as its evidence. */
async function handIn(api: DemoApi, who: DemoName, { itemPath, itemId }: Handed, update: { narrative: string; progress?: number; rating?: Rating }): Promise<void> {
  const evidence = await api.call<{ id: string }>(who, 'POST', '/evidence', { itemId, title: 'Minutes of the meeting', url: 'https://example.org/minutes' });
  await api.call(who, 'POST', `${itemPath}/submissions`, { kind: 'update', ...update, evidenceIds: [evidence.id], baseVersion: await recordVersion(api, itemPath) });
}

async function recordVersion(api: DemoApi, itemPath: string): Promise<number> {
  const { recordVersion: version } = await api.call<{ recordVersion: number }>('manager', 'GET', itemPath);
  return version;
}

async function decide(api: DemoApi, { itemId }: Handed, who: DemoName, verdict: Verdict, more: { reason?: string; verifiedRating?: Rating; ratingReason?: string }): Promise<void> {
  const { items } = await api.call<Page<ApprovalSummary>>(who, 'GET', `/approvals?mine=true&state=open&item=${itemId}`);
  const [mine] = items;
  if (!mine) throw new Error(`${who} has no open request on ${itemId}`);
  const { submissionHash } = await api.call<Approval>(who, 'GET', `/approvals/${mine.id}`);
  await api.call(who, 'POST', `/approvals/${mine.id}/decision`, { verdict, submissionHash, ...more });
}
