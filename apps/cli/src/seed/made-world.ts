import { createHash } from 'node:crypto';
import type { Role } from '@uptake/contracts';
import type { WorkflowVersion } from '@uptake/domain';
import { SeededRandom } from './random.js';
import { TableRows } from './table-rows.js';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

export interface MadePerson {
  userId: string;
  memberId: string;
  name: string;
  email: string;
  roles: Role[];
  token: string;
}

/** What all makers of one workspace share: chance, time, people and the rows that wait. */
export interface MadeWorld {
  readonly random: SeededRandom;
  readonly rows: TableRows;
  readonly workspaceId: string;
  readonly slug: string;
  /** The first day of the made history, and its last instant; milliseconds. */
  readonly start: number;
  readonly now: number;
  /** Those whose sign-ins are printed come first. */
  readonly people: readonly MadePerson[];
  readonly managerIds: readonly string[];
  readonly reviewerIds: readonly string[];
  readonly teams: ReadonlyArray<{ id: string; name: string; memberIds: string[] }>;
  readonly parties: ReadonlyArray<{ id: string; name: string }>;
  /** What judges an update. */
  readonly workflow: { id: string; version: WorkflowVersion };
}

/** How many people have sign-ins that are printed; they get a good part of the work. */
export const PRINTED = 20;

/** Who has a piece of work: one in six falls to those whose sign-ins are printed. */
export function workerOf({ random, people }: Pick<MadeWorld, 'random' | 'people'>): string {
  return random.pick(random.chance(0.17) ? people.slice(0, PRINTED) : people).memberId;
}

/** A target date around the end of the made history, or none. */
export const madeDueOn = ({ random, now }: Pick<MadeWorld, 'random' | 'now'>): string | null =>
  random.chance(0.1) ? null : dateOf(now + (random.below(240) - 60) * DAY);
