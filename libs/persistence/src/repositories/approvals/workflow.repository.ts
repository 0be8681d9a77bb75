import type { LocalisedName, MemberRef, SubmissionKind, WorkflowDefinition } from '@uptake/contracts';
import { DomainError, type WorkflowVersion } from '@uptake/domain';
import { instantSql } from '../../instant-sql.js';
import type { Reader, Row, Transaction } from '../../tenancy/transaction.js';
import { memberRefSql } from './member-refs.js';

export interface WorkflowRow extends Row {
  id: string;
  key: string;
  name: LocalisedName;
  subject: SubmissionKind;
  judges: boolean;
  designer_ids: string[];
  published_number: number | null;
  published_at: string | null;
  hash: string | null;
  drafts: number[];
}
export interface NewWorkflow {
  id: string;
  key: string;
  name: LocalisedName;
  subject: SubmissionKind;
  at: Date;
}

const SELECT = `
SELECT w.id, w.key, w.name, w.subject, w.judges, w.designer_ids, v.number AS published_number, ${instantSql('v.published_at')} AS published_at, v.hash,
  ARRAY(SELECT d.number FROM workflow_version d WHERE d.workspace_id = w.workspace_id AND d.workflow_id = w.id AND d.status = 'draft' ORDER BY d.number) AS drafts
FROM workflow w
LEFT JOIN workflow_version v ON v.workspace_id = w.workspace_id AND v.workflow_id = w.id AND v.status = 'published'`;

/** Templates; their versions are `WorkflowVersionRepository`'s. */
export class WorkflowRepository {
  list(reader: Reader): Promise<WorkflowRow[]> {
    return reader.query<WorkflowRow>(`${SELECT} WHERE w.workspace_id = $1 ORDER BY w.key`, [reader.workspaceId]);
  }

  /** Throws `not_found`. */
  async get(reader: Reader, id: string): Promise<WorkflowRow> {
    const row = await reader.one<WorkflowRow>(`${SELECT} WHERE w.workspace_id = $1 AND w.id = $2`, [
      reader.workspaceId,
      id,
    ]);
    if (!row) throw new DomainError('not_found', { detail: 'No such workflow' });
    return row;
  }

  /** Holds the workflow against whoever else numbers, publishes or retires its versions, then reads it. Throws `not_found`. */
  async lock(tx: Transaction, id: string): Promise<WorkflowRow> {
    await tx.query(`SELECT w.id FROM workflow w WHERE w.workspace_id = $1 AND w.id = $2 FOR NO KEY UPDATE`, [
      tx.workspaceId,
      id,
    ]);
    return this.get(tx, id);
  }

  designers(reader: Reader, id: string): Promise<MemberRef[]> {
    return reader
      .query<{ member: MemberRef }>(
        `SELECT ${memberRefSql('m')} AS member FROM workflow w JOIN member m ON m.workspace_id = w.workspace_id AND m.id = ANY(w.designer_ids)
         WHERE w.workspace_id = $1 AND w.id = $2 ORDER BY lower(m.name), m.id`,
        [reader.workspaceId, id],
      )
      .then((rows) => rows.map(({ member }) => member));
  }

  /**
   * The published version that judges this kind of submission: that of the workflow chosen for it. Where none was ever chosen, as
   * in a workspace that an older process has just made, the oldest. A chosen one with nothing published judges nothing.
   */
  async publishedFor(
    reader: Reader,
    subject: SubmissionKind,
  ): Promise<{ workflowId: string; version: WorkflowVersion } | undefined> {
    const row = await reader.one<{
      workflow_id: string;
      id: string;
      number: number;
      hash: string;
      definition: WorkflowDefinition;
    }>(
      `SELECT v.workflow_id, v.id, v.number, v.hash, v.definition
       FROM workflow w
       JOIN workflow_version v ON v.workspace_id = w.workspace_id AND v.workflow_id = w.id AND v.status = 'published'
       WHERE w.workspace_id = $1 AND w.subject = $2
         AND (w.judges OR NOT EXISTS (SELECT 1 FROM workflow c WHERE c.workspace_id = w.workspace_id AND c.subject = w.subject AND c.judges))
       ORDER BY w.created_at, w.id LIMIT 1`,
      [reader.workspaceId, subject],
    );
    if (!row) return undefined;
    const { id, number, hash, definition } = row;
    return { workflowId: row.workflow_id, version: { id, number, state: 'published', hash, definition } };
  }

