import { type Database, HeadKey, compareRollups, sealAll, systemContext, verifyChain } from '@uptake/persistence';
import type { ReceivedMail } from '../support/mail-sink.js';
import type { TestWorkspace } from '../support/people.js';
import type { Acknowledged, Cast } from './load.js';

export interface Findings {
  /** What does not hold, in words; empty when nothing is missing, doubled or made up. */
  faults: string[];
  /** Mails that came more than once: only a death between the server's answer and the commit may do that. */
  repeatedMails: number;
  deliveries: number;
}

interface DeliveryRow extends Record<string, unknown> {
  id: string;
  event_id: string;
  event_type: string;
  asked: string | null;
  recipient_id: string;
  channel: string;
  status: string;
  cause: string | null;
  notifications: number;
  mails: number;
  message_id: string | null;
}

/**
 * Holds what clients were told against the tables, after everything has settled. It knows what one followed recommendation must
 * leave behind, and asks no code of the product who is to be told.
 */
export async function checkRecords(
  system: Database,
  appSecret: string,
  here: TestWorkspace,
  cast: Cast,
  all: readonly Acknowledged[],
  received: readonly ReceivedMail[],
): Promise<Findings> {
  const reader = system.reader(systemContext(here.id));
  const faults: string[] = [];
  let deliveries = 0;
  for (const each of all) {
    const rows = await reader.query<DeliveryRow>(DELIVERIES, [here.id, each.itemId]);
    deliveries += rows.length;
    faults.push(...(await recordFaults(reader, each)), ...deliveryFaults(each, cast, rows));
  }
  const open = await reader.query<{ type: string; n: number }>(
    `SELECT type, count(*)::int AS n FROM outbox_event WHERE workspace_id = $1 AND handled_at IS NULL GROUP BY type`,
    [here.id],
  );
  faults.push(...open.map(({ type, n }) => `${n} events ${type} were never handled`));
  const strays = await reader.one<{ n: number }>(
    `SELECT count(*)::int AS n FROM item WHERE workspace_id = $1 AND id <> ALL($2::uuid[])`,
    [here.id, all.map(({ itemId }) => itemId)],
  );
  if (strays?.n) faults.push(`${strays.n} items were made that no client knows of`);

  const { faults: mailFaults, repeatedMails } = await checkMails(reader, here, received);
  faults.push(...mailFaults);
  const key = new HeadKey(appSecret);
  await sealAll(system, key, () => new Date());
  const chain = await verifyChain(reader, key, new Date());
  faults.push(...chain.faults.map(({ detail }) => `audit: ${detail}`));
  faults.push(...(await compareRollups(reader)).map((difference) => `rollups: ${JSON.stringify(difference)}`));
  return { faults, repeatedMails, deliveries };
}

type Reader = ReturnType<Database['reader']>;

const DELIVERIES = `
SELECT d.id, d.event_id, e.type AS event_type, e.data->>'memberId' AS asked, d.recipient_id, d.channel, d.status, d.cause,
  (SELECT count(*)::int FROM notification n WHERE n.workspace_id = d.workspace_id AND n.event_id = d.event_id AND n.member_id = d.recipient_id) AS notifications,
  (SELECT count(*)::int FROM mail_message m WHERE m.workspace_id = d.workspace_id AND m.delivery_id = d.id) AS mails,
  (SELECT max(m.message_id) FROM mail_message m WHERE m.workspace_id = d.workspace_id AND m.delivery_id = d.id) AS message_id
FROM delivery d JOIN outbox_event e ON e.workspace_id = d.workspace_id AND e.id = d.event_id
WHERE d.workspace_id = $1 AND e.item_id = $2`;

