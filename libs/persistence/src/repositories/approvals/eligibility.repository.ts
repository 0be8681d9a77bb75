import type { EligibilityRule, MemberRef, Role, WorkflowDefinition } from '@uptake/contracts';
import {
  type EligibilityFacts,
  type ItemFacts,
  type PeopleNow,
  type SubmissionFacts,
  type WorkflowContext,
  approvalStages,
  resolveEligible,
  resolveEscalation,
  rulesOf,
} from '@uptake/domain';
import type { Reader, Transaction } from '../../tenancy/transaction.js';

interface FactRow {
  id: string;
  is_active: boolean;
  may_see: boolean;
  roles: Role[];
  team_ids: string[];
  owns_item: boolean;
  owns_parent: boolean;
}

/** Who is who at the instant of the statement: it is asked again inside the transaction that decides. */
export class EligibilityRepository {
  /**
   * Keeps members and their roles as they are until the transaction ends; others may do the same at once. To be called before
   * anything else is held, so that who waits here never stands in the way of those they wait for.
   */
  async keepPeople(tx: Transaction): Promise<void> {
    tx.defer(`SELECT pg_advisory_xact_lock_shared(${PEOPLE})`, [tx.workspaceId]);
  }

  /** As `keepPeople`, for whoever holds other things already: false, without waiting, where members are being changed. */
  async tryToKeepPeople(tx: Transaction): Promise<boolean> {
    const kept = await tx.one<{ kept: boolean }>(`SELECT pg_try_advisory_xact_lock_shared(${PEOPLE}) AS kept`, [
      tx.workspaceId,
    ]);
    return kept?.kept === true;
  }

