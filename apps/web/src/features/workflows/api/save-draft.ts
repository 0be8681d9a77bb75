import type { WorkflowDraftChange, WorkflowVersionView } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';

/** Stores the draft as it is; answers it with what keeps it from being published. */
export const saveDraft = (
  slug: string,
  id: string,
  n: number,
  change: WorkflowDraftChange,
): Promise<WorkflowVersionView> =>
  api.patch<WorkflowVersionView>(pathTo('/workspaces/{w}/workflows/{id}/versions/{n}', { w: slug, id, n }), change);
