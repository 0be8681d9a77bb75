import type { TenantContext } from '@uptake/persistence';

/** Before anybody is signed in: no table is open, only the sign-in functions. */
export const nobody: TenantContext = { workspaceId: null, userId: null, memberId: null, sees: [] };

/** A person outside any workspace: their own account, sessions, tokens and memberships. */
export const personally = (userId: string): TenantContext => ({ ...nobody, userId });
