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
  /** The instant at which delegations are asked whether they hold; without one, nobody acts for anybody. */
  readonly at?: Date;
}

/**
 * How a statement is planned: `each` time for its values, where those decide which way is short (lists), or `once` for all values,
 * where the way is always by keys. Left to itself PostgreSQL plans many of the latter at every execution, which takes it several
 * times as long as running them.
 */
export type Planning = 'each' | 'once';
const modes: Readonly<Record<Planning, string>> = { each: 'auto', once: 'force_generic_plan' };

const text = `SELECT set_config('app.workspace_id', $1, true), set_config('app.user_id', $2, true), set_config('app.member_id', $3, true), set_config('app.sees', $4, true), set_config('app.at', $5, true), set_config('plan_cache_mode', $6, true)`;

export const begin: PreludeStatement = { name: 'uptake_begin', text: 'BEGIN', values: [] };

export function setContext(context: TenantContext, planning: Planning): PreludeStatement {
  return {
    name: 'uptake_context',
    text,
    values: [
      context.workspaceId ?? '',
      context.userId ?? '',
      context.memberId ?? '',
      context.sees.join(','),
      context.at?.toISOString() ?? '',
      modes[planning],
    ],
  };
}

/** For the system role alone, whose policies do not ask for a context; a workspace only names which `$1` it means. */
export const systemContext = (workspaceId: string | null = null): TenantContext => ({
  workspaceId,
  userId: null,
  memberId: null,
  sees: ['workspace', 'participants', 'confidential'],
});
