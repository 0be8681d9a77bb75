import type { WorkflowDefinition } from '@uptake/contracts';
import { type RunSnapshot, type WorkflowEvent, definitionHash, replay } from '@uptake/domain';
import { type Reader, RunRepository } from '@uptake/persistence';
import { sha256 } from './sha256.js';

const standing = `('completed','approved','overridden','skipped')`;
/** The revision that a decision saw differs, in what its stage watches, from submission `s`. */
const sawOther = `NOT EXISTS (SELECT 1 FROM submission seen WHERE seen.workspace_id = d.workspace_id AND seen.run_id = d.run_id AND seen.hash = d.subject_hash
  AND NOT EXISTS (
    SELECT 1 FROM workflow_version v CROSS JOIN LATERAL jsonb_array_elements(v.definition->'stages') st
    WHERE v.workspace_id = r.workspace_id AND v.id = r.workflow_version_id AND st->>'key' = t.stage_key AND CASE WHEN jsonb_typeof(st->'watchedFields') = 'null' THEN seen.id <> s.id
      ELSE EXISTS (SELECT 1 FROM jsonb_array_elements_text(st->'watchedFields') f WHERE seen.field_hashes->f IS DISTINCT FROM s.field_hashes->f) END))`;
const events = `(SELECT e.workspace_id, e.type, e.data->>'runId' AS run_id, (e.data->>'sequence')::int AS sequence, e.data->>'stageRunId' AS stage_run_id, e.data
  FROM audit_entry e WHERE e.workspace_id = $1 AND e.data ? 'event')`;

/**
 * What must hold of every run, whatever happened, by the numbers of the engine's specification: each statement finds the rows that
 * break it, from the tables and the journal alone and without the code under test. $1 is the workspace. (18, that the same inputs
 * give the same outcome, cannot be seen in a table: the model plays every command twice, on the database and in memory.)
 */
