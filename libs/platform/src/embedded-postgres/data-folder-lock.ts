import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { placesIn } from './data-folder.js';
import { DataFolderInUseError } from './embedded-postgres.errors.js';
import { birthmarkOf, isAlive } from './process-table.js';

interface ProcessMark {
  readonly pid: number;
  readonly birthmark: string;
}

/** Who uses a data folder: the process that keeps the server, and the one that it keeps it for. */
export interface Holder {
  readonly keeper: ProcessMark;
  readonly starter: ProcessMark;
  /** The command in people's words, e.g. `npm start`. */
  readonly purpose: string;
  /** Where the product answers, if it serves one. */
  readonly address?: string | undefined;
}

const patienceMs = 30_000;
const pauseMs = 100;

export const markOf = (pid: number): ProcessMark => ({ pid, birthmark: birthmarkOf(pid) });

const isRunning = (mark: ProcessMark) => isAlive(mark.pid) && birthmarkOf(mark.pid) === mark.birthmark;

function readLock(file: string): Holder | 'none' | 'being written' | 'broken' {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return 'none';
    return Date.now() - stat.mtimeMs < 2_000 ? 'being written' : 'broken';
  }
}

/** The process that holds the folder now, if one does. */
export function holderOf(dataFolder: string): Holder | undefined {
  const found = readLock(placesIn(dataFolder).lock);
  return typeof found === 'object' && isRunning(found.keeper) ? found : undefined;
}

function refuse(dataFolder: string, holder: Holder): never {
  const where = holder.address ? ` and serves ${holder.address}` : '';
  throw new DataFolderInUseError(
    `\`${holder.purpose}\` (process ${holder.starter.pid}) already uses the data folder ${dataFolder}${where}. ` +
      'Stop it first, or use another folder with --data DIR.',
  );
}

/** Writes the lock unless another has it. A stale one is taken away first; then somebody may have been quicker. */
async function tryToTake(file: string, own: string): Promise<boolean> {
  const found = readLock(file);
  if (found === 'being written' || (typeof found === 'object' && isRunning(found.keeper))) return false;
  if (found !== 'none') rmSync(file, { force: true });
  try {
    writeFileSync(file, own, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  // Of two that saw the same stale lock, the slower may just have removed the quicker one's: look again.
  if (found !== 'none') await sleep(2 * pauseMs);
  try {
    return readFileSync(file, 'utf8') === own;
  } catch {
    return false;
  }
}

/**
 * Takes the data folder for this process. While a holder without its starter is still shutting down, waits for it.
 * @throws DataFolderInUseError naming the process and address that use it
 */
export async function takeDataFolder(dataFolder: string, holder: Holder): Promise<{ release(): void }> {
  const file = placesIn(dataFolder).lock;
  const own = JSON.stringify(holder);
  const deadline = Date.now() + patienceMs;
  while (!(await tryToTake(file, own))) {
    const other = holderOf(dataFolder);
    if (other && (isRunning(other.starter) || Date.now() > deadline)) refuse(dataFolder, other);
    await sleep(pauseMs);
  }
  return { release: () => rmSync(file, { force: true }) };
}
