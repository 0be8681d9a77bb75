import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { commandOf, isAlive } from './process-table.js';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

const pidFile = (cluster: string) => path.join(cluster, 'postmaster.pid');

/** What the cluster's pid file says, true or not; undefined when there is none (or only the start of one). */
function readPidFile(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pidFile(cluster), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3] ?? 0), isReady: lines[7]?.trim() === 'ready' } : undefined;
}

function isServing(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  return commandOf(pid).includes(process.platform === 'win32' ? 'postgres' : cluster);
}

/** The server that runs on this cluster now, if one does. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const postmaster = readPidFile(cluster);
  return postmaster && isServing(postmaster.pid, cluster) ? postmaster : undefined;
}

/**
 * Takes away a pid file that no server stands behind. PostgreSQL does that itself only where the id is free; after a
 * reboot or in a new container another program may have it, and the server would refuse to start for ever.
 */
export function clearStalePidFile(cluster: string): void {
  if (readPidFile(cluster) && !runningPostmaster(cluster)) rmSync(pidFile(cluster), { force: true });
}