export const runInvariants: readonly { number: number; says: string; sql: string }[] = [
  {
    number: 1,
    says: 'nobody decides on what they submitted or wrote',
    sql: `SELECT d.id FROM decision d JOIN approval_request q ON q.workspace_id = d.workspace_id AND q.id = d.request_id
      JOIN submission s ON s.workspace_id = q.workspace_id AND s.id = q.submission_id
      WHERE d.workspace_id = $1 AND (d.actor_id = s.submitted_by OR d.actor_id = ANY(s.editor_ids) OR d.on_behalf_of_id = s.submitted_by OR d.on_behalf_of_id = ANY(s.editor_ids))`,
  },
  {
    number: 2,
    says: 'whoever decides was asked, or acts for the one asked, and is active then',
    sql: `SELECT d.id FROM decision d JOIN stage_run t ON t.workspace_id = d.workspace_id AND t.id = d.stage_run_id
      JOIN approval_request q ON q.workspace_id = d.workspace_id AND q.id = d.request_id
      JOIN member m ON m.workspace_id = d.workspace_id AND m.id IN (d.actor_id, d.on_behalf_of_id)
      WHERE d.workspace_id = $1 AND (NOT q.member_id = ANY(t.eligible_ids) OR q.member_id <> coalesce(d.on_behalf_of_id, d.actor_id) OR m.deactivated_at < d.at)`,
  },
  {
    number: 3,
    says: 'nobody decides, has decided for them or sets aside in two stages that exclude each other',
    sql: `WITH voice AS (
        SELECT d.workspace_id, d.run_id, d.stage_run_id, v.human FROM decision d CROSS JOIN LATERAL unnest(ARRAY[d.actor_id, d.on_behalf_of_id]) AS v(human) WHERE v.human IS NOT NULL
        UNION ALL SELECT o.workspace_id, o.run_id, o.stage_run_id, o.actor_id FROM stage_override o)
      SELECT a.human FROM voice a JOIN voice b ON b.workspace_id = a.workspace_id AND b.run_id = a.run_id AND b.human = a.human
      JOIN stage_run ta ON ta.workspace_id = a.workspace_id AND ta.id = a.stage_run_id JOIN stage_run tb ON tb.workspace_id = b.workspace_id AND tb.id = b.stage_run_id
      JOIN run r ON r.workspace_id = a.workspace_id AND r.id = a.run_id JOIN workflow_version v ON v.workspace_id = r.workspace_id AND v.id = r.workflow_version_id
      WHERE a.workspace_id = $1 AND EXISTS (SELECT 1 FROM jsonb_array_elements(v.definition->'stages') st WHERE st->>'key' = ta.stage_key AND st->'separateFrom' ? tb.stage_key)`,
  },
  {
    number: 4,
    says: 'who acts for another does so by a delegation from them, inside its window and scope and before it was revoked',
    sql: `SELECT d.id FROM decision d LEFT JOIN delegation g ON g.workspace_id = d.workspace_id AND g.id = d.delegation_id
      JOIN run r ON r.workspace_id = d.workspace_id AND r.id = d.run_id JOIN workflow w ON w.workspace_id = r.workspace_id AND w.id = r.workflow_id
      WHERE d.workspace_id = $1 AND d.on_behalf_of_id IS NOT NULL AND (g.id IS NULL OR g.from_id <> d.on_behalf_of_id OR g.to_id <> d.actor_id
        OR d.at < g.starts_at OR d.at >= g.ends_at OR d.at > g.revoked_at OR NOT r.item_id = ANY(g.item_ids) OR NOT w.key = ANY(g.workflow_keys))`,
  },
  {
    number: 5,
    says: 'one human counts once in a stage run, whoever speaks for them',
    sql: `SELECT d.stage_run_id FROM decision d CROSS JOIN LATERAL unnest(ARRAY[d.actor_id, d.on_behalf_of_id]) AS v(human)
      WHERE d.workspace_id = $1 AND v.human IS NOT NULL GROUP BY d.stage_run_id, v.human HAVING count(*) > 1`,
  },
  {
    number: 6,
    says: 'nobody inactive is still asked',
    sql: `SELECT q.id FROM approval_request q JOIN member m ON m.workspace_id = q.workspace_id AND m.id = q.member_id
      WHERE q.workspace_id = $1 AND q.state = 'open' AND m.deactivated_at IS NOT NULL`,
  },
  {
    number: 7,
    says: 'a stage that asks nobody is never approved, and blocked while it is open',
    sql: `SELECT t.id FROM stage_run t WHERE t.workspace_id = $1 AND t.kind = 'approval' AND cardinality(t.eligible_ids) = 0
      AND (t.state = 'approved' OR (t.state = 'open' AND t.blocked IS NULL))`,
  },
  {
    number: 8,
    says: 'what is handed in short of people is flagged by a block or never opened that stage',
    sql: `SELECT t.id FROM stage_run t WHERE t.workspace_id = $1 AND t.kind = 'approval' AND t.state = 'open' AND t.blocked IS NULL AND cardinality(t.eligible_ids) < t.required`,
  },
  {
    number: 9,
    says: 'a key made one decision',
    sql: `SELECT d.actor_id FROM decision d WHERE d.workspace_id = $1 AND d.idempotency_key IS NOT NULL GROUP BY d.actor_id, d.idempotency_key HAVING count(*) > 1`,
  },
  {
    number: 10,
    says: 'a request is decided when it has its one decision, and only then',
    sql: `SELECT q.id FROM approval_request q LEFT JOIN decision d ON d.workspace_id = q.workspace_id AND d.request_id = q.id
      WHERE q.workspace_id = $1 GROUP BY q.id, q.state HAVING count(d.id) <> (CASE WHEN q.state = 'decided' THEN 1 ELSE 0 END)`,
  },
  {
    number: 11,
    says: 'a stage leaves open once, with one event that says so',
    sql: `SELECT t.id FROM stage_run t LEFT JOIN ${events} e ON e.stage_run_id = t.id::text AND e.type IN ('stage.completed','stage.overridden','stage.superseded','stage.cancelled','stage.expired')
      WHERE t.workspace_id = $1 GROUP BY t.id, t.state, t.skipped_by HAVING count(e.sequence) <> (CASE WHEN t.state = 'open' OR t.skipped_by IS NOT NULL THEN 0 ELSE 1 END)`,
  },
  {
    number: 12,
    says: 'approved exactly where enough approve and nobody with a veto rejects',
    sql: `SELECT t.id FROM stage_run t JOIN run r ON r.workspace_id = t.workspace_id AND r.id = t.run_id
      JOIN workflow_version v ON v.workspace_id = r.workspace_id AND v.id = r.workflow_version_id
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE d.verdict = 'approve') AS yes, count(*) FILTER (WHERE d.verdict = 'reject') AS no,
        count(*) FILTER (WHERE d.verdict = 'request_changes') AS back FROM decision d WHERE d.workspace_id = t.workspace_id AND d.stage_run_id = t.id) n
      WHERE t.workspace_id = $1 AND t.kind = 'approval' AND (
        (t.state = 'approved' AND (n.yes < t.required OR n.back > 0 OR (n.no > 0 AND (SELECT (st->>'veto')::boolean FROM jsonb_array_elements(v.definition->'stages') st WHERE st->>'key' = t.stage_key))))
        OR (t.state = 'open' AND (n.yes >= t.required OR n.back > 0)))`,
  },
  {
    number: 13,
    says: 'only decisions on the approved hash carry an approval',
    sql: `SELECT d.id FROM decision d JOIN stage_run t ON t.workspace_id = d.workspace_id AND t.id = d.stage_run_id JOIN run r ON r.workspace_id = d.workspace_id AND r.id = d.run_id
      JOIN submission s ON s.workspace_id = r.workspace_id AND s.id = r.submission_id
      WHERE d.workspace_id = $1 AND t.state = 'approved' AND (d.round <> t.round OR (r.state = 'approved' AND ${sawOther}))`,
  },
  {
    number: 14,
    says: 'no decision comes after its stage was closed',
    sql: `SELECT d.sequence FROM ${events} d JOIN ${events} c ON c.stage_run_id = d.stage_run_id AND c.type IN ('stage.completed','stage.overridden','stage.superseded','stage.cancelled','stage.expired')
      WHERE d.type = 'approval-request.decided' AND d.sequence > c.sequence`,
  },
  {
    number: 15,
    says: 'who is asked and how many must approve stay as they were at the opening',
    sql: `SELECT t.id FROM stage_run t JOIN ${events} o ON o.stage_run_id = t.id::text AND o.type = 'stage.opened'
      WHERE t.workspace_id = $1 AND NOT EXISTS (SELECT 1 FROM ${events} a WHERE a.stage_run_id = t.id::text AND a.type IN ('stage.amended','stage.escalated'))
      AND (t.required <> (o.data->>'required')::int OR to_jsonb(t.eligible_ids) <> o.data->'eligibleIds')`,
  },
  {
    number: 16,
    says: 'nothing is approved, and no stage opens, past a stage that does not stand',
    sql: `SELECT r.id FROM run r JOIN workflow_version v ON v.workspace_id = r.workspace_id AND v.id = r.workflow_version_id
      CROSS JOIN LATERAL jsonb_array_elements(v.definition->'stages') st
      WHERE r.workspace_id = $1 AND st->>'kind' = 'approval'
      AND NOT EXISTS (SELECT 1 FROM stage_run t WHERE t.workspace_id = r.workspace_id AND t.run_id = r.id AND t.stage_key = st->>'key' AND t.state IN ('approved','overridden','skipped'))
      AND (r.state = 'approved' OR EXISTS (
        SELECT 1 FROM stage_run later JOIN jsonb_array_elements(v.definition->'stages') ls ON ls->>'key' = later.stage_key
        WHERE later.workspace_id = r.workspace_id AND later.run_id = r.id AND (ls->>'order')::int > (st->>'order')::int AND later.state IN ('open','approved','overridden')
        -- what stood already when a revision voided an earlier stage goes on, and a group is open together
        AND NOT EXISTS (SELECT 1 FROM stage_run again WHERE again.workspace_id = r.workspace_id AND again.run_id = r.id AND again.stage_key = st->>'key'
          AND again.state = 'open' AND (again.position > later.position OR ls->>'parallelGroup' = st->>'parallelGroup'))))`,
  },
  {
    number: 19,
    says: 'a stage stands in one round at most, and what went back stands in none before it',
    sql: `SELECT t.run_id FROM stage_run t WHERE t.workspace_id = $1 AND t.state IN ${standing} GROUP BY t.run_id, t.stage_key HAVING count(*) > 1`,
  },
  {
    number: 20,
    says: 'after its end nothing happens in a run, and nothing is open in it',
    sql: `SELECT r.id FROM run r WHERE r.workspace_id = $1 AND r.ended_at IS NOT NULL AND (
        EXISTS (SELECT 1 FROM ${events} e JOIN ${events} z ON z.run_id = e.run_id AND z.type IN ('submission.approved','submission.rejected','submission.withdrawn','submission.cancelled','submission.expired') WHERE e.run_id = r.id::text AND e.sequence > z.sequence)
        OR EXISTS (SELECT 1 FROM stage_run t WHERE t.workspace_id = r.workspace_id AND t.run_id = r.id AND t.state = 'open'))`,
  },
  {
    number: 21,
    says: 'an item has one run of a workflow under way',
    sql: `SELECT r.item_id FROM run r WHERE r.workspace_id = $1 AND r.state IN ('active','changes_requested') GROUP BY r.item_id, r.workflow_id HAVING count(*) > 1`,
  },
  {
    number: 22,
    says: 'nobody is asked in a run that has ended',
    sql: `SELECT q.id FROM approval_request q JOIN run r ON r.workspace_id = q.workspace_id AND r.id = q.run_id WHERE q.workspace_id = $1 AND q.state = 'open' AND r.ended_at IS NOT NULL`,
  },
  {
    number: 22,
    says: 'no timer waits for a stage that was left',
    sql: `SELECT t.id FROM timer t JOIN stage_run s ON s.workspace_id = t.workspace_id AND s.id = t.stage_run_id WHERE t.workspace_id = $1 AND t.state = 'set' AND s.state <> 'open'`,
  },
  {
    number: 24,
    says: 'the official record is what the counted decisions saw',
    sql: `SELECT o.submission_id FROM official_record o JOIN submission s ON s.workspace_id = o.workspace_id AND s.id = o.submission_id
      JOIN run r ON r.workspace_id = s.workspace_id AND r.id = s.run_id
      WHERE o.workspace_id = $1 AND (r.state <> 'approved' OR r.submission_id <> s.id OR EXISTS (
        SELECT 1 FROM decision d JOIN stage_run t ON t.workspace_id = d.workspace_id AND t.id = d.stage_run_id
        WHERE d.workspace_id = r.workspace_id AND d.run_id = r.id AND t.state = 'approved' AND d.verdict = 'approve' AND ${sawOther}))`,
  },
  {
    number: 29,
    says: 'no item waits for itself, over whichever others',
    sql: `WITH RECURSIVE waits AS (
        SELECT g.item_id, g.depends_on_id FROM item_gate g WHERE g.workspace_id = $1 AND g.depends_on_id IS NOT NULL
        UNION SELECT w.item_id, g.depends_on_id FROM waits w JOIN item_gate g ON g.workspace_id = $1 AND g.item_id = w.depends_on_id AND g.depends_on_id IS NOT NULL
      ) SELECT item_id FROM waits WHERE item_id = depends_on_id`,
  },
  {
    number: 30,
    says: 'a timer that has acted did so once, and one that has not did nothing',
    sql: `SELECT t.id FROM timer t LEFT JOIN ${events} e ON e.data->>'timerId' = t.id::text AND e.type IN ('stage.reminded','stage.escalated','stage.timed-out')
      WHERE t.workspace_id = $1 GROUP BY t.id, t.state HAVING count(e.sequence) <> (CASE WHEN t.state = 'fired' THEN 1 ELSE 0 END)`,
  },
  {
    number: 31,
    says: 'no timer acts on a stage that was left',
    sql: `SELECT a.sequence FROM ${events} a JOIN ${events} c ON c.stage_run_id = a.stage_run_id AND c.type IN ('stage.completed','stage.overridden','stage.superseded','stage.cancelled','stage.expired')
      WHERE a.type IN ('stage.reminded','stage.escalated','stage.timed-out') AND a.sequence > c.sequence`,
  },
  {
    number: 32,
    says: 'time approves nothing',
    sql: `SELECT e.id FROM audit_entry e WHERE e.workspace_id = $1 AND e.data ? 'event' AND e.actor_id IS NULL
      AND (e.type = 'submission.approved' OR (e.type = 'stage.completed' AND e.data->>'outcome' = 'approved'))`,
  },
  {
    number: 33,
    says: 'no timer acts before its time',
    sql: `SELECT t.id FROM timer t WHERE t.workspace_id = $1 AND t.state = 'fired' AND t.closed_at < t.fire_at`,
  },
  {
    number: 39,
    says: 'a decision is signed exactly where its stage asks for it, with the meaning the stage gives it',
    sql: `SELECT d.id FROM decision d JOIN stage_run t ON t.workspace_id = d.workspace_id AND t.id = d.stage_run_id JOIN run r ON r.workspace_id = d.workspace_id AND r.id = d.run_id
      JOIN workflow_version v ON v.workspace_id = r.workspace_id AND v.id = r.workflow_version_id
      CROSS JOIN LATERAL (SELECT st->'signature'->'meaning' AS meaning FROM jsonb_array_elements(v.definition->'stages') st WHERE st->>'key' = t.stage_key) st
      WHERE d.workspace_id = $1 AND (st.meaning IS DISTINCT FROM d.signature_meaning OR (st.meaning IS NULL) <> (d.signature_name IS NULL))`,
  },
  {
    number: 34,
    says: 'nobody is told twice of one event by one channel',
    sql: `SELECT d.event_id FROM delivery d WHERE d.workspace_id = $1 GROUP BY d.event_id, d.recipient_id, d.channel HAVING count(*) > 1`,
  },
];

