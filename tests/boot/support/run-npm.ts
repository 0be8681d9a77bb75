import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Account } from './start-server.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface RunOptions {
  readonly account?: Account;
  readonly env?: NodeJS.ProcessEnv;
  /** Where the person stands who calls npm; the checkout itself by default. */
  readonly from?: string;
}

export interface NpmRun {
  readonly npm: ChildProcess & { pid: number };
  /** Resolves at the end of npm to its exit code and all that was printed. */
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
  /** Resolves when the text has been printed; rejects when npm ends without. */
  printed(text: string): Promise<void>;
}

/** As from a fresh terminal: nothing of Jest's or of the npm that runs the tests. */
function freshEnvironment(extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(npm_|NODE_|JEST_|UPTAKE_|DATABASE_URL$|REDIS_URL$|PORT$|APP_SECRET$|INIT_CWD$)/i;
  const own = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return { ...Object.fromEntries(own), ...extra };
}

/** Runs npm in the checkout, in a process group of its own as a terminal would. */
export function runNpm(args: string[], { account, env = {}, from = root }: RunOptions = {}): NpmRun {
  const words = ['npm', '--prefix', root, ...args];
  if (account) words.unshift('setpriv', `--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups');
  const [command = '', ...rest] = words;
  const npm = spawn(command, rest, {
    cwd: from,
    detached: true,
    env: freshEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    npm.once('error', reject);
    npm.once('exit', (code) => setImmediate(() => resolve({ code, stdout, stderr })));
  });
  npm.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  npm.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  const printed = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => stdout.includes(text) && resolve();
      npm.stdout.on('data', look);
      look();
      void ended.then(({ code }) => reject(new Error(`npm ended with ${code}:\n${stdout}${stderr}`)), reject);
    });
  return { npm: npm as NpmRun['npm'], ended, printed };
}

/** A Ctrl-C in the terminal: every process of the foreground group gets it. */
export function pressCtrlC({ npm }: NpmRun): void {
  process.kill(-npm.pid, 'SIGINT');
}
