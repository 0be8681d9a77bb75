import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const pauseMs = 1_000;

/** Parent and name of a process, by /proc or ps; undefined when neither tells. */
function lookUp(pid: number): { parent: number; name: string } | undefined {
  try {
    const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { parent: Number(rest.split(' ')[1]), name };
  } catch {
    const line = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
    const [, parent, name = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    return parent ? { parent: Number(parent), name } : undefined;
  }
}

/** npm runs scripts through a shell, which may or may not stay between the two of us. */
function npmProcess(): number {
  const above = lookUp(process.ppid);
  return above && /(^|\/)(sh|dash|bash|zsh|busybox)$/.test(above.name) ? above.parent : process.ppid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Calls back when the npm that started us was killed; nobody could stop us any more by ending it. */
export function onStarterOrphaned(callback: () => void): void {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const npm = npmProcess();
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(npm)) return;
    clearInterval(timer);
    callback();
  }, pauseMs);
  timer.unref();
}
