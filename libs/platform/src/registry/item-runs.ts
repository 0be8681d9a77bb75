import type { Transaction } from '@uptake/persistence';
import type { WorkspaceScope } from '../http/scope/scope.js';

/** What other features may ask of the runs on items; the feature that owns runs answers it, the app wires it. */
export abstract class ItemRuns {
  /**
   * Cancels whatever is under way on these items, hidden from the actor or not, in the transaction that closes them; the caller
   * holds the items. `reason` is what the writers are told.
   */
  abstract end(tx: Transaction, scope: WorkspaceScope, itemIds: readonly string[], reason: string): Promise<void>;

  /** Lets go on what waited for these items, after they were closed in this transaction. */
  abstract closed(tx: Transaction, scope: WorkspaceScope, itemIds: readonly string[]): Promise<void>;
}