/** Everything of a workspace's runs that breaks an invariant, worded; empty when all hold. */
export async function brokenInvariants(reader: Reader): Promise<string[]> {
  const found: string[] = [];
  for (const { number, says, sql } of runInvariants) {
    const rows = await reader.query(sql, [reader.workspaceId]);
    if (rows.length > 0) found.push(`${number}: not so that ${says} (${rows.length})`);
  }
  return [...found, ...(await alteredVersions(reader)), ...(await unlikeTheirJournal(reader))];
}

/** 26: a published version is still what its hash says. */
async function alteredVersions(reader: Reader): Promise<string[]> {
  const rows = await reader.query<{ id: string; definition: WorkflowDefinition; hash: string }>(
    `SELECT v.id, v.definition, v.hash FROM workflow_version v WHERE v.workspace_id = $1`,
    [reader.workspaceId],
  );
  return rows
    .filter((row) => definitionHash(row.definition, sha256) !== row.hash)
    .map((row) => `26: version ${row.id} is not what was published`);
}

type Signed = Record<string, unknown> & { signature: Record<string, unknown> | null };

interface JournalRow {
  run_id: string;
  actor_id: string;
  at: string;
  data: Record<string, unknown> & {
    event: string;
    sequence: number;
    decision?: Signed;
    override?: Record<string, unknown>;
  };
  personal: Record<string, unknown> | null;
}

