import { createHash } from 'node:crypto';
import { type Database, systemContext, tenantTables } from '@uptake/persistence';
import type { Person } from '../../../support/people.js';
import type { Side } from './side.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** By which an answer would betray a workspace: every id in its rows, and its word. */
export interface Traces {
  ids: ReadonlySet<string>;
  word: string;
  /** Changes with any change of any row. */
  fingerprint: string;
}

const rowsOf = [
  ...tenantTables.map((table) => `SELECT t::text AS row FROM ${table} t WHERE t.workspace_id = $1`),
  `SELECT w::text FROM workspace w WHERE w.id = $1`,
  // one's ways in are not the workspace's, but a stranger may end them as little; when they were last used says nothing
  `SELECT (s.id, s.user_id, s.revoked_at)::text FROM session s JOIN member m ON m.user_id = s.user_id AND m.workspace_id = $1 AND m.user_id <> ALL ($2::uuid[])`,
  `SELECT (t.id, t.user_id, t.name, t.revoked_at)::text FROM api_token t JOIN member m ON m.user_id = t.user_id AND m.workspace_id = $1 AND m.user_id <> ALL ($2::uuid[])`,
].join(' UNION ALL ');

/** `known`: people of this workspace whom others may know of, for they are theirs too. */
export async function tracesOf(system: Database, side: Side, known: readonly Person[]): Promise<Traces> {
  const rows = (
    await system
      .reader(systemContext())
      .query<{ row: string }>(rowsOf, [side.workspace.id, known.map((person) => person.userId)])
  )
    .map(({ row }) => row)
    .sort();
  const ids = new Set(rows.join('\n').match(UUID));
  for (const person of known) for (const id of [person.userId, person.memberId]) ids.delete(id);
  return { ids, word: side.word, fingerprint: createHash('sha256').update(rows.join('\n')).digest('hex') };
}

/** What in the text betrays the workspace; ids that the request itself carried betray nothing. */
export function betrayedBy(text: string, traces: Traces, sent: string): string[] {
  const own = new Set(sent.match(UUID));
  const ids = (text.match(UUID) ?? []).filter((id) => traces.ids.has(id) && !own.has(id));
  return [...new Set(ids), ...(text.includes(traces.word) ? [traces.word] : [])];
}
