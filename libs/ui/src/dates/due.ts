import type { Tone } from '../theme/palette.js';
import { daysBetween } from './formats.js';

export const dueStates = ['late', 'today', 'soon', 'later'] as const;
export type DueState = (typeof dueStates)[number];

export interface Due {
  state: DueState;
  /** From today to the date; negative when it has passed. */
  days: number;
}

/** `soon` is within a week. Both dates `YYYY-MM-DD`. */
export function describeDue(dueOn: string, today: string): Due {
  const days = daysBetween(today, dueOn);
  if (days < 0) return { state: 'late', days };
  if (days === 0) return { state: 'today', days };
  return { state: days <= 7 ? 'soon' : 'later', days };
}

export const dueTones: Record<DueState, Tone> = {
  late: 'danger',
  today: 'attention',
  soon: 'attention',
  later: 'neutral',
};
