import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import { keepSecret, placesIn } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres.errors.js';
import { runProgram } from './run-program.js';
import type { ServerUser } from './server-user.js';

export const superuser = 'uptake';

/** The superuser's password of a data folder: hexadecimal, so that it needs no quoting in a URL. */
export function superuserPassword(dataFolder: string): string {
  return keepSecret(placesIn(dataFolder).password, () => randomBytes(24).toString('hex'));
}

function give(file: string, user: ServerUser): void {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(file, user.uid, user.gid);
}

/** Makes the cluster on first use. It is built aside and renamed, so a start cut off half-way is simply begun again. */
export async function createCluster(binaries: Binaries, user: ServerUser, dataFolder: string): Promise<void> {
  const { cluster } = placesIn(dataFolder);
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return;

  const workshop = path.join(dataFolder, 'postgres.new');
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { mode: 0o700 });
  give(workshop, user);
  const unfinished = path.join(workshop, 'cluster');
  const passwordFile = path.join(workshop, 'password');
  writeFileSync(passwordFile, superuserPassword(dataFolder), { mode: 0o600 });
  give(passwordFile, user);

  const { code, output } = await runProgram(
    binaries.initdb,
    [
      ...['--pgdata', unfinished, '--username', superuser, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      // The built-in provider sorts and folds alike on every machine; people's orders come from ICU, per query.
      ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ],
    user,
    dataFolder,
  );
  if (code !== 0) throw new EmbeddedPostgresError(`The database could not be created in ${dataFolder}: ${output}`);
  renameSync(unfinished, cluster);
  rmSync(workshop, { recursive: true, force: true });
}
