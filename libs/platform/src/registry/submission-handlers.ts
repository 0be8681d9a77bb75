import type { ItemKind, Rating, SubmissionKind } from '@uptake/contracts';
import type { Transaction } from '@uptake/persistence';
import type { WorkspaceScope } from '../http/scope/scope.js';
import type { ActingScope } from './acting-scope.js';

export interface SubmissionMove {
  itemId: string;
  submissionId: string;
  kind: SubmissionKind;
}
export interface ApprovedSubmission extends SubmissionMove {
  /** The item's new record version, already appended to its official records. */
  recordVersion: number;
  narrative: string;
  fields: Record<string, unknown>;
  progress: number | null;
  reportedRating: Rating | null;
  verifiedRating: Rating | null;
  ratingReason: string | null;
}

/**
 * How one kind of item follows its submissions. Called inside the transaction that moves the run, with the item locked;
 * whatever it throws undoes the whole decision. Each handler wraps its change in `trackRollup`.
 */
export interface SubmissionHandler {
  readonly itemKind: ItemKind;
  /** Which kinds of submission the item takes now; throws `invalid_state` or `invalid_input` with the way out otherwise. */
  accept(
    tx: Transaction,
    scope: WorkspaceScope,
    submission: SubmissionMove & { fields: Record<string, unknown>; progress: number | null; rating: Rating | null },
  ): Promise<void>;
  submitted(tx: Transaction, scope: ActingScope, move: SubmissionMove): Promise<void>;
  changesRequested(tx: Transaction, scope: ActingScope, move: SubmissionMove): Promise<void>;
  /** Withdrawn, rejected, cancelled or expired: the record stays as it was. */
  ended(tx: Transaction, scope: ActingScope, move: SubmissionMove): Promise<void>;
  /** Answers the items, itself or below it, that it closed: whatever else is judged on them is cancelled with it. */
  approved(tx: Transaction, scope: WorkspaceScope, submission: ApprovedSubmission): Promise<readonly string[]>;
}

/** Exactly one handler a kind: a missing or doubled one stops the boot, not a decision at night. */
export class SubmissionHandlers {
  private readonly byKind: ReadonlyMap<ItemKind, SubmissionHandler>;

  constructor(handlers: readonly SubmissionHandler[], kinds: readonly ItemKind[]) {
    for (const kind of kinds) {
      const found = handlers.filter((handler) => handler.itemKind === kind).length;
      if (found !== 1)
        throw new Error(`Items of kind ${kind} have ${found} submission handlers; exactly one is needed`);
    }
    this.byKind = new Map(handlers.map((handler) => [handler.itemKind, handler]));
  }

  of(kind: ItemKind): SubmissionHandler {
    const handler = this.byKind.get(kind);
    if (!handler) throw new Error(`No submission handler for items of kind ${kind}`);
    return handler;
  }
}
