import type { LocalisedName, SubmissionKind, WorkflowDefinition } from '@uptake/contracts';
import type { WorkflowVersion } from '@uptake/domain';
import { instantSql } from '../../instant-sql.js';
import type { Reader, Transaction } from '../../tenancy/transaction.js';

export interface WorkflowRow {
  id: string;
  key: string;
  name: LocalisedName;
  subject: SubmissionKind;
  published_number: number | null;
  published_at: string | null;
  hash: string | null;
}
export interface NewWorkflow {
  id: string;
  key: string;
  name: LocalisedName;
  subject: SubmissionKind;
  at: Date;
}

/** Templates and their versions. A published version never changes: the database refuses it. */
export class WorkflowRepository {
  list(reader: Reader): Promise<WorkflowRow[]> {
    return reader.query<WorkflowRow & Record<string, unknown>>(
      `SELECT w.id, w.key, w.name, w.subject, v.number AS published_number, ${instantSql('v.published_at')} AS published_at, v.hash
       FROM workflow w
       LEFT JOIN workflow_version v ON v.workspace_id = w.workspace_id AND v.workflow_id = w.id AND v.status = 'published'
       WHERE w.workspace_id = $1 ORDER BY w.key`,
      [reader.workspaceId],
    );
  }

  /** The published version that judges this kind of submission, if any does. */
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
       WHERE w.workspace_id = $1 AND w.subject = $2 ORDER BY w.created_at, w.id LIMIT 1`,
      [reader.workspaceId, subject],
    );
    if (!row) return undefined;
    const { id, number, hash, definition } = row;
    return { workflowId: row.workflow_id, version: { id, number, state: 'published', hash, definition } };
  }

  /**
   * A workflow together with its first version, published. False, and nothing happens, when there is one of that key already.
   * The workspace is named: it may be only just being made.
   */
  async insertPublished(
    tx: Transaction,
    workspaceId: string,
    workflow: NewWorkflow,
    version: WorkflowVersion,
  ): Promise<boolean> {
    const made = await tx.affect(
      `INSERT INTO workflow (workspace_id, id, key, name, subject, created_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (workspace_id, key) DO NOTHING`,
      [workspaceId, workflow.id, workflow.key, JSON.stringify(workflow.name), workflow.subject, workflow.at],
    );
    if (made === 0) return false;
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
    return true;
  }
}
