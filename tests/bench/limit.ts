import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findEmbeddedPostgres } from '@uptake/platform/embedded-postgres';
import { freePort } from '../support/free-port.js';
import { type Figures, drive } from './against-limit/drive.js';
import { copyKit } from './against-limit/kit.js';
import { LIMIT_DATABASE, exportSeed, letLimitIn, makeLimitDatabase } from './against-limit/limit-database.js';
import { loadWorkspace } from './against-limit/load-workspace.js';
import { settle } from './against-limit/settle.js';
import { servingProcesses, startScript } from './against-limit/side-processes.js';
import { root, startProduct } from './product.js';

/**
 * The product beside the limit (a bare server over plain tables, which the kit in `--kit` holds), on one PostgreSQL with the same data:
 * what each operation costs and how long it takes. Prints, asserts nothing: `npm run bench -- [--kit DIR] [--data DIR] [--ops a,b]
 * [--dur 10] [--warm 3] [--rounds 3] [--conc 16] [--tasks 100000]`. `--data` keeps the made data for the next time.
 */
const { values } = parseArgs({
  options: {
    kit: { type: 'string', default: path.join(root, '..', 'shared', 'bench') },
    data: { type: 'string' },
    ops: { type: 'string', default: 'a,b,c,d,e,f' },
    dur: { type: 'string', default: '10' },
    warm: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    conc: { type: 'string', default: '16' },
    extra: { type: 'string', default: '3' },
    tasks: { type: 'string', default: '100000' },
  },
});
const what: Readonly<Record<string, string>> = {
  a: 'open a task',
  b: 'list 50 by assignee and status',
  c: 'create a task',
  d: 'decide',
  e: 'rollup as kept',
  f: 'search for a word',
};

const from = process.env['INIT_CWD'] ?? process.cwd();
const made = values.data === undefined ? mkdtempSync(path.join(tmpdir(), 'uptake-bench-')) : undefined;
const folder = made ?? path.resolve(from, values.data ?? '');
const kit = copyKit(path.resolve(from, values.kit), path.join(folder, 'kit'));
const [sinkPort, limitPort] = [await freePairOfPorts(), await freePort()];
const data = path.join(folder, 'data');
const stops: (() => void | Promise<void>)[] = [];
try {
  const product = await startProduct(data, { SMTP_URL: `smtp://127.0.0.1:${sinkPort}` });
  stops.push(() => product.stop());
  const ownerUrl = findEmbeddedPostgres(data)?.url;
  if (!ownerUrl) throw new Error('The product runs without its embedded PostgreSQL');
  const password = randomBytes(12).toString('hex');
  await letLimitIn(ownerUrl, password);
  const loaded = path.join(folder, 'uptake.json');
  if (!existsSync(loaded)) await makeData(ownerUrl, loaded);

  // where the driver looks for PostgreSQL's processes
  mkdirSync(path.join(folder, 'pg'), { recursive: true });
  rmSync(path.join(folder, 'pg', 'data'), { force: true });
  symlinkSync(path.join(data, 'postgres'), path.join(folder, 'pg', 'data'));
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PEERS_DIR: folder,
    PGHOST: '127.0.0.1',
    PGPORT: new URL(ownerUrl).port,
    PGUSER: 'postgres',
    PGPASSWORD: password,
    LIMIT_DB: LIMIT_DATABASE,
    LIMIT_PORT: String(limitPort),
    SMTP_PORT: String(sinkPort),
    UPTAKE_BASE: product.base,
    UPTAKE_PIDS: servingProcesses(product.pid).join(','),
  };
  const sink = await startScript(kit.file('lib/sink.mjs'), [], env, `http://127.0.0.1:${sinkPort + 1}/count`);
  stops.push(() => sink.stop());
  writeFileSync(path.join(folder, 'sink.pid'), String(sink.pid));
  const limit = await startScript(kit.file('limit/server.mjs'), ['1'], env, `http://127.0.0.1:${limitPort}/`);
  stops.push(() => limit.stop());

  const options = (['dur', 'warm', 'rounds', 'conc', 'extra'] as const).flatMap((name) => [`--${name}`, values[name]]);
  const lines: string[] = [];
  for (const operation of values.ops.split(',')) {
    await settle(ownerUrl);
    const theirs = await drive(kit, env, 'limit', operation, options);
    await settle(ownerUrl);
    lines.push(...rows(operation, await drive(kit, env, 'uptake', operation, options), theirs));
  }
  console.log(
    `${values.tasks} tasks, ${values.conc} connections, ${values.rounds} rounds of ${values.dur} s, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; CPU-ms of server and PostgreSQL a request`,
  );
  console.log(line(['', '', 'CPU-ms', 'ratio', 'p50 ms', 'p99 ms', 'a second', 'bytes', 'other']));
  console.log(lines.join('\n'));
} finally {
  for (const stop of stops.toReversed()) await stop();
  if (made) rmSync(made, { recursive: true, force: true });
}

async function makeData(ownerUrl: string, loaded: string): Promise<void> {
  console.error(`Making ${values.tasks} tasks, once as the limit's and once as the product's ...`);
  const began = performance.now();
  await makeLimitDatabase(kit, ownerUrl, Number(values.tasks));
  await exportSeed(ownerUrl, path.join(folder, 'seed.json'));
  await loadWorkspace(ownerUrl, readFileSync(path.join(data, 'app-secret'), 'utf8').trim(), loaded);
  console.error(`... in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
}

/** The sink counts at the port behind its own. */
async function freePairOfPorts(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (
      await fetch(`http://127.0.0.1:${port + 1}/`).then(
        () => false,
        () => true,
      )
    )
      return port;
  }
}

function rows(operation: string, ours: Figures, limit: Figures): string[] {
  const of = (figures: Figures, ratio: string): string[] => [
    figures.cpuMs.toFixed(2),
    ratio,
    figures.p50.toFixed(1),
    figures.p99.toFixed(1),
    figures.rps.toFixed(0),
    String(figures.bytes),
    figures.other.toFixed(2),
  ];
  const bad = ours.bad.length > 0 ? [`   refused: ${JSON.stringify(ours.bad)}`] : [];
  return [
    line([`${operation} ${what[operation] ?? ''}`, 'ours', ...of(ours, (ours.cpuMs / limit.cpuMs).toFixed(2))]),
    ...bad,
    line(['', 'limit', ...of(limit, '')]),
  ];
}

function line([name = '', whose = '', ...figures]: string[]): string {
  return `${name.padEnd(34)}${whose.padEnd(7)}${figures.map((figure) => figure.padStart(9)).join('')}`;
}
