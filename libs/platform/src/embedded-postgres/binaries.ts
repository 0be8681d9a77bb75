import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.errors.js';
import { mayEnter, type ServerUser } from './server-user.js';

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const packageName = `@embedded-postgres/${platform}-${process.arch}`;

function packageRoot(): string {
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(packageName)), '..');
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch} (${packageName} is not installed). ` +
        'Run `npm ci` again with optional packages, or set DATABASE_URL.',
    );
  }
}

/** npm packages carry no symbolic links and npm may skip the script that makes them, so they are made here. */
function linkLibraries(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // a second start may be making them too
    }
  }
}

function versionOf(root: string): string {
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Under a umask like 077 the package itself lets nobody but its owner in, and so would its copy. */
function openToAll(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(place);
    else if (entry.isFile()) chmodSync(place, statSync(place).mode & 0o100 ? 0o755 : 0o644);
  }
  chmodSync(folder, 0o755);
}

function copyInto(dataFolder: string, root: string): string {
  const copy = path.join(dataFolder, `postgresql-${versionOf(root)}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.partial`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(root, partial, { recursive: true, verbatimSymlinks: true });
  linkLibraries(partial);
  openToAll(partial);
  renameSync(partial, copy);
  return copy;
}

/** The package as it lies, or a copy in the data folder where its user cannot reach it or it cannot be completed. */
function reachableRoot(user: ServerUser, dataFolder: string): string {
  const root = packageRoot();
  if (!mayEnter(user, path.join(root, 'native', 'bin'))) return copyInto(dataFolder, root);
  try {
    linkLibraries(root);
    return root;
  } catch {
    return copyInto(dataFolder, root);
  }
}

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/** Paths of the programs, proved to run as that user. */
export function locateBinaries(user: ServerUser, dataFolder: string): Binaries {
  const folder = path.join(reachableRoot(user, dataFolder), 'native', 'bin');
  const program = (name: string) => path.join(folder, process.platform === 'win32' ? `${name}.exe` : name);
  const trial = spawnSync(program('postgres'), ['--version'], { ...user, cwd: dataFolder, encoding: 'utf8' });
  if (trial.status !== 0) {
    const reason = trial.error?.message ?? trial.stderr.trim();
    throw new EmbeddedPostgresError(`The embedded PostgreSQL does not run here: ${reason}. Set DATABASE_URL instead.`);
  }
  return { initdb: program('initdb'), pgCtl: program('pg_ctl') };
}
