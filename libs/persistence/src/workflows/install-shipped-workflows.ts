import { createHash } from 'node:crypto';
import { type WorkflowVersion, publishVersion } from '@uptake/domain';
import { newId } from '../new-id.js';
import { WorkflowRepository } from '../repositories/approvals/workflow.repository.js';
import type { Transaction } from '../tenancy/transaction.js';
import { shippedWorkflows } from './shipped-workflows.js';

export interface InstalledWorkflow {
  id: string;
  key: string;
  version: WorkflowVersion;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Gives a workspace the workflows it does not have yet, each published as version 1; a second call does nothing. Answers those made,
 * of each of which the caller writes `workflow.published`.
 */
export async function installShippedWorkflows(
  tx: Transaction,
  workspaceId: string,
  at: Date,
): Promise<InstalledWorkflow[]> {
  const workflows = new WorkflowRepository();
  const installed: InstalledWorkflow[] = [];
  for (const definition of shippedWorkflows()) {
    const published = publishVersion({ id: newId(at), number: 1, definition }, sha256);
    if (!published.ok)
      throw new Error(
        `The shipped workflow ${definition.key} cannot be published: ${published.problems.map((found) => found.message).join(' ')}`,
      );
    const { version } = published;
    const workflow = { id: newId(at), key: definition.key, name: definition.name, subject: definition.subjects[0], at };
    if (await workflows.insertPublished(tx, workspaceId, workflow, version))
      installed.push({ id: workflow.id, key: workflow.key, version });
  }
  return installed;
}
