import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { descendantsOf, processesNaming } from '../support/processes.js';
import type { Person } from '../support/people.js';
import { followThrough } from '../faults/load.js';
import { memoryOf } from './memory-of.js';
import { type Seeded, startSeededProduct } from './seeded-product.js';
import { TimedClient } from './timed-client.js';

/**
 * Decision after decision on the embedded database, to see whether memory or the time of a decision grows: `npm run soak --
 * [--decisions 1000000] [--clients 4] [--every 1000] [--data DIR]`. It prints and keeps a line for each `every` decisions in
 * `DIR.soak.jsonl`, and goes on from the last one when it is started again; it asserts nothing.
 */
const { values } = parseArgs({
  options: {
    decisions: { type: 'string', default: '1000000' },
    clients: { type: 'string', default: '4' },
    every: { type: 'string', default: '1000' },
    data: { type: 'string', default: '.data/soak' },
  },
});
const [wanted, clients, every] = [values.decisions, values.clients, values.every].map(Number) as [
  number,
  number,
  number,
];
const SEEDED_TASKS = 200;
const log = `${values.data}.soak.jsonl`;

interface Line {
  decisions: number;
  perSecond: number;
  /** Of the requests that decide, in milliseconds. */
  median: number;
  p99: number;
  /** Resident, in MiB. */
  memory: Record<string, number>;
}

const lines = existsSync(log)
  ? readFileSync(log, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
  : [];
let done = lines.at(-1)?.decisions ?? 0;
let isAsked = true;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isAsked = false));

const product = await startSeededProduct({ tasks: SEEDED_TASKS, data: values.data });
console.log(done > 0 ? `Going on after ${done} decisions` : `Towards ${wanted} decisions; ${log}`);
try {
  await soak(product.base, product.seeded);
} finally {
  await product.stop();
}

async function soak(base: string, { workspaces: [workspace] }: Seeded): Promise<void> {
  if (!workspace) throw new Error('No workspace was seeded');
  const of = (role: string): Person[] =>
    workspace.people
      .filter(({ roles }) => roles.includes(role))
      .map((person) => ({ userId: '', name: person.email, ...person }));
  const [manager, deputy] = of('manager');
  const [reviewer, second] = of('reviewer');
  if (!manager || !deputy || !reviewer || !second) throw new Error('The seed has too few people');
  const cast = { manager, deputy, reviewers: [reviewer, second] as const, owners: of('contributor') };
  const times: number[] = [];
  const client = new TimedClient(base, (path, ms) => path.endsWith('/decision') && times.push(ms));
  let number = done;
  let since = performance.now();
  const isOver = () => !isAsked || done >= wanted;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (!isOver()) {
        await followThrough(client, workspace, cast, (number += 1));
        done += 2;
        if (times.length >= every) report();
      }
    }),
  );

  /** The database's server stands in no line of descent, but its command names the data folder. */
  function processesOfProduct(): number[] {
    const heads = [product.pid, ...processesNaming(path.resolve(values.data))];
    return [...new Set(heads.flatMap((pid) => [pid, ...descendantsOf(pid)]))];
  }

  function report(): void {
    const sorted = times.splice(0).sort((a, b) => a - b);
    const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1));
    const line: Line = {
      decisions: done,
      perSecond: Number(((sorted.length * 1_000) / (performance.now() - since)).toFixed(1)),
      median: at(0.5),
      p99: at(0.99),
      memory: memoryOf(processesOfProduct()),
    };
    since = performance.now();
    appendFileSync(log, `${JSON.stringify(line)}\n`);
    console.log(JSON.stringify(line));
  }
}
