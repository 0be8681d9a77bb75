import { useMutation } from '@tanstack/react-query';
import type { WorkflowDryRun, WorkflowDryRunInput } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';

/** What a version would do; nothing of the workspace is changed by it, so nothing is read again. */
export const useDryRun = (slug: string, id: string, n: number) =>
  useMutation({
    mutationFn: (input: WorkflowDryRunInput) =>
      api.post<WorkflowDryRun>(
        pathTo('/workspaces/{w}/workflows/{id}/versions/{n}/dry-run', { w: slug, id, n }),
        input,
      ),
  });
