import type { SessionView } from '@uptake/contracts';
import type { SessionRow } from '@uptake/persistence';
import type { Scope } from '@uptake/platform';

export const presentSession = (scope: Scope, session: SessionRow): SessionView => ({
  id: session.id,
  createdAt: session.created_at.toISOString(),
  lastSeenAt: session.last_seen_at.toISOString(),
  userAgent: session.user_agent,
  current: session.id === scope.entry?.id,
});
