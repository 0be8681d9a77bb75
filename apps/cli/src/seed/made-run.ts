import type { Rating } from '@uptake/contracts';
import type { AudienceFacts } from '@uptake/domain';
import type { MadeNotices } from './made-notices.js';
import type { MadeWorld } from './made-world.js';
import { madeReason } from './made-words.js';
import { PlayedRun } from './played-run.js';
import type { SealedTrail } from './sealed-trail.js';

/** How far a made submission has come. */
export type RunFate = 'in_review' | 'in_sign_off' | 'changes_requested' | 'revised' | 'approved';

export interface RunPlan {
  itemId: string;
  /** Whom news of the item concerns. */
  item: AudienceFacts['item'];
  submitterId: string;
  /** When it was handed in, milliseconds; it moves on within four days. */
  at: number;
  fate: RunFate;
  progress: number | null;
  rating: Rating | null;
}

/** What a made run leaves on its item. */
export interface RunLeft {
  isWaiting: boolean;
  recordVersion: number;
  /** Of the last move, milliseconds. */
  movedAt: number;
  verifiedRating: Rating | null;
  /** Members beside its owner who have a part in the item. */
  parts: Array<{ memberId: string; part: 'submitter' | 'approver' }>;
}

/** Takes submissions as far as planned by the workflow engine itself, so that every state is one it can be in. */
export class MadeRuns {
  constructor(
    private readonly world: MadeWorld,
    private readonly trail: SealedTrail,
    private readonly notices: MadeNotices,
  ) {}

  make(plan: RunPlan): RunLeft {
    const { random } = this.world;
    const run = new PlayedRun(this.world, this.trail, this.notices, plan);
    run.submit();
    if (plan.fate === 'in_review') return run.write();
    if (plan.fate === 'changes_requested' || plan.fate === 'revised') {
      run.decide('review', 'request_changes', madeReason(random));
      if (plan.fate === 'revised') run.submit();
      return run.write();
    }
    run.decide('review', 'approve', null);
    if (plan.fate === 'approved') run.decide('sign-off', 'approve', null);
    return run.write();
  }
}
