import type { ApprovalStage, WorkflowDefinition, WorkflowStage } from '@uptake/contracts';
import { publishVersion, updateReview } from '@uptake/domain';
import { WorkflowRepository, newId, systemContext } from '@uptake/persistence';
import { sha256 } from './sha256.js';
import type { TestApi } from './test-api.js';

/** The shipped review of updates, some of its stages changed by key. */
export function changedReview(
  key: string,
  changes: Readonly<Record<string, Partial<ApprovalStage>>>,
): WorkflowDefinition {
  const shipped = updateReview();
  const stages = shipped.stages.map((stage): WorkflowStage => ({ ...stage, ...changes[stage.key] }) as WorkflowStage);
  return { ...shipped, key, stages };
}

/** Lets this definition judge what its workspace hands in from now on, in the place of what did. */
export async function publishInstead(api: TestApi, workspaceId: string, definition: WorkflowDefinition): Promise<void> {
  const at = api.clock.now();
  const published = publishVersion({ id: newId(at), number: 1, definition }, sha256);
  if (!published.ok) throw new Error(published.problems.map((found) => found.message).join(' '));
  const [subject = 'update'] = definition.subjects;
  await api.system.transaction(systemContext(workspaceId), async (tx) => {
    await tx.query(
      `UPDATE workflow_version v SET status = 'retired' FROM workflow w
       WHERE v.workspace_id = $1 AND w.workspace_id = v.workspace_id AND w.id = v.workflow_id AND w.subject = $2 AND v.status = 'published'`,
      [workspaceId, subject],
    );
    await tx.query(`UPDATE workflow w SET judges = false WHERE w.workspace_id = $1 AND w.subject = $2`, [
      workspaceId,
      subject,
    ]);
    const workflow = { id: newId(at), key: definition.key, name: definition.name, subject, at };
    await new WorkflowRepository().insertPublished(tx, workspaceId, workflow, published.version);
  });
}
