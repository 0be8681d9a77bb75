import type { Transaction } from './transaction.js';

const SIGHT = `SELECT set_config('app.sees', $1, true) AS sees`;

/**
 * Runs `work` on every item of the workspace, those hidden from the actor included: for consequences that must reach all of them
 * (someone leaves, and every question put to them is taken back) and of which the actor is shown nothing. The wall between
 * workspaces stands as before; sight is narrow again afterwards, and a failure rolls the whole transaction back anyway.
 */
export async function withWidenedSight<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  const before = await tx.one<{ sees: string }>(`SELECT coalesce(current_setting('app.sees', true), '') AS sees`);
  await tx.query(SIGHT, ['workspace,participants,confidential']);
  const result = await work();
  await tx.query(SIGHT, [before?.sees ?? '']);
  return result;
}