  /** False when a workflow has the key. The workspace is named: it may be only just being made. */
  async insert(tx: Transaction, workspaceId: string, workflow: NewWorkflow): Promise<boolean> {
    const made = await tx.affect(
      `INSERT INTO workflow (workspace_id, id, key, name, subject, created_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (workspace_id, key) DO NOTHING`,
      [workspaceId, workflow.id, workflow.key, JSON.stringify(workflow.name), workflow.subject, workflow.at],
    );
    return made > 0;
  }

  /**
   * A workflow together with its first version, published; it judges its kind unless another does. False, and nothing happens, when
   * there is one of that key already.
   */
  async insertPublished(
    tx: Transaction,
    workspaceId: string,
    workflow: NewWorkflow,
    version: WorkflowVersion,
  ): Promise<boolean> {
    if (!(await this.insert(tx, workspaceId, workflow))) return false;
    await tx.query(
      `INSERT INTO workflow_version (workspace_id, id, workflow_id, number, status, definition, hash, created_at, published_at)
       VALUES ($1, $2, $3, $4, 'published', $5, $6, $7, $7)`,
      [
        workspaceId,
        version.id,
        workflow.id,
        version.number,
        JSON.stringify(version.definition),
        version.hash,
        workflow.at,
      ],
    );
    await this.chooseInPlace(tx, workspaceId, workflow);
    return true;
  }

  rename(tx: Transaction, id: string, name: LocalisedName): Promise<unknown> {
    return tx.query(`UPDATE workflow w SET name = $3 WHERE w.workspace_id = $1 AND w.id = $2`, [
      tx.workspaceId,
      id,
      JSON.stringify(name),
    ]);
  }

  setDesigners(tx: Transaction, id: string, memberIds: readonly string[]): Promise<unknown> {
    return tx.query(`UPDATE workflow w SET designer_ids = $3 WHERE w.workspace_id = $1 AND w.id = $2`, [
      tx.workspaceId,
      id,
      memberIds,
    ]);
  }

  /**
   * Where nothing judges its kind: none is chosen, or nothing of the chosen one is published. Answers whether it was chosen. The
   * workspace is named: it may be only just being made.
   */
  async chooseInPlace(
    tx: Transaction,
    workspaceId: string,
    { id, subject }: Pick<NewWorkflow, 'id' | 'subject'>,
  ): Promise<boolean> {
    await tx.query(
      `UPDATE workflow w SET judges = false WHERE w.workspace_id = $1 AND w.subject = $2 AND w.judges AND w.id <> $3
         AND NOT EXISTS (SELECT 1 FROM workflow_version v WHERE v.workspace_id = w.workspace_id AND v.workflow_id = w.id AND v.status = 'published')`,
      [workspaceId, subject, id],
    );
    const chosen = await tx.affect(
      `UPDATE workflow w SET judges = true WHERE w.workspace_id = $1 AND w.id = $3 AND NOT w.judges
         AND NOT EXISTS (SELECT 1 FROM workflow c WHERE c.workspace_id = w.workspace_id AND c.subject = $2 AND c.judges)`,
      [workspaceId, subject, id],
    );
    return chosen > 0;
  }

  /** Takes the choice from whichever of its kind has it; answers that one's id. */
  async choose(tx: Transaction, { id, subject }: WorkflowRow): Promise<string | null> {
    const before = await tx.one<{ id: string }>(
      `UPDATE workflow w SET judges = false WHERE w.workspace_id = $1 AND w.subject = $2 AND w.judges RETURNING w.id`,
      [tx.workspaceId, subject],
    );
    await tx.query(`UPDATE workflow w SET judges = true WHERE w.workspace_id = $1 AND w.id = $2`, [tx.workspaceId, id]);
    return before?.id ?? null;
  }
}
