import type { EventType } from '@uptake/contracts';
import type { Database } from '../tenancy/database.js';
import { systemContext } from '../tenancy/tenant-context.js';
import type { Transaction } from '../tenancy/transaction.js';

/** The most events of one round. */
export const RELAY_BATCH = 500;
const BATCH = RELAY_BATCH;

/** NOTIFY on this channel carries the id of a workspace whose stream has grown. */
export const STREAM_CHANNEL = 'uptake_stream';

/** An event as the relay hands it on: what says which job it gives reason for. */
export interface RelayedEvent {
  id: string;
  workspaceId: string;
  type: EventType;
  subjectId: string;
  /** Of a timer that was set: when it is due. */
  fireAt: Date | null;
}

/** Whether there is anything to relay: one look at the tops of two indexes. */
export async function hasEventsToRelay(system: Database): Promise<boolean> {
  const row = await system
    .reader(systemContext())
    .one<{ there: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM outbox_event e WHERE e.sequence IS NULL) OR EXISTS (SELECT 1 FROM outbox_event e WHERE e.relayed_at IS NULL AND e.sequence IS NOT NULL) AS there`,
    );
  return row?.there ?? false;
}

/**
 * Gives the next committed events their place in the stream and wakes those who follow it. One relay at a time does so, under
 * a lock that outlasts its commit becoming visible: whoever has read up to a place will find nothing new before it. Events of
 * types without a job are done with this. Answers how many it placed; 0 also when another relay is at it.
 */
export async function sequenceEvents(system: Database, typesWithJob: readonly EventType[], now: Date): Promise<number> {
  return system.transaction(systemContext(), async (tx) => {
    const turn = await tx.one<{ mine: boolean }>(`SELECT pg_try_advisory_xact_lock(hashtext('uptake:relay')) AS mine`);
    if (!turn?.mine) return 0;
    const placed = await tx.query<{ events: number }>(
      `WITH waiting AS (
         SELECT e.workspace_id, e.id, e.ordinal FROM outbox_event e WHERE e.sequence IS NULL ORDER BY e.ordinal LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
       ), placed AS (
         SELECT w.workspace_id, w.id, nextval('outbox_stream') AS sequence FROM (SELECT * FROM waiting ORDER BY ordinal) w
       ), given AS (
         UPDATE outbox_event e SET sequence = p.sequence,
           relayed_at = CASE WHEN e.type = ANY($1::text[]) THEN NULL ELSE $2::timestamptz END,
           handled_at = CASE WHEN e.type = ANY($1::text[]) THEN NULL ELSE $2::timestamptz END
         FROM placed p WHERE e.workspace_id = p.workspace_id AND e.id = p.id RETURNING e.workspace_id
       )
       SELECT count(*)::int AS events, pg_notify('${STREAM_CHANNEL}', g.workspace_id::text) FROM given g GROUP BY g.workspace_id`,
      [typesWithJob, now],
    );
    return placed.reduce((sum, { events }) => sum + events, 0);
  });
}

/**
 * Hands the next placed events to `take`, and notes them as relayed once it has resolved: a crash in between hands them on
 * again. Several relays may do so at once, each with events the others have not. Answers how many there were.
 */
export async function relayEvents(
  system: Database,
  now: Date,
  take: (events: readonly RelayedEvent[]) => Promise<void>,
): Promise<number> {
  return system.transaction(systemContext(), async (tx) => {
    const rows = await tx.query<{
      workspace_id: string;
      id: string;
      type: EventType;
      subject_id: string;
      fire_at: Date | null;
    }>(
      `SELECT e.workspace_id, e.id, e.type, e.subject_id, CASE WHEN e.type = 'timer.set' THEN (e.data->>'fireAt')::timestamptz END AS fire_at FROM outbox_event e
       WHERE e.relayed_at IS NULL AND e.sequence IS NOT NULL ORDER BY e.sequence LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    );
    if (rows.length === 0) return 0;
    await take(
      rows.map(({ id, workspace_id: workspaceId, type, subject_id: subjectId, fire_at: fireAt }) => ({
        id,
        workspaceId,
        type,
        subjectId,
        fireAt,
      })),
    );
    await markRelayed(tx, rows, now);
    return rows.length;
  });
}

/** Their job waits for its hour: the outbox is done with them once it is queued, for what a lost one should have woken is found by a sweep. */
const wakeUps: readonly EventType[] = ['timer.set'];

const markRelayed = (tx: Transaction, events: ReadonlyArray<{ workspace_id: string; id: string }>, now: Date) =>
  tx.query(
    `UPDATE outbox_event e SET relayed_at = $1, handled_at = CASE WHEN e.type = ANY($4::text[]) THEN $1 ELSE e.handled_at END
     FROM unnest($2::uuid[], $3::uuid[]) AS r(workspace_id, id) WHERE e.workspace_id = r.workspace_id AND e.id = r.id`,
    [now, events.map((event) => event.workspace_id), events.map((event) => event.id), wakeUps],
  );

/** The event's job is done. */
export async function markEventHandled(
  system: Database,
  event: { workspaceId: string; id: string },
  now: Date,
): Promise<void> {
  await system.transaction(systemContext(event.workspaceId), (tx) =>
    tx.query(
      `UPDATE outbox_event e SET handled_at = $3 WHERE e.workspace_id = $1 AND e.id = $2 AND e.handled_at IS NULL`,
      [event.workspaceId, event.id, now],
    ),
  );
}

/**
 * Lets events be relayed again whose job has not been done since `before`: the queue may have lost it. Where it has not, adding
 * the job again changes nothing. Answers how many.
 */
export async function relayAgain(system: Database, before: Date): Promise<number> {
  return system.transaction(systemContext(), (tx) =>
    tx.affect(
      `WITH stale AS (
         SELECT e.workspace_id, e.id FROM outbox_event e WHERE e.handled_at IS NULL AND e.relayed_at < $1 ORDER BY e.relayed_at LIMIT ${10 * BATCH} FOR UPDATE SKIP LOCKED
       )
       UPDATE outbox_event e SET relayed_at = NULL FROM stale s WHERE e.workspace_id = s.workspace_id AND e.id = s.id`,
      [before],
    ),
  );
}

/**
 * Forgets events that were relayed before an instant and are done with; the newest of each workspace stays, for its place
 * tells a returning client whether it has missed any. Answers how many.
 */
export async function forgetEvents(system: Database, before: Date): Promise<number> {
  return system.transaction(systemContext(), (tx) =>
    tx.affect(
      `WITH old AS (
         SELECT e.workspace_id, e.id FROM outbox_event e
         WHERE e.relayed_at < $1 AND e.handled_at IS NOT NULL
           AND e.sequence < (SELECT max(n.sequence) FROM outbox_event n WHERE n.workspace_id = e.workspace_id)
           AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.workspace_id = e.workspace_id AND d.event_id = e.id AND d.status = 'pending')
         LIMIT ${10 * BATCH}
       )
       DELETE FROM outbox_event e USING old o WHERE e.workspace_id = o.workspace_id AND e.id = o.id`,
      [before],
    ),
  );
}
