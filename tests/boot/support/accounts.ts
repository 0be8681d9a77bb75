import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { it } from '@jest/globals';
import type { Account } from './start-server.js';

/** The user of no rights that every Unix has. */
export function nobody(): Account {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid) throw new Error('this system has no user "nobody"');
  return { uid: Number(uid), gid: Number(gid) };
}

/** The programs that they would run lie in the checkout, which may stand where nobody else comes in. */
function mayEnterCheckout({ uid, gid }: Account): boolean {
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  return spawnSync('setpriv', [...ids, 'test', '-r', fileURLToPath(import.meta.url)]).status === 0;
}

const canBeSomebodyElse = process.getuid?.() === 0 && mayEnterCheckout(nobody());

/** For what only root can try: to be somebody else, where they may come in. */
export const itAsRoot = canBeSomebodyElse ? it : it.skip;
