import { setTimeout as sleep } from 'node:timers/promises';
import { onDatabase } from './limit-database.js';

const LEFT = `SELECT (SELECT count(*) FROM outbox_event WHERE handled_at IS NULL) + (SELECT count(*) FROM delivery WHERE status = 'pending')
  + (SELECT count(*) FROM audit_entry WHERE sequence IS NULL) + (SELECT count(*) FROM rollup_delta) AS left`;

/** Waits until the worker has done what requests left it to do, so that it does not fall on what is measured next. */
export function settle(ownerUrl: string): Promise<void> {
  return onDatabase(ownerUrl, async (owner) => {
    for (const deadline = Date.now() + 300_000; Date.now() < deadline; await sleep(1_000)) {
      const { rows } = await owner.query<{ left: string }>(LEFT);
      if (Number(rows[0]?.left) === 0) return;
    }
    console.error('The worker has work left after five minutes: what follows is measured beside it');
  });
}