/** 38: each run has its events numbered without a gap, one row each, and they rebuild it to the last field. */
async function unlikeTheirJournal(reader: Reader): Promise<string[]> {
  const rows = await reader.query<JournalRow & Record<string, unknown>>(
    `SELECT e.data->>'runId' AS run_id, e.actor_id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, e.data, p.data AS personal
     FROM audit_entry e LEFT JOIN audit_personal p ON p.workspace_id = e.workspace_id AND p.entry_id = e.id
     WHERE e.workspace_id = $1 AND e.data ? 'event' ORDER BY run_id, (e.data->>'sequence')::int`,
    [reader.workspaceId],
  );
  const histories = groupByRun(rows);
  const ids = (
    await reader.query<{ id: string }>(`SELECT r.id FROM run r WHERE r.workspace_id = $1`, [reader.workspaceId])
  ).map(({ id }) => id);
  const runs = await new RunRepository().load(reader, ids);
  return runs.flatMap(({ snapshot }) => {
    const history = histories.get(snapshot.run.id) ?? [];
    if (history.some((row, index) => row.data.sequence !== index + 1))
      return [`38: run ${snapshot.run.id} has a gap or a double in its journal`];
    return JSON.stringify(sorted(replay(history.map(eventOf)))) === JSON.stringify(sorted(withoutFacts(snapshot)))
      ? []
      : [`38: run ${snapshot.run.id} is not what its journal says`];
  });
}

