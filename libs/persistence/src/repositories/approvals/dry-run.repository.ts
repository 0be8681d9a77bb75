import type { Role } from '@uptake/contracts';
import { type DryRunFacts, DomainError, type ItemFacts, type SubmissionFacts } from '@uptake/domain';
import type { Reader, Row } from '../../tenancy/transaction.js';

interface MemberRow extends Row {
  id: string;
  name: string;
  is_active: boolean;
  may_see: boolean;
  roles: Role[];
  team_ids: string[];
  owns_item: boolean;
  owns_parent: boolean;
}

/** What a version is tried on where no item is named: nothing about it is special, and nobody owns it. */
const sample: ItemFacts = {
  kind: 'recommendation',
  reference: 'SAMPLE-01',
  priority: 'normal',
  status: 'open',
  visibility: 'workspace',
  fields: {},
};

/** Everybody of the workspace as the rules of a workflow would meet them; nothing is held, nothing is written. */
export class DryRunRepository {
  /** Throws `not_found` for an item that the reader may not see. */
  async facts(reader: Reader, itemId: string | null, submission: SubmissionFacts): Promise<DryRunFacts> {
    const item = itemId ? await reader.one<ItemFacts & Row>(ITEM, [reader.workspaceId, itemId]) : sample;
    if (!item) throw new DomainError('not_found', { detail: 'No such item' });
    const rows = await reader.query<MemberRow>(MEMBERS, [reader.workspaceId, itemId]);
    return {
      submission,
      item,
      members: rows.map((row) => ({
        id: row.id,
        name: row.name,
        isActive: row.is_active,
        maySee: row.may_see,
        roles: row.roles,
        teamIds: row.team_ids,
      })),
      ownerIds: {
        item: rows.filter((row) => row.owns_item).map((row) => row.id),
        parent: rows.filter((row) => row.owns_parent).map((row) => row.id),
      },
    };
  }
}

const belongsTo = (team: string): string =>
  `EXISTS (SELECT 1 FROM team_member tm WHERE tm.workspace_id = m.workspace_id AND tm.member_id = m.id AND tm.team_id = ${team})`;

const ITEM = `
SELECT i.kind, i.reference, i.priority, i.status, i.visibility, coalesce(o.fields, '{}'::jsonb) AS fields
FROM item i
LEFT JOIN official_record o ON o.workspace_id = i.workspace_id AND o.item_id = i.id AND o.version = i.record_version
WHERE i.workspace_id = $1 AND i.id = $2`;

const MEMBERS = `
SELECT m.id, m.name, m.deactivated_at IS NULL AS is_active, m.roles,
  $2::uuid IS NULL OR i.visibility <> 'confidential' OR ${belongsTo('i.team_id')} OR EXISTS (
    SELECT 1 FROM item_participant p WHERE p.workspace_id = i.workspace_id AND p.item_id IN (i.id, i.root_id) AND p.member_id = m.id) AS may_see,
  ARRAY(SELECT tm.team_id FROM team_member tm WHERE tm.workspace_id = m.workspace_id AND tm.member_id = m.id ORDER BY tm.team_id) AS team_ids,
  coalesce(i.owner_id = m.id, false) OR coalesce(${belongsTo('i.team_id')}, false) AS owns_item,
  coalesce(above.owner_id = m.id, false) OR coalesce(${belongsTo('above.team_id')}, false) AS owns_parent
FROM member m
LEFT JOIN item i ON i.workspace_id = m.workspace_id AND i.id = $2
LEFT JOIN item above ON above.workspace_id = i.workspace_id AND above.id = i.parent_id
WHERE m.workspace_id = $1
ORDER BY lower(m.name), m.id`;
