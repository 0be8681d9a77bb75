import type { ApprovalStage, EligibilityRule, StageDeadline, WorkflowDefinition } from '@uptake/contracts';
import { publishVersion, updateReview } from '@uptake/domain';
import { WorkflowRepository, newId, systemContext } from '@uptake/persistence';
import type { TestWorkspace } from './people.js';
import { sha256 } from './sha256.js';
import type { TestApi } from './test-api.js';

let made = 0;

/** From now on updates of this workspace go through the shipped review with its first stage changed. */
export async function publishReview(
  api: TestApi,
  here: TestWorkspace,
  changes: Partial<ApprovalStage> & { deadline?: StageDeadline; eligibility?: EligibilityRule[] },
): Promise<void> {
  const at = api.clock.now();
  const shipped = updateReview();
  const stages = shipped.stages.map((stage) =>
    stage.key === 'review' && stage.kind === 'approval' ? { ...stage, ...changes } : stage,
  );
  const definition: WorkflowDefinition = { ...shipped, key: `timed-review-${(made += 1)}`, stages };
  const published = publishVersion({ id: newId(at), number: 1, definition }, sha256);
  if (!published.ok) throw new Error(published.problems.map((problem) => problem.message).join());
  await api.system.transaction(systemContext(here.id), async (tx) => {
    await tx.query(
      `UPDATE workflow_version v SET status = 'retired' FROM workflow w WHERE v.workspace_id = $1 AND v.status = 'published'
         AND w.workspace_id = v.workspace_id AND w.id = v.workflow_id AND w.subject = 'update'`,
      [here.id],
    );
    const workflow = { id: newId(at), key: definition.key, name: definition.name, subject: 'update', at } as const;
    await new WorkflowRepository().insertPublished(tx, here.id, workflow, published.version);
  });
}
