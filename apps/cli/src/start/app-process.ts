import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { workspaceRoot } from '../workspace-root.js';

/** One of the product's long-running processes, kept from here. */
export interface AppProcess {
  readonly name: string;
  /** Resolves to how it ended, whoever ended it. */
  readonly ended: Promise<string>;
  /** Asks it to finish what it has begun, and insists after a while. */
  stop(): Promise<void>;
  kill(): void;
  endOfLog(): string;
}

const patienceMs = 20_000;

/**
 * Detached, it is in a process group of its own: a Ctrl-C in the terminal reaches the starter alone, which tells each
 * process once. It is told by the closing of its channel, as it also is when the starter dies without a word.
 */
export function startApp(name: 'api' | 'worker', logFolder: string, env: NodeJS.ProcessEnv): AppProcess {
  mkdirSync(logFolder, { recursive: true });
  const logFile = path.join(logFolder, `${name}.log`);
  const log = openSync(logFile, 'w', 0o600);
  const preload = new URL('./leave-with-starter.js', import.meta.url).href;
  const child: ChildProcess = spawn(
    process.execPath,
    ['--enable-source-maps', '--import', preload, path.join(workspaceRoot, 'apps', name, 'dist', 'main.js')],
    { cwd: workspaceRoot, env, stdio: ['ignore', log, log, 'ipc'], detached: process.platform !== 'win32' },
  );
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
  });
  return {
    name,
    ended,
    stop: async () => {
      if (child.connected) child.disconnect();
      const insist = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      await ended;
      clearTimeout(insist);
    },
    kill: () => child.kill('SIGKILL'),
    endOfLog: () => readFileSync(logFile, 'utf8').trim().split('\n').slice(-15).join('\n'),
  };
}
