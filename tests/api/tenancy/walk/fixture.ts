import type { Sender, WalkRequest } from './request.js';
import type { Side } from './side.js';

/** One request that its sender may make, and what it is answered. */
export interface Prepared extends WalkRequest {
  by: Sender;
  status: number;
  /** Ids of this workspace that fit the request's fields here, where the side's usual ones do not; null: this request has no such field. */
  fits?: Record<string, string | null>;
}

export interface Fixture {
  /** Makes in this workspace what the request needs; called anew for every use, for most requests use something up. */
  prepare(side: Side): Promise<Prepared>;
  /** Fields that hold an id though the document does not say so, by their path: the walk slips foreign ids into them too. */
  alsoIds?: readonly string[];
  /** The rightful answer names nothing of its workspace: figures, or nothing at all. */
  silent?: true;
}

/** What tells one more request of the same route apart (a file instead of a link). */
export type Fixtures = Readonly<Record<string, Fixture | Readonly<Record<string, Fixture>>>>;
