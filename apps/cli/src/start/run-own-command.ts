import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.js', import.meta.url));

/**
 * Runs one of our commands in a process of its own, so that the starter, which stays, need not load what it needs.
 * Resolves to what it printed; rejects with that when it failed.
 */
export function runOwnCommand(words: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output.trim());
      else reject(new Error(`\`uptake ${words.join(' ')}\` failed (${signal ?? `code ${code}`}):\n${output.trim()}`));
    });
  });
}
