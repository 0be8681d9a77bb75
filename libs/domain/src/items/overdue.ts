import type { Lifecycle } from '@uptake/contracts';

/**
 * Late is what is still open after its due day has ended where the workspace is. `today` is the workspace's calendar day,
 * `YYYY-MM-DD`: such dates sort as text.
 */
export const isOverdue = (item: { dueOn: string | null; lifecycle: Lifecycle }, today: string): boolean =>
  item.lifecycle === 'open' && item.dueOn !== null && item.dueOn < today;
