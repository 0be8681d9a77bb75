import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const isLinux = process.platform === 'linux';
const isWindows = process.platform === 'win32';

/** The fields of /proc/PID/stat from the state on; the name before it may itself hold spaces and brackets. */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function ask(command: string, ...args: string[]): string {
  return spawnSync(command, args, { encoding: 'utf8', windowsHide: true }).stdout?.trim() ?? '';
}

/** Whether a process with this id runs. A zombie (ended, but never collected by a container's first process) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isLinux || statOf(pid)?.[0] !== 'Z';
}

/**
 * A text that tells this process from a later one with the same id, for ids are used again, in containers very soon.
 * It holds when the process began. Windows has no cheap way to ask; there the id alone must do.
 */
export function birthmarkOf(pid: number): string {
  if (isLinux) return statOf(pid)?.[19] ?? '';
  return isWindows ? '' : ask('ps', '-o', 'lstart=', '-p', String(pid));
}

/** The command line of a process, on Windows only its image name; empty when there is none to be seen. */
export function commandOf(pid: number): string {
  if (isWindows) return ask('tasklist', '/FI', `PID eq ${pid}`, '/NH', '/FO', 'CSV');
  if (!isLinux) return ask('ps', '-o', 'command=', '-p', String(pid));
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
