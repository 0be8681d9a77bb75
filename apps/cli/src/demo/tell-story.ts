import type { BriefConfirmed, Passage, Team } from '@uptake/contracts';
import type { DemoApi } from './demo-api.js';
import { demoBrief } from './demo-brief.js';
import { demoPlan } from './demo-plan.js';
import { recommendationSteps } from './recommendation-steps.js';
import { STORY_DAYS } from './story-time.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

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
  const steps = demoPlan.flatMap((plan, i) => recommendationSteps(api, plan, made[i]?.id ?? '', i, teams, end));
  for (const step of steps.sort((a, b) => a.day - b.day)) {
    at(step.day);
    await step.run();
  }
  api.clock.set(end);
}

async function importBrief(api: DemoApi): Promise<BriefConfirmed['recommendations']> {
  const { id } = await api.call<{ id: string }>('manager', 'POST', '/briefs', {
    text: demoBrief,
    referencePrefix: 'IRQ',
  });
  const { items } = await api.call<{ items: Passage[] }>('manager', 'GET', `/briefs/${id}/passages`);
  const of = (kind: string) => items.filter((passage) => passage.kind === kind);
  const [issues, interests] = [of('issue'), of('interest')];
  for (const [i, passage] of of('recommendation').entries()) {
    const { addresses = [], serves = [] } = demoPlan[i] ?? {};
    const answered = [...addresses.map((n) => issues[n - 1]), ...serves.map((n) => interests[n - 1])];
    const links = answered.flatMap((found) => (found ? [found.id] : []));
    await api.call('manager', 'PATCH', `/briefs/${id}/passages/${passage.id}`, { links });
  }
  return (await api.call<BriefConfirmed>('manager', 'POST', `/briefs/${id}/confirm`, {})).recommendations;
}

async function makeTeams(api: DemoApi): Promise<Record<string, string>> {
  const elections = await api.call<Team>('admin', 'POST', '/teams', {
    name: 'Elections desk',
    memberIds: [api.id('contributor'), api.id('secondReviewer')],
  });
  const returns = await api.call<Team>('admin', 'POST', '/teams', {
    name: 'Returns desk',
    memberIds: [api.id('secondReviewer')],
  });
  return { [elections.name]: elections.id, [returns.name]: returns.id };
}