/** Each step of one followed recommendation has left exactly what it leaves. */
async function recordFaults(reader: Reader, { itemId, submissionId }: Acknowledged): Promise<string[]> {
  const expected: Record<string, number> = {
    'recommendation.created': 1,
    'recommendation.assigned': 1,
    'submission.submitted': 1,
    'approval-request.opened': 4,
    'approval-request.decided': 2,
    'submission.approved': 1,
  };
  const faults: string[] = [];
  for (const table of ['outbox_event', 'audit_entry']) {
    const rows = await reader.query<{ type: string; n: number }>(
      `SELECT type, count(*)::int AS n FROM ${table} WHERE workspace_id = $1 AND item_id = $2 GROUP BY type`,
      [reader.workspaceId, itemId],
    );
    const found = new Map(rows.map(({ type, n }) => [type, n]));
    for (const [type, n] of Object.entries(expected))
      if (found.get(type) !== n) faults.push(`${itemId}: ${table} has ${found.get(type) ?? 0} of ${type}, not ${n}`);
  }
  const kept = await reader.one<Record<string, unknown>>(
    `SELECT (SELECT count(*)::int FROM submission s WHERE s.workspace_id = $1 AND s.item_id = $2) AS submissions,
       (SELECT count(*)::int FROM decision d JOIN run n ON n.workspace_id = d.workspace_id AND n.id = d.run_id WHERE d.workspace_id = $1 AND n.item_id = $2) AS decisions,
       (SELECT count(*)::int FROM official_record o WHERE o.workspace_id = $1 AND o.item_id = $2 AND o.submission_id = $3) AS records,
       (SELECT string_agg(n.state, ',') FROM run n WHERE n.workspace_id = $1 AND n.item_id = $2) AS runs,
       (SELECT r.verified_rating FROM recommendation r WHERE r.workspace_id = $1 AND r.item_id = $2) AS rating`,
    [reader.workspaceId, itemId, submissionId],
  );
  const should = { submissions: 1, decisions: 2, records: 1, runs: 'approved', rating: 'limited' };
  for (const [what, value] of Object.entries(should))
    if (kept?.[what] !== value) faults.push(`${itemId}: ${what} is ${String(kept?.[what])}, not ${value}`);
  return faults;
}

function deliveryFaults({ itemId, owner }: Acknowledged, cast: Cast, rows: readonly DeliveryRow[]): string[] {
  const keyOf = (type: string, recipient: string, channel: string) => `${type} ${recipient} ${channel}`;
  const both = (type: string, recipient: string) => [keyOf(type, recipient, 'in_app'), keyOf(type, recipient, 'mail')];
  const judges = [...cast.reviewers, cast.manager, cast.deputy].map(({ memberId }) => memberId);
  const owed = new Set([
    ...both('recommendation.assigned', owner.memberId),
    ...both('submission.approved', owner.memberId),
    ...judges.flatMap((judge) => both('approval-request.opened', judge)),
  ]);
  // managers hear of the submission unless they are asked to decide by the time they are told
  const allowed = new Set(
    [cast.manager, cast.deputy].map(({ memberId }) => keyOf('submission.submitted', memberId, 'in_app')),
  );
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const key = keyOf(row.event_type, row.recipient_id, row.channel);
    if (seen.has(key)) faults.push(`${itemId}: doubled: ${key}`);
    seen.add(key);
    if (!owed.has(key) && !allowed.has(key)) faults.push(`${itemId}: made up: ${key}`);
    if (row.event_type === 'approval-request.opened' && row.asked !== row.recipient_id)
      faults.push(`${itemId}: told another than who is asked: ${key}`);
    if (row.status === 'pending' || row.status === 'failed') faults.push(`${itemId}: ${row.status}: ${key}`);
    if (row.status === 'suppressed' && row.cause !== 'request_closed')
      faults.push(`${itemId}: suppressed for ${row.cause}: ${key}`);
    const parts = row.status === 'sent' ? 1 : 0;
    if (row.channel === 'in_app' && row.notifications !== parts)
      faults.push(`${itemId}: ${row.notifications} notifications: ${key}`);
    if (row.channel === 'mail' && row.mails !== parts) faults.push(`${itemId}: ${row.mails} mails worded: ${key}`);
  }
  return [...faults, ...[...owed].filter((key) => !seen.has(key)).map((key) => `${itemId}: missing: ${key}`)];
}

async function checkMails(
  reader: Reader,
  here: TestWorkspace,
  received: readonly ReceivedMail[],
): Promise<Pick<Findings, 'faults' | 'repeatedMails'>> {
  const sent = await reader.query<{ message_id: string }>(
    `SELECT message_id FROM mail_message WHERE workspace_id = $1 AND status = 'sent'`,
    [here.id],
  );
  const copies = new Map<string, number>();
  for (const { raw } of received) {
    const id = /^Message-ID: (<.*>)/m.exec(raw)?.[1] ?? '';
    copies.set(id, (copies.get(id) ?? 0) + 1);
  }
  const faults = sent
    .filter(({ message_id: id }) => !copies.has(id))
    .map(({ message_id: id }) => `noted as sent, never received: ${id}`);
  const known = new Set(sent.map(({ message_id: id }) => id));
  faults.push(...[...copies.keys()].filter((id) => !known.has(id)).map((id) => `received, never noted: ${id}`));
  return { faults, repeatedMails: received.length - copies.size };
}
