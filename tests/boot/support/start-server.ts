import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const fromSource = new URL('../../../.config/from-source.mjs', import.meta.url).href;
const script = fileURLToPath(new URL('./server-starter.ts', import.meta.url));

export interface StartedServer {
  readonly starter: ChildProcess & { pid: number };
  readonly url: string;
  readonly pid: number;
  readonly port: number;
}

/** Ids to run as, by `setpriv`; without it the process runs as the tests do. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

function commandLine(words: string[], account: Account | undefined): [string, string[]] {
  if (!account) return [process.execPath, words];
  const ids = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  return ['setpriv', [...ids, process.execPath, ...words]];
}

/** Starts a server on the folder in a process of its own. Rejects with the words that the starter would print. */
export function startServer(
  folder: string,
  options: { port?: number; account?: Account } = {},
): Promise<StartedServer> {
  const words = ['--no-warnings', '--import', fromSource, script, folder];
  if (options.port) words.push(String(options.port));
  const starter = spawn(...commandLine(words, options.account), { cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let line = '';
    starter.stdout.on('data', (text: Buffer) => {
      line += text.toString();
      if (!line.includes('\n')) return;
      const told = JSON.parse(line) as { error?: string; url: string; pid: number; port: number };
      if (told.error) reject(new Error(told.error));
      else resolve({ ...told, starter: starter as StartedServer['starter'] });
    });
    starter.once('exit', (code) => reject(new Error(`the starter ended with ${code}: ${line}`)));
  });
}

/** Ends a starter as a person would and waits for its end; one that has ended is left alone. */
export function endServer({ starter }: StartedServer): Promise<void> {
  if (starter.exitCode !== null || starter.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    starter.once('exit', () => resolve());
    starter.kill('SIGTERM');
  });
}