/** What a revision says stands in its own row; the journal has its hashes. */
function withoutFacts(snapshot: RunSnapshot): unknown {
  const { facts: _facts, ...judged } = snapshot.run.judged;
  return { ...snapshot, run: { ...snapshot.run, judged } };
}

function groupByRun(rows: readonly JournalRow[]): Map<string, JournalRow[]> {
  const groups = new Map<string, JournalRow[]>();
  for (const row of rows) groups.set(row.run_id, [...(groups.get(row.run_id) ?? []), row]);
  return groups;
}

/** The engine's event out of the chained row and the words beside it. */
function eventOf({ actor_id: actorId, at, data, personal }: JournalRow): WorkflowEvent {
  const { event: type, decision, override, ...said } = data;
  const { signatureName, ...rest } = personal ?? {};
  const words = { reason: null, ratingReason: null, ...rest };
  const isWorded = type.startsWith('run.') || type === 'eligibility.amended';
  return {
    actorId,
    at,
    ...said,
    type,
    ...(decision
      ? { decision: { ...decision, ...words, signature: signedBy(decision, signatureName) } }
      : isWorded
        ? words
        : {}),
    ...(override ? { override: { ...override, reason: words.reason } } : {}),
  } as unknown as WorkflowEvent;
}

const signedBy = ({ signature }: Signed, name: unknown) => signature && { name, ...signature };

/** The same value with its keys in order, so that two can be compared as text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
