import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres.errors.js';

/** Ids for `spawn`; empty when the server simply runs as whoever starts it. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

function fromPasswd(name: string): ServerUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function ownerOf(folder: string): ServerUser | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined;
}

/**
 * Whom PostgreSQL runs as. It refuses root, so root hands it to the owner of an existing cluster, else to `postgres`
 * or `nobody`, one of which every system has.
 */
export function serverUserFor(clusterFolder: string): ServerUser {
  if (process.getuid?.() !== 0) return {};
  const user = ownerOf(clusterFolder) ?? fromPasswd('postgres') ?? fromPasswd('nobody');
  if (!user) {
    throw new EmbeddedPostgresError(
      'PostgreSQL does not run as root and this system has neither a user "postgres" nor "nobody". ' +
        'Run this as an ordinary user, or set DATABASE_URL.',
    );
  }
  return user;
}

/** Whether that user may enter the folder: asked of the system itself, since modes, ACLs and mounts all have a say. */
export function mayEnter(user: ServerUser, folder: string): boolean {
  if (user.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
