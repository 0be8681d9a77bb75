import type { MemberRef } from '@uptake/contracts';
import type { Reader } from '../../tenancy/transaction.js';

/** How members are named in answers, by id. */
export async function memberRefs(reader: Reader, ids: readonly string[]): Promise<Map<string, MemberRef>> {
  const rows = await reader.some<MemberRef & Record<string, unknown>>(
    `SELECT m.id, m.name, m.deactivated_at IS NULL AS active FROM member m WHERE m.workspace_id = $1 AND m.id = ANY($2::uuid[])`,
    [reader.workspaceId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** SQL for the same, inside a larger statement: `member` is the alias of the member's row. */
export const memberRefSql = (member: string): string =>
  `jsonb_build_object('id', ${member}.id, 'name', ${member}.name, 'active', ${member}.deactivated_at IS NULL)`;
