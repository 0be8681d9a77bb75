import type { Evidence } from '@uptake/contracts';
import type { EvidenceRow } from '@uptake/persistence';
import { abilitiesOf } from '../abilities.js';
import type { WorkspaceScope } from '../scope/scope.js';

/** Evidence in an answer; items, submissions and approvals all show it alike. Where its file is kept never leaves the server. */
export const presentEvidence = (scope: WorkspaceScope, row: EvidenceRow): Evidence => ({
  id: row.id,
  itemId: row.item_id,
  kind: row.kind,
  title: row.title,
  mediaType: row.media_type,
  size: row.size_bytes === null ? null : Number(row.size_bytes),
  sha256: row.sha256,
  url: row.url,
  scanState: row.scan_state,
  versionOf: row.version_of,
  uploadedBy: row.uploaded_by,
  createdAt: row.created_at,
  abilities: abilitiesOf(scope, { remove: 'evidence.remove' }, row.parts, {
    remove: row.cited ? 'cited_by_submission' : undefined,
  }),
});
