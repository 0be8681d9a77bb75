import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Kit } from './kit.js';

export interface Figures {
  rps: number;
  p50: number;
  p99: number;
  bytes: number;
  /** Of server and PostgreSQL, a request. */
  cpuMs: number;
  /** Cores that server and PostgreSQL used. */
  srvCpu: number;
  dbCpu: number;
  /** Cores that the rest of the machine used. */
  other: number;
  /** Answers that were no success, by status. */
  bad: Record<string, number>[];
}

/** Has the kit's driver measure one operation of one adapter; its lines go to standard error. */
export async function drive(
  kit: Kit,
  env: NodeJS.ProcessEnv,
  adapter: string,
  operation: string,
  options: readonly string[],
): Promise<Figures> {
  const out = path.join(kit.folder, 'results', `${adapter}.json`);
  const code = await new Promise<number | null>((resolve) => {
    const args = [kit.file('run.mjs'), '--adapter', adapter, '--ops', operation, '--out', out, ...options];
    spawn(process.execPath, args, { cwd: kit.folder, env, stdio: ['ignore', 2, 2] }).once('exit', resolve);
  });
  if (code !== 0) throw new Error(`The driver ended with ${code} at ${adapter} ${operation}`);
  const { ops } = JSON.parse(readFileSync(out, 'utf8')) as { ops: Record<string, Figures> };
  const figures = ops[operation];
  if (!figures) throw new Error(`The driver has no figures of ${adapter} ${operation}`);
  return figures;
}
