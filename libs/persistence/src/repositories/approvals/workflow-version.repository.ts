import type { DraftDefinition, MemberRef, WorkflowVersionState } from '@uptake/contracts';
import { DomainError, type WorkflowVersion } from '@uptake/domain';
import { instantSql } from '../../instant-sql.js';
import type { Reader, Row, Transaction } from '../../tenancy/transaction.js';
import { memberRefSql } from './member-refs.js';

export interface WorkflowVersionRow extends Row {
  id: string;
  workflow_id: string;
  number: number;
  state: WorkflowVersionState;
  version: number;
  based_on: number | null;
  note: string | null;
  hash: string;
  created_at: string;
  created_by: MemberRef | null;
  changed_at: string | null;
  changed_by: MemberRef | null;
  published_at: string | null;
  published_by: MemberRef | null;
  retired_at: string | null;
  runs_under_way: number;
  definition: DraftDefinition;
}

const who = (column: string): string =>
  `(SELECT ${memberRefSql('m')} FROM member m WHERE m.workspace_id = v.workspace_id AND m.id = v.${column}) AS ${column}`;

// runs of items that the reader may not see are not counted: they are not there
const SELECT = `
SELECT v.id, v.workflow_id, v.number, v.status AS state, v.version, v.based_on, v.note, v.hash, v.definition,
  ${instantSql('v.created_at')} AS created_at, ${instantSql('v.changed_at')} AS changed_at,
  ${instantSql('v.published_at')} AS published_at, ${instantSql('v.retired_at')} AS retired_at,
  ${who('created_by')}, ${who('changed_by')}, ${who('published_by')},
  (SELECT count(*)::int FROM run r JOIN item i ON i.workspace_id = r.workspace_id AND i.id = r.item_id
   WHERE r.workspace_id = v.workspace_id AND r.workflow_version_id = v.id AND r.ended_at IS NULL) AS runs_under_way
FROM workflow_version v`;

/** Versions of a workflow. A published one never changes: the database refuses it. */
export class WorkflowVersionRepository {
  /** Newest first. */
  ofWorkflow(reader: Reader, workflowId: string): Promise<WorkflowVersionRow[]> {
    return reader.query<WorkflowVersionRow>(
      `${SELECT} WHERE v.workspace_id = $1 AND v.workflow_id = $2 ORDER BY v.number DESC`,
      [reader.workspaceId, workflowId],
    );
  }

  /** Throws `not_found`. */
  async get(reader: Reader, workflowId: string, number: number): Promise<WorkflowVersionRow> {
    const row = await reader.one<WorkflowVersionRow>(
      `${SELECT} WHERE v.workspace_id = $1 AND v.workflow_id = $2 AND v.number = $3`,
      [reader.workspaceId, workflowId, number],
    );
    if (!row) throw new DomainError('not_found', { detail: 'No such version of this workflow' });
    return row;
  }

  /** As the engine takes it; for one that was published. Throws `not_found`. */
  async asVersion(reader: Reader, workflowId: string, number: number): Promise<WorkflowVersion> {
    const { id, state, hash, definition } = await this.get(reader, workflowId, number);
    return { id, number, state, hash, definition: definition as WorkflowVersion['definition'] };
  }

  /** The caller holds the workflow, so that two drafts begun at once get two numbers. Answers the draft's. */
  async insertDraft(
    tx: Transaction,
    draft: {
      id: string;
      workflowId: string;
      basedOn: number | null;
      definition: DraftDefinition;
      hash: string;
      by: string;
      at: Date;
    },
  ): Promise<number> {
    const row = await tx.one<{ number: number }>(
      `INSERT INTO workflow_version (workspace_id, id, workflow_id, number, status, based_on, definition, hash, created_by, created_at)
       SELECT $1, $2, $3, coalesce(max(v.number), 0) + 1, 'draft', $4, $5, $6, $7, $8
       FROM workflow_version v WHERE v.workspace_id = $1 AND v.workflow_id = $3 RETURNING number`,
      [
        tx.workspaceId,
        draft.id,
        draft.workflowId,
        draft.basedOn,
        JSON.stringify(draft.definition),
        draft.hash,
        draft.by,
        draft.at,
      ],
    );
    return row?.number ?? 0;
  }

  /** False when another change came first, or it is no draft any more. */
  async changeDraft(
    tx: Transaction,
    id: string,
    version: number,
    to: { definition: DraftDefinition; hash: string; by: string; at: Date },
  ): Promise<boolean> {
    const changed = await tx.affect(
      `UPDATE workflow_version v SET definition = $4, hash = $5, changed_by = $6, changed_at = $7, version = v.version + 1
       WHERE v.workspace_id = $1 AND v.id = $2 AND v.version = $3 AND v.status = 'draft'`,
      [tx.workspaceId, id, version, JSON.stringify(to.definition), to.hash, to.by, to.at],
    );
    return changed === 1;
  }

  /** False when it is no draft any more. */
  async discardDraft(tx: Transaction, id: string): Promise<boolean> {
    const gone = await tx.affect(
      `DELETE FROM workflow_version v WHERE v.workspace_id = $1 AND v.id = $2 AND v.status = 'draft'`,
      [tx.workspaceId, id],
    );
    return gone === 1;
  }

  /** False when it is no draft any more. */
  async publish(
    tx: Transaction,
    id: string,
    { hash, note, by, at }: { hash: string; note: string; by: string; at: Date },
  ): Promise<boolean> {
    const published = await tx.affect(
      `UPDATE workflow_version v SET status = 'published', hash = $3, note = $4, published_by = $5, published_at = $6
       WHERE v.workspace_id = $1 AND v.id = $2 AND v.status = 'draft'`,
      [tx.workspaceId, id, hash, note, by, at],
    );
    return published === 1;
  }

  /** False when it is not published (any more). */
  async retire(tx: Transaction, workflowId: string, number: number, at: Date): Promise<boolean> {
    const retired = await tx.affect(
      `UPDATE workflow_version v SET status = 'retired', retired_at = $4
       WHERE v.workspace_id = $1 AND v.workflow_id = $2 AND v.number = $3 AND v.status = 'published'`,
      [tx.workspaceId, workflowId, number, at],
    );
    return retired === 1;
  }

  /** Which of these members and teams of this workspace a rule can ask: members that are active, teams that are there. */
  async known(
    reader: Reader,
    memberIds: readonly string[],
    teamIds: readonly string[],
  ): Promise<{ memberIds: Set<string>; teamIds: Set<string> }> {
    const rows = await reader.query<{ id: string; kind: 'member' | 'team' }>(
      `SELECT m.id, 'member' AS kind FROM member m WHERE m.workspace_id = $1 AND m.id = ANY($2::uuid[]) AND m.deactivated_at IS NULL
       UNION ALL SELECT t.id, 'team' FROM team t WHERE t.workspace_id = $1 AND t.id = ANY($3::uuid[])`,
      [reader.workspaceId, memberIds, teamIds],
    );
    const of = (kind: 'member' | 'team') => new Set(rows.filter((row) => row.kind === kind).map((row) => row.id));
    return { memberIds: of('member'), teamIds: of('team') };
  }
}