  /** Waits until no command that asked who is who is under way; those that come after see the members as this transaction leaves them. */
  async changePeople(tx: Transaction): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(${PEOPLE})`, [tx.workspaceId]);
  }

  /** Active members who may see the item, those who judge or manage elsewhere first; without `exceptIds`, at most `limit`. */
  whoMaySee(reader: Reader, itemId: string, exceptIds: readonly string[], limit: number): Promise<MemberRef[]> {
    return reader.query<MemberRef & Record<string, unknown>>(
      `SELECT m.id, m.name, true AS active FROM member m JOIN item i ON i.workspace_id = m.workspace_id AND i.id = $2
       WHERE m.workspace_id = $1 AND m.deactivated_at IS NULL AND NOT m.id = ANY($3::uuid[]) AND ${MAY_SEE}
       ORDER BY m.roles && ARRAY['reviewer','manager'] DESC, m.name, m.id LIMIT $4`,
      [reader.workspaceId, itemId, exceptIds, limit],
    );
  }

  /**
   * Whom the stages' rules name for this item now, and which of those and of `concerned` are active. Nobody is eligible for what
   * they may not see: a confidential item is judged by those alone who have a part in it.
   */
  async peopleFor(
    reader: Reader,
    itemId: string,
    definition: WorkflowDefinition,
    concerned: readonly string[],
    submission: SubmissionFacts,
  ): Promise<PeopleNow & Pick<WorkflowContext, 'overriders'>> {
    const stages = approvalStages(definition);
    const named = whoIsNamed(stages.flatMap(rulesOf));
    const item = hasConditions(definition)
      ? ((await reader.one<ItemFacts & Record<string, unknown>>(ITEM, [reader.workspaceId, itemId])) ?? null)
      : null;
    const rows = await reader.some<FactRow & Record<string, unknown>>(FACTS, [
      reader.workspaceId,
      itemId,
      named.roles,
      named.teamIds,
      [...new Set([...named.memberIds, ...concerned])],
      named.asksOwners,
      named.asksAll,
    ]);
    const facts: EligibilityFacts = {
      submission,
      item,
      members: rows
        .filter((row) => row.may_see)
        .map((row) => ({ id: row.id, isActive: row.is_active, roles: row.roles, teamIds: row.team_ids })),
      ownerIds: {
        item: rows.filter((row) => row.owns_item).map((row) => row.id),
        parent: rows.filter((row) => row.owns_parent).map((row) => row.id),
      },
    };
    return {
      eligible: Object.fromEntries(stages.map((stage) => [stage.key, resolveEligible(stage.eligibility, facts)])),
      item,
      overriders: Object.fromEntries(
        stages.flatMap(({ key, overridableBy }) =>
          overridableBy ? [[key, resolveEligible(overridableBy, facts)] as const] : [],
        ),
      ),
      escalation: resolveEscalation(stages, facts),
      activeMemberIds: rows.filter((row) => row.is_active).map((row) => row.id),
    };
  }
}

const PEOPLE = `hashtextextended('uptake:people:' || $1::text, 0)`;

/** Whether anything in it asks of the item; without, what it says needs not be read. */
const hasConditions = ({ stages }: WorkflowDefinition): boolean =>
  stages.some(
    (stage) =>
      (stage.kind !== 'end' && stage.onward !== undefined) ||
      (stage.kind === 'approval' && rulesOf(stage).some((rule) => 'where' in rule)),
  );

function whoIsNamed(rules: readonly EligibilityRule[]) {
  return {
    roles: rules.flatMap((rule) => ('role' in rule ? [rule.role] : [])),
    teamIds: rules.flatMap((rule) => ('team' in rule ? [rule.team] : [])),
    memberIds: rules.flatMap((rule) => ('members' in rule ? rule.members : [])),
    asksOwners: rules.some((rule) => 'ownerOf' in rule),
    // a condition may be true of anybody
    asksAll: rules.some((rule) => 'where' in rule),
  };
}

const belongsTo = (team: string): string =>
  `EXISTS (SELECT 1 FROM team_member tm WHERE tm.workspace_id = m.workspace_id AND tm.member_id = m.id AND tm.team_id = ${team})`;

/** Whether member `m` may be asked about item `i`: a confidential one is judged by those alone who have a part in it. */
const MAY_SEE = `(i.visibility <> 'confidential' OR ${belongsTo('i.team_id')} OR EXISTS (
      SELECT 1 FROM item_participant p WHERE p.workspace_id = i.workspace_id AND p.item_id IN (i.id, i.root_id) AND p.member_id = m.id))`;

// What the conditions of a workflow may ask of the item; its fields are those of its official record.
const ITEM = `
SELECT i.kind, i.reference, i.priority, i.status, i.visibility, coalesce(o.fields, '{}'::jsonb) AS fields
FROM item i
LEFT JOIN official_record o ON o.workspace_id = i.workspace_id AND o.item_id = i.id AND o.version = i.record_version
WHERE i.workspace_id = $1 AND i.id = $2`;

// Members in the order of their ids, so that the same people give the same run. Begins from those whom a rule can name at all: only
// rules by role, and conditions, which may be true of anybody, look through the members of the workspace.
const FACTS = `
WITH i AS (
  SELECT i.workspace_id, i.id, i.root_id, i.visibility, i.owner_id, i.team_id, above.owner_id AS above_owner_id, above.team_id AS above_team_id
  FROM item i LEFT JOIN item above ON above.workspace_id = i.workspace_id AND above.id = i.parent_id
  WHERE i.workspace_id = $1 AND i.id = $2
), named AS (
  SELECT n AS id FROM unnest($5::uuid[]) n
  UNION SELECT r.id FROM member r WHERE r.workspace_id = $1 AND cardinality($3::text[]) > 0 AND r.roles && $3::text[]
  UNION SELECT a.id FROM member a WHERE a.workspace_id = $1 AND $7::boolean
  UNION SELECT tm.member_id FROM team_member tm WHERE tm.workspace_id = $1 AND tm.team_id = ANY($4::uuid[])
  UNION SELECT o.id FROM i CROSS JOIN LATERAL (VALUES (i.owner_id), (i.above_owner_id)) o(id) WHERE $6::boolean AND o.id IS NOT NULL
  UNION SELECT tm.member_id FROM i JOIN team_member tm ON tm.workspace_id = $1 AND tm.team_id IN (i.team_id, i.above_team_id) WHERE $6::boolean
)
SELECT m.id, m.deactivated_at IS NULL AS is_active, m.roles,
  ${MAY_SEE} AS may_see,
  ARRAY(SELECT tm.team_id FROM team_member tm WHERE tm.workspace_id = m.workspace_id AND tm.member_id = m.id AND ($7::boolean OR tm.team_id = ANY($4::uuid[])) ORDER BY tm.team_id) AS team_ids,
  $6::boolean AND (coalesce(i.owner_id = m.id, false) OR ${belongsTo('i.team_id')}) AS owns_item,
  $6::boolean AND (coalesce(i.above_owner_id = m.id, false) OR ${belongsTo('i.above_team_id')}) AS owns_parent
FROM i CROSS JOIN named n JOIN member m ON m.workspace_id = $1 AND m.id = n.id
ORDER BY m.id`;
