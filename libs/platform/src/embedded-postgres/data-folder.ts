import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.errors.js';
import { mayEnter, serverUserFor } from './server-user.js';

/** Where things lie in a data folder. Only the cluster and the log belong to the database's user. */
export const placesIn = (folder: string) => ({
  cluster: path.join(folder, 'postgres'),
  log: path.join(folder, 'postgres.log'),
  password: path.join(folder, 'postgres-password'),
  lock: path.join(folder, 'postgres.lock'),
});

/** Tells a data folder from others; whether it can be given to the database's user tells a good place from a bad. */
const mark = '.uptake-data';

/** New, empty, or a data folder already: anybody else's folder is neither filled with files nor given other rights. */
function isForData(folder: string): boolean {
  const entries = readdirSync(folder).filter((name) => name !== 'lost+found');
  return entries.length === 0 || [mark, 'postgres-password', 'app-secret'].some((name) => entries.includes(name));
}

/** Root makes folders that the database's user can pass, whatever the umask. */
function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined || process.getuid?.() !== 0) return;
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) chmodSync(made, 0o711);
}

/** Why the database could not live in this folder; undefined when it can, and then the folder exists. */
function obstacleIn(folder: string): string | undefined {
  const user = serverUserFor(placesIn(folder).cluster);
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (!isForData(folder)) return 'it holds other files';
    // Root's folder must let the database's user pass, though not look round; anybody else's is theirs alone.
    if (statSync(folder).uid === process.getuid?.()) chmodSync(folder, user.uid === undefined ? 0o700 : 0o711);
    writeFileSync(path.join(folder, mark), '', { flag: 'a' });
    if (user.uid !== undefined && user.gid !== undefined) chownSync(path.join(folder, mark), user.uid, user.gid);
  } catch (error) {
    return (error as Error).message;
  }
  return mayEnter(user, folder) ? undefined : `the database's user ${user.uid} may not enter it`;
}

function ownPlace(root: string): string {
  const name = `${path.basename(root)}-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`;
  const home = os.homedir();
  if (process.platform === 'win32') {
    return path.join(process.env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'uptake', name);
  }
  if (process.getuid?.() === 0) return path.join('/var/lib/uptake', name);
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'uptake', name);
  return path.join(process.env['XDG_STATE_HOME'] ?? path.join(home, '.local', 'state'), 'uptake', name);
}

/**
 * The absolute data folder to use, made if need be: the one asked for, else `.data` in `root`, else, where the
 * database may not live there (a root's 0700 home, a read-only checkout), one of the user's own outside of it.
 */
export function chooseDataFolder(root: string, wanted?: string): string {
  const candidates = wanted ? [path.resolve(wanted)] : [path.join(root, '.data'), ownPlace(root)];
  const obstacles: string[] = [];
  for (const folder of candidates) {
    const obstacle = obstacleIn(folder);
    if (!obstacle) return folder;
    obstacles.push(`${folder}: ${obstacle}`);
  }
  throw new EmbeddedPostgresError(`No folder for the data. ${obstacles.join('. ')}. Choose another with --data DIR.`);
}

/** The secret kept in `file`, made on first use. Only its owner can read the file. */
export function keepSecret(file: string, make: () => string): string {
  try {
    writeFileSync(file, `${make()}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
