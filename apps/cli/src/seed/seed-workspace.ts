import { AUDIT_FORMAT, type Database, type Transaction, installShippedWorkflows, rollupDimensions, systemContext } from '@uptake/persistence';
import { hashSecret } from '@uptake/platform';
import type { MadeRows } from './made-rows.js';

const PAGE = 5_000;
const dimensions = rollupDimensions.join(', ');

/** Writes a made workspace in sets of five thousand rows, with one audit row an item and counts that agree with them. */
export async function seedWorkspace(system: Database, rows: MadeRows, sizes: { recommendations: number; tasks: number }): Promise<void> {
  await system.transaction(systemContext(rows.workspaceId), async (tx) => {
    await writePeople(tx, rows);
    await installShippedWorkflows(tx, rows.workspaceId, new Date(rows.now));
    const recommendations = rows.recommendations(sizes.recommendations);
    await writeItems(tx, 'recommendation', recommendations, rows);
    await tx.query(
      `INSERT INTO recommendation (workspace_id, item_id, blueprint, text, language, direction, verified_rating, reported_rating, outcome)
       SELECT $1, r.id, r.blueprint, r.title, 'en', 'ltr', r.rating, r.rating, r.outcome FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, blueprint text, title text, rating text, outcome text)`,
      [rows.workspaceId, JSON.stringify(recommendations)],
    );
    const ids = recommendations.map((made) => made.id);
    for (let first = 1; first <= sizes.tasks; first += PAGE) {
      const tasks = rows.tasks(first, Math.min(PAGE, sizes.tasks - first + 1), ids);
      await writeItems(tx, 'task', tasks, rows);
      await tx.query(`INSERT INTO task (workspace_id, item_id, number, progress) SELECT $1, t.id, t.number, t.progress FROM jsonb_to_recordset($2::jsonb) AS t(id uuid, number int, progress int)`, [rows.workspaceId, JSON.stringify(tasks)]);
    }
    await tx.query(`INSERT INTO counter (workspace_id, name, value) VALUES ($1, 'task', $2), ($1, 'ref:GEN', $3)`, [rows.workspaceId, sizes.tasks, sizes.recommendations]);
    await countAfresh(tx, rows.workspaceId);
    await writeNotifications(tx, rows);
  });
  await system.transaction(systemContext(), (tx) => tx.query('ANALYZE').catch(() => undefined).then(() => undefined));
}

async function writePeople(tx: Transaction, rows: MadeRows): Promise<void> {
  const at = new Date(rows.now);
  const people = rows.people.map((person, i) => ({ ...person, tokenHash: hashSecret(person.token).toString('hex'), tokenId: rows.random.uuid(rows.now + i) }));
  const given = [tx.workspaceId, JSON.stringify(people), at];
  const of = `jsonb_to_recordset($2::jsonb) AS p("userId" uuid, "memberId" uuid, name text, email text, roles text[], "tokenHash" text, "tokenId" uuid)`;
  await tx.query(`INSERT INTO workspace (id, slug, name, created_at) VALUES ($1, $2, $2, $3)`, [tx.workspaceId, rows.slug, at]);
  await tx.query(`INSERT INTO app_user (id, email, name, created_at) SELECT p."userId", p.email, p.name, $3 FROM ${of} WHERE $1::uuid IS NOT NULL`, given);
  await tx.query(`INSERT INTO member (workspace_id, id, user_id, name, roles, joined_at) SELECT $1, p."memberId", p."userId", p.name, p.roles, $3 FROM ${of}`, given);
  await tx.query(`INSERT INTO api_token (id, user_id, name, token_hash, hint, created_at) SELECT p."tokenId", p."userId", 'seed', decode(p."tokenHash", 'hex'), 'seed', $3 FROM ${of} WHERE $1::uuid IS NOT NULL`, given);
  await tx.query(`INSERT INTO team (workspace_id, id, name, created_at) SELECT $1, t.id, t.name, $3 FROM jsonb_to_recordset($2::jsonb) AS t(id uuid, name text)`, [tx.workspaceId, JSON.stringify(rows.teams), at]);
  const seats = rows.people.map((person) => ({ member: person.memberId, team: rows.random.pick(rows.teams).id }));
  await tx.query(`INSERT INTO team_member (workspace_id, team_id, member_id) SELECT $1, s.team, s.member FROM jsonb_to_recordset($2::jsonb) AS s(member uuid, team uuid)`, [tx.workspaceId, JSON.stringify(seats)]);
}

async function writeItems(tx: Transaction, kind: 'recommendation' | 'task', items: ReadonlyArray<{ id: string; at: string }>, rows: MadeRows): Promise<void> {
  const creator = rows.people[1]?.memberId ?? rows.people[0]?.memberId;
  await tx.query(
    `INSERT INTO item (workspace_id, id, kind, reference, parent_id, root_id, title, owner_id, team_id, status, lifecycle, due_on, created_by, created_at, updated_at, closed_at)
     SELECT $1, i.id, $3, i.reference, i.parent_id, i.root_id, i.title, i.owner_id, i.team_id, i.status, i.lifecycle, i.due_on, $4, i.at, i.at, CASE WHEN i.lifecycle = 'closed' THEN i.at END
     FROM jsonb_to_recordset($2::jsonb) AS i(id uuid, reference text, parent_id uuid, root_id uuid, title text, owner_id uuid, team_id uuid, status text, lifecycle text, due_on date, at timestamptz)`,
    [tx.workspaceId, JSON.stringify(items), kind, creator],
  );
  await tx.query(
    `INSERT INTO audit_entry (workspace_id, id, format, type, at, actor_id, subject_kind, subject_id, item_id, correlation, data)
     SELECT $1, i.id, $5, $3 || '.created', i.at, $4::uuid, $3, i.id, i.id, 'seed', jsonb_build_object('reference', i.reference) FROM jsonb_to_recordset($2::jsonb) AS i(id uuid, reference text, at timestamptz)`,
    [tx.workspaceId, JSON.stringify(items), kind, creator, AUDIT_FORMAT],
  );
}

/** The cells of rollups as if each item had been counted on the day it was made. */
async function countAfresh(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.query(
    `INSERT INTO rollup_cell (workspace_id, day, ${dimensions}, amount)
     SELECT $1, (i.created_at AT TIME ZONE 'UTC')::date, i.kind, r.brief_id, r.section_id, r.blueprint, i.owner_id, i.team_id, i.status, r.verified_rating, i.visibility, i.due_on, i.waiting, count(*)
     FROM item i LEFT JOIN recommendation r ON r.workspace_id = i.workspace_id AND r.item_id = i.id WHERE i.workspace_id = $1 GROUP BY 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13`,
    [workspaceId],
  );
}

/** A full inbox for each of the first people: one notification for each of their newest tasks. */
async function writeNotifications(tx: Transaction, rows: MadeRows): Promise<void> {
  for (const person of rows.people.slice(0, 20)) {
    await tx.query(
      `INSERT INTO notification (workspace_id, id, user_id, member_id, event_id, type, reason, item_id, at)
       SELECT $1, i.id, $2, $3, i.id, 'task.assigned', 'assigned', i.id, i.created_at FROM item i WHERE i.workspace_id = $1 AND i.kind = 'task' AND i.owner_id = $3 ORDER BY i.created_at DESC LIMIT 500`,
      [tx.workspaceId, person.userId, person.memberId],
    );
  }
}
