import type { TaskSummary } from '@uptake/contracts';
import { daysBetween } from '@uptake/ui';

export const horizons = ['overdue', 'today', 'week', 'later'] as const;
export type Horizon = (typeof horizons)[number];

/** When a task is due as seen from today, both `YYYY-MM-DD`; what has no date is for later. */
export function horizonOf(dueOn: string | null, today: string): Horizon {
  if (!dueOn) return 'later';
  const days = daysBetween(today, dueOn);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= 7 ? 'week' : 'later';
}

export const byHorizon = (tasks: readonly TaskSummary[], today: string): Record<Horizon, TaskSummary[]> => {
  const of = (horizon: Horizon): TaskSummary[] => tasks.filter((task) => horizonOf(task.dueOn, today) === horizon);
  return { overdue: of('overdue'), today: of('today'), week: of('week'), later: of('later') };
};
