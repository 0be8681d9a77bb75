import type { Notification } from '@uptake/contracts';
import type { NotificationRow } from '@uptake/persistence';
import type { ScopedWorkspace } from '@uptake/platform';

export const presentNotification = ({ slug, name }: ScopedWorkspace, row: NotificationRow): Notification => ({
  id: row.id,
  type: row.type,
  reason: row.reason,
  workspace: { slug, name },
  item: row.item,
  approvalId: row.approval_id,
  actingFor: row.principal,
  actor: row.actor,
  data: row.data,
  at: row.at.toISOString(),
  readAt: row.read_at?.toISOString() ?? null,
});
