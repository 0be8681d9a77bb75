import type { Role } from '@uptake/contracts';
import type { AudienceFacts } from '@uptake/domain';
import type { Reader, Row } from '../../tenancy/transaction.js';
import { holdingFor } from '../approvals/acting-sql.js';
import { isPart } from '../items/shown.js';

/** A member as one to be told something. */
export interface Recipient {
  memberId: string;
  userId: string;
  roles: Role[];
  email: string;
  language: string;
}

interface FactsRow extends Row {
  item: AudienceFacts['item'];
  run: AudienceFacts['run'];
  request: AudienceFacts['request'];
  managers: string[];
}

/** Who stands where in what an event is about. Asked over all items, as the system; what comes of it is told only to who may read. */
export class AudienceRepository {
  async facts(reader: Reader, event: { itemId: string | null; subjectId: string }, now: Date): Promise<AudienceFacts> {
    const row = await reader.one<FactsRow>(FACTS, [reader.workspaceId, event.itemId, event.subjectId, now]);
    return {
      item: row?.item ?? null,
      run: row?.run ?? null,
      request: row?.request ?? null,
      managerIds: row?.managers ?? [],
    };
  }

  /** Those of these members who are still in the workspace and whose account is open. */
  async recipients(reader: Reader, memberIds: readonly string[]): Promise<Recipient[]> {
    const rows = await reader.some<{ id: string; user_id: string; roles: Role[]; email: string; language: string }>(
      `SELECT m.id, m.user_id, m.roles, u.email, u.language FROM member m JOIN app_user u ON u.id = m.user_id
       WHERE m.workspace_id = $1 AND m.id = ANY($2::uuid[]) AND m.deactivated_at IS NULL AND u.disabled_at IS NULL`,
      [reader.workspaceId, memberIds],
    );
    return rows.map((row) => ({
      memberId: row.id,
      userId: row.user_id,
      roles: row.roles,
      email: row.email,
      language: row.language,
    }));
  }

  /** Whether the item shows in this reader's context: in a member's own, whether they may read it. */
  async canSee(reader: Reader, itemId: string): Promise<boolean> {
    return (
      (await reader.one(`SELECT 1 FROM item i WHERE i.workspace_id = $1 AND i.id = $2`, [
        reader.workspaceId,
        itemId,
      ])) !== undefined
    );
  }
}

const contributors = (item: string) =>
  `SELECT p.member_id FROM item_participant p WHERE p.workspace_id = i.workspace_id AND p.item_id = ${item} AND ${isPart('p', 'contributor')}`;

// The subject of an event about a run is the submission, the stage run, the request or the run itself.
const FACTS = `
WITH subject_run AS (
  SELECT run_id AS id FROM submission s WHERE s.workspace_id = $1 AND s.id = $3
  UNION ALL SELECT run_id FROM stage_run t WHERE t.workspace_id = $1 AND t.id = $3
  UNION ALL SELECT run_id FROM approval_request q WHERE q.workspace_id = $1 AND q.id = $3
  UNION ALL SELECT id FROM run n WHERE n.workspace_id = $1 AND n.id = $3
)
SELECT
  (SELECT jsonb_build_object(
      'ownerId', i.owner_id, 'teamId', i.team_id,
      'teamMemberIds', ARRAY(SELECT tm.member_id FROM team_member tm WHERE tm.workspace_id = i.workspace_id AND tm.team_id = i.team_id),
      'contributorIds', ARRAY(${contributors('i.id')}),
      'rootOwnerId', CASE WHEN i.root_id <> i.id THEN (SELECT r.owner_id FROM item r WHERE r.workspace_id = i.workspace_id AND r.id = i.root_id) END)
   FROM item i WHERE i.workspace_id = $1 AND i.id = $2) AS item,
  (SELECT jsonb_build_object(
      'submitterId', n.submitter_id, 'editorIds', s.editor_ids,
      'askedIds', ARRAY(SELECT q.member_id FROM approval_request q WHERE q.workspace_id = n.workspace_id AND q.run_id = n.id AND q.state = 'open'))
   FROM subject_run sr JOIN run n ON n.workspace_id = $1 AND n.id = sr.id JOIN submission s ON s.workspace_id = n.workspace_id AND s.id = n.submission_id LIMIT 1) AS run,
  (SELECT jsonb_build_object('memberId', q.member_id, 'isOpen', q.state = 'open',
      'delegateIds', ARRAY(SELECT DISTINCT g.to_id FROM ${holdingFor('q', '$4')})) FROM approval_request q WHERE q.workspace_id = $1 AND q.id = $3) AS request,
  (SELECT coalesce(
      (SELECT array_agg(m.id) FROM member m WHERE m.workspace_id = $1 AND m.deactivated_at IS NULL AND 'manager' = ANY(m.roles)),
      ARRAY(SELECT m.id FROM member m WHERE m.workspace_id = $1 AND m.deactivated_at IS NULL AND 'admin' = ANY(m.roles)))) AS managers`;
