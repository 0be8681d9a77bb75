import type { Recommendation, Task } from '@uptake/contracts';
import type { DemoApi } from './demo-api.js';
import type { DemoName } from './demo-people.js';
import type { PlannedRecommendation, PlannedSubmission } from './demo-plan.js';
import { type HandedIn, decide, handIn } from './review-steps.js';
import { type Step, dayAfter } from './story-time.js';
import { taskSteps } from './task-steps.js';

/** The recommendation that the brief names in this place, counted from 0, as the import has made it. */
interface Told {
  api: DemoApi;
  id: string;
  path: string;
  place: number;
  plan: PlannedRecommendation;
  /** Who works on it and hands in. */
  worker: DemoName;
  end: Date;
}

/** All that happens to one recommendation; `teams` are ids by name. */
export function recommendationSteps(
  api: DemoApi,
  plan: PlannedRecommendation,
  id: string,
  place: number,
  teams: Record<string, string>,
  end: Date,
): Step[] {
  const path = `/recommendations/${id}`;
  const told: Told = { api, id, path, place, plan, worker: plan.owner ?? 'contributor', end };
  const tasks: Task[] = [];
  return [
    naming(told),
    ...responding(told),
    ...assigning(told, teams),
    ...plan.tasks.flatMap((task, i) => taskSteps(api, path, task, 9 + place * 1.5 + i, end, tasks)),
    ...rating(told),
    ...(plan.submissions ?? []).flatMap((planned) => submitting(told, planned)),
  ];
}

function naming({ api, path, place, plan }: Told): Step {
  const { title, kind, confidentialTo } = plan;
  const sight = confidentialTo && {
    visibility: 'confidential',
    namedMemberIds: confidentialTo.map((who) => api.id(who)),
  };
  const run = async () => {
    const { version } = await api.call<Recommendation>('manager', 'GET', path);
    await api.call('manager', 'PATCH', path, { version, title, kind, ...sight });
  };
  return { day: 1 + place / 11, run };
}

function responding({ api, path, place, plan: { response } }: Told): Step[] {
  if (!response) return [];
  const { verdict, ...rest } = response;
  const run = async () => void (await api.call('manager', 'POST', `${path}/response`, { response: verdict, ...rest }));
  return [{ day: 3 + place / 3, run }];
}

function assigning({ api, path, place, plan, end }: Told, teams: Record<string, string>): Step[] {
  const { owner, team, due } = plan;
  if (!owner && !team) return [];
  const assignment = {
    ...(owner ? { ownerId: api.id(owner) } : { teamId: teams[team ?? ''] }),
    contributorIds: owner === 'contributor' ? [] : [api.id('contributor')],
    dueOn: due === undefined ? null : dayAfter(end, due),
  };
  const run = async () => void (await api.call('manager', 'PUT', `${path}/assignment`, assignment));
  return [{ day: 4 + place / 3, run }];
}

function rating({ api, id, path, plan, worker }: Told): Step[] {
  const handed = { itemPath: path, itemId: id };
  return (plan.rated ?? []).flatMap(({ week, narrative, reported, verified, why }) => {
    const verdict = { verifiedRating: verified, ...(why ? { ratingReason: why } : {}) };
    return [
      { day: week * 7, run: () => handIn(api, worker, handed, { narrative, rating: reported }) },
      { day: week * 7 + 1.2, run: () => decide(api, handed, 'reviewer', 'approve', {}) },
      { day: week * 7 + 2.6, run: () => decide(api, handed, 'secondManager', 'approve', verdict) },
    ];
  });
}

function submitting({ api, id, path, worker, end }: Told, planned: PlannedSubmission): Step[] {
  const { day, narrative } = planned;
  const handed = { itemPath: path, itemId: id };
  const handing = { day, run: () => handIn(api, worker, handed, { narrative, ...contentOf(planned, end) }) };
  if (!planned.decided) return [handing];
  return [
    handing,
    { day: day + 1, run: () => decide(api, handed, 'reviewer', 'approve', {}) },
    { day: day + 2, run: () => decide(api, handed, 'secondManager', 'approve', {}) },
  ];
}

function contentOf(planned: PlannedSubmission, end: Date): Omit<HandedIn, 'narrative'> {
  switch (planned.kind) {
    case 'update':
      return { rating: planned.reported };
    case 'extension':
      return { kind: 'extension', fields: { dueOn: dayAfter(end, planned.until) } };
    case 'closing':
      return { kind: 'closing', fields: { outcome: planned.outcome } };
  }
}
