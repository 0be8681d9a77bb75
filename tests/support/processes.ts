import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

interface Row {
  readonly pid: number;
  readonly parent: number;
  readonly state: string;
  readonly command: string;
}

function processTable(): Row[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [, pid = '0', parent = '0', state = '', command = ''] =
        /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
      return { pid: Number(pid), parent: Number(parent), state, command };
    })
    .filter(({ state }) => !state.startsWith('Z'));
}

/** The process ids under this one, at every depth. */
export function descendantsOf(pid: number): number[] {
  const rows = processTable();
  const under = (parent: number): number[] =>
    rows.filter((row) => row.parent === parent).flatMap((row) => [row.pid, ...under(row.pid)]);
  return under(pid);
}

/** Process ids whose command line holds the text, e.g. a data folder. */
export function processesNaming(text: string): number[] {
  return processTable()
    .filter(({ command }) => command.includes(text))
    .map(({ pid }) => pid);
}

/** Those of the ids that still run after at most `patienceMs`; returns early when none is left. */
export async function leftRunning(pids: readonly number[], patienceMs = 25_000): Promise<number[]> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const running = processTable().filter(({ pid }) => pids.includes(pid));
    if (running.length === 0 || Date.now() > deadline) return running.map(({ pid }) => pid);
    await sleep(100);
  }
}
