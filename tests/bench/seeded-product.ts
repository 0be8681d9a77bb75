import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, startProduct } from './product.js';

/** What `uptake seed` printed. */
export interface Seeded {
  password: string;
  workspaces: Array<{
    id: string;
    slug: string;
    tasks: number;
    recommendations: number;
    people: Array<{ memberId: string; email: string; roles: string[]; token: string }>;
  }>;
}

export interface SeededProduct {
  base: string;
  /** Of the process under which all of it runs. */
  pid: number;
  seeded: Seeded;
  stop(): Promise<void>;
}

export interface ProductOptions {
  tasks: number;
  /** Kept and used again when given, with what the seed printed beside it as `DIR.seed.json`; else one made for this run. */
  data?: string | undefined;
}

/** The built product, started as people start it, on a data folder with a made workspace. */
export async function startSeededProduct({ tasks, data }: ProductOptions): Promise<SeededProduct> {
  const made = data === undefined ? mkdtempSync(path.join(tmpdir(), 'uptake-bench-')) : undefined;
  const folder = data === undefined ? path.join(made ?? '', 'data') : path.resolve(data);
  const product = await startProduct(folder);
  const stop = async (): Promise<void> => {
    await product.stop();
    if (made) rmSync(made, { recursive: true, force: true });
  };
  try {
    const kept = `${folder}.seed.json`;
    if (!existsSync(kept)) writeFileSync(kept, await seed(folder, tasks));
    const seeded = JSON.parse(readFileSync(kept, 'utf8')) as Seeded;
    return { base: product.base, pid: product.pid, seeded, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function seed(folder: string, tasks: number): Promise<string> {
  console.error(`Making ${tasks} tasks ...`);
  const began = performance.now();
  const command = spawn(
    process.execPath,
    ['apps/cli/boot/uptake.mjs', 'seed', '--tasks', String(tasks), '--data', folder],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return new Promise((resolve, reject) => {
    let answer = '';
    command.stdout.on('data', (text: Buffer) => (answer += text.toString()));
    command.once('exit', (code) => {
      console.error(`... in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
      if (code === 0) resolve(answer);
      else reject(new Error(`uptake seed ended with ${code}`));
    });
  });
}
