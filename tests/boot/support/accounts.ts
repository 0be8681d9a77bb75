import { readFileSync } from 'node:fs';
import { it } from '@jest/globals';
import type { Account } from './start-server.js';

/** For what only root can try: to be somebody else. */
export const itAsRoot = process.getuid?.() === 0 ? it : it.skip;

/** The user of no rights that every Unix has. */
export function nobody(): Account {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid) throw new Error('this system has no user "nobody"');
  return { uid: Number(uid), gid: Number(gid) };
}
