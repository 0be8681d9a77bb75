import type { PersonalToken } from '@uptake/contracts';
import type { ApiTokenRow } from '@uptake/persistence';

export const presentToken = (token: ApiTokenRow): PersonalToken => ({
  id: token.id,
  name: token.name,
  hint: token.hint,
  createdAt: token.created_at.toISOString(),
  lastUsedAt: token.last_used_at?.toISOString() ?? null,
  expiresAt: token.expires_at?.toISOString() ?? null,
});
