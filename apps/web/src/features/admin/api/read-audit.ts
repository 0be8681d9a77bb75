import { useMutation } from '@tanstack/react-query';
import type { AuditEntry, AuditVerification, Page } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pagedQuery } from '../../../lib/paged.js';
import { pathTo } from '../../../lib/path-to.js';
import { inWorkspace } from '../../../lib/query-keys.js';

export interface AuditFilters {
  type?: string | undefined;
  actor?: string | undefined;
}

/** What was done in the workspace, the newest first. */
export const auditQuery = (slug: string, filters: AuditFilters) =>
  pagedQuery<AuditEntry>(inWorkspace(slug, 'audit', filters), (cursor, signal) =>
    api.get<Page<AuditEntry>>(pathTo('/workspaces/{w}/audit', { w: slug }), {
      query: { ...filters, cursor, limit: 100 },
      signal,
    }),
  );

/** Reads the whole chain on the server and says whether it still holds. */
export const useVerifyAudit = (slug: string) =>
  useMutation({
    mutationFn: () => api.get<AuditVerification>(pathTo('/workspaces/{w}/audit/verification', { w: slug })),
  });
