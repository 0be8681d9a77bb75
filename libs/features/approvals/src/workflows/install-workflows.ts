import { type JournalEntry, installShippedWorkflows, journal } from '@uptake/persistence';
import type { WorkspaceCreatedHook } from '@uptake/platform';

/** A new workspace can judge submissions from its first day. */
export const installWorkflows: WorkspaceCreatedHook = async (tx, { id, createdBy, at, correlation }) => {
  const installed = await installShippedWorkflows(tx, id, at);
  await journal(
    tx,
    installed.map(({ id: workflowId, key, version }): JournalEntry => {
      const data = { key, versionId: version.id, number: version.number, hash: version.hash };
      return {
        type: 'workflow.published',
        subject: { kind: 'workflow', id: workflowId },
        actorId: createdBy,
        at,
        correlation,
        data,
      };
    }),
  );
};
