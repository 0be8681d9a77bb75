import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/free-port.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface RunningProduct {
  base: string;
  /** Of the starter, whose children the product's processes are. */
  pid: number;
  stop(): Promise<void>;
}

/** The built product, started as people start it, without a demonstration, on a data folder; with these variables beside our own. */
export async function startProduct(folder: string, variables: NodeJS.ProcessEnv = {}): Promise<RunningProduct> {
  const port = await freePort();
  const product = spawn(
    process.execPath,
    ['apps/cli/boot/start.mjs', '--port', String(port), '--data', folder, '--no-demo'],
    { cwd: root, env: { ...process.env, ...variables }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => product.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    product.kill('SIGTERM');
    await ended;
  };
  try {
    await printed(product, 'Ctrl-C');
  } catch (error) {
    await stop();
    throw error;
  }
  return { base: `http://localhost:${port}`, pid: product.pid ?? 0, stop };
}

function printed(product: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    product.stdout?.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes(words)) resolve();
    });
    product.once('exit', (code) => reject(new Error(`The product ended with ${code}:\n${said}`)));
  });
}
