import { createHash } from 'node:crypto';
import { DomainError } from '@uptake/domain';
import type { Role } from '@uptake/contracts';
import type { Database } from '@uptake/persistence';
import type { Clock } from '../../clock/clock.js';
import { type Entry, Scope, WorkspaceScope } from './scope.js';

export interface Credential {
  via: Entry['via'];
  secret: string;
}

/** Secrets are kept as sha-256 only; they are long and random, so a slow hash would add nothing. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

interface Entered {
  session_id: string;
  user_id: string;
  email: string;
  user_name: string;
  language: string;
  time_zone: string;
  workspace_id: string | null;
  workspace_name: string | null;
  workspace_time_zone: string | null;
  member_id: string | null;
  member_name: string | null;
  roles: Role[] | null;
}

const nobody = { workspaceId: null, userId: null, memberId: null, sees: [] } as const;

/**
 * Who comes with this credential, asked of the database on every request so that a revocation holds at once.
 * `unauthenticated` when nobody does; `not_found` when the workspace is not one of theirs.
 */
export async function openScope(
  database: Database,
  clock: Clock,
  credential: Credential,
  slug: string | null,
  correlation: string,
): Promise<Scope> {
  const [row] = await database
    .reader(nobody)
    .query<Entered>('SELECT * FROM enter($1, $2, $3, $4)', [
      credential.via,
      hashSecret(credential.secret),
      slug,
      clock.now(),
    ]);
  if (!row) throw new DomainError('unauthenticated');
  const user = {
    id: row.user_id,
    email: row.email,
    name: row.user_name,
    language: row.language,
    timeZone: row.time_zone,
  };
  const entry: Entry = { via: credential.via, id: row.session_id };
  if (slug === null) return new Scope(database, clock, user, correlation, entry);
  if (!row.workspace_id || !row.member_id) throw new DomainError('not_found', { detail: 'No such workspace' });
  return new WorkspaceScope(
    database,
    clock,
    user,
    correlation,
    entry,
    { id: row.workspace_id, slug, name: row.workspace_name ?? slug, timeZone: row.workspace_time_zone ?? 'UTC' },
    { memberId: row.member_id, name: row.member_name ?? row.user_name, roles: row.roles ?? [] },
  );
}
