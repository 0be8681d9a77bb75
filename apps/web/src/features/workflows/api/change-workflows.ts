import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  Workflow,
  WorkflowCreation,
  WorkflowMigration,
  WorkflowMigrationInput,
  WorkflowPublication,
  WorkflowVersionView,
} from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** Whatever is done to a workflow, all that is shown of workflows is read again. */
function useWorkflowMutation<Input, Answer>(slug: string, mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    // not waited for: what was done may lead away from the page that is being read again
    onSettled: () => void client.invalidateQueries({ queryKey: inWorkspace(slug, 'workflows') }),
  });
}

export const useCreateWorkflow = (slug: string) =>
  useWorkflowMutation(slug, (input: WorkflowCreation) =>
    api.post<Workflow>(pathTo('/workspaces/{w}/workflows', { w: slug }), input),
  );

export const useBeginDraft = (slug: string, id: string) =>
  useWorkflowMutation(slug, (from: number | undefined) =>
    api.post<WorkflowVersionView>(
      pathTo('/workspaces/{w}/workflows/{id}/versions', { w: slug, id }),
      from ? { from } : {},
    ),
  );

export const useDiscardDraft = (slug: string, id: string) =>
  useWorkflowMutation(slug, (n: number) =>
    api.delete(pathTo('/workspaces/{w}/workflows/{id}/versions/{n}', { w: slug, id, n })),
  );

export const usePublishDraft = (slug: string, id: string, n: number) =>
  useWorkflowMutation(slug, (input: WorkflowPublication) =>
    api.post<WorkflowVersionView>(
      pathTo('/workspaces/{w}/workflows/{id}/versions/{n}/publish', { w: slug, id, n }),
      input,
    ),
  );

export const useRetireVersion = (slug: string, id: string) =>
  useWorkflowMutation(slug, (n: number) =>
    api.post<WorkflowVersionView>(pathTo('/workspaces/{w}/workflows/{id}/versions/{n}/retire', { w: slug, id, n })),
  );

export const useMigrateRuns = (slug: string, id: string) =>
  useWorkflowMutation(slug, (input: WorkflowMigrationInput) =>
    api.post<WorkflowMigration>(pathTo('/workspaces/{w}/workflows/{id}/migrations', { w: slug, id }), input),
  );

export const useChooseWorkflow = (slug: string, id: string) =>
  useWorkflowMutation(slug, () => api.post<Workflow>(pathTo('/workspaces/{w}/workflows/{id}/choose', { w: slug, id })));

export const useEntrustWorkflow = (slug: string, id: string) =>
  useWorkflowMutation(slug, (memberIds: string[]) =>
    api.put<Workflow>(pathTo('/workspaces/{w}/workflows/{id}/designers', { w: slug, id }), { memberIds }),
  );
