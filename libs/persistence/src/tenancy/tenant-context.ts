import type { Visibility } from '@uptake/contracts';
import type { PreludeStatement } from './scoped-query.js';

/** On whose behalf a transaction runs; row-level security reads it and fails closed without it. */
export interface TenantContext {
  /** null outside a workspace: only the person's own rows and memberships are in reach. */
  workspaceId: string | null;
  userId: string | null;
  memberId: string | null;
  /** Visibilities that the roles open; other items open only to those who have a part in them. */
  sees: readonly Visibility[];
}

const text = `SELECT set_config('app.workspace_id', $1, true), set_config('app.user_id', $2, true), set_config('app.member_id', $3, true), set_config('app.sees', $4, true)`;

export const begin: PreludeStatement = { name: 'uptake_begin', text: 'BEGIN', values: [] };

export function setContext(context: TenantContext): PreludeStatement {
  return {
    name: 'uptake_context',
    text,
    values: [context.workspaceId ?? '', context.userId ?? '', context.memberId ?? '', context.sees.join(',')],
  };
}

/** For the system role alone, whose policies do not ask for a context; a workspace only names which `$1` it means. */
export const systemContext = (workspaceId: string | null = null): TenantContext => ({
  workspaceId,
  userId: null,
  memberId: null,
  sees: ['workspace', 'participants', 'confidential'],
});
