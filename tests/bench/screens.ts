import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { findPlaces } from './find-places.js';
import { type Reader, type ScreenRequest, screenRequests } from './screen-requests.js';
import { type Seeded, startSeededProduct } from './seeded-product.js';

/**
 * How long each request of each screen takes one person, one request after another, on a workspace of the given size. Prints, asserts
 * nothing: `npm run bench:screens -- [--tasks 100000] [--requests 30] [--data DIR] [--only WORD]`. `--data` keeps the folder and what
 * was seeded for the next time; `--url` with `--seeded FILE` measures a product that runs already and what its `uptake seed` printed.
 */
const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '100000' },
    requests: { type: 'string', default: '30' },
    data: { type: 'string' },
    only: { type: 'string' },
    url: { type: 'string' },
    seeded: { type: 'string' },
  },
});

const product = values.url
  ? {
      base: values.url,
      seeded: JSON.parse(readFileSync(values.seeded ?? '', 'utf8')) as Seeded,
      stop: () => Promise.resolve(),
    }
  : await startSeededProduct({ tasks: Number(values.tasks), data: values.data });
try {
  await measure(product.base, product.seeded, Number(values.requests));
} finally {
  await product.stop();
}

async function measure(base: string, { workspaces: [workspace] }: Seeded, requests: number): Promise<void> {
  if (!workspace) throw new Error('No workspace was seeded');
  const personOf = (role: Reader) => {
    const person = workspace.people.find(({ roles }) => roles.includes(role));
    if (!person) throw new Error(`Nobody is ${role}`);
    return person;
  };
  const ask = async (path: string, reader: Reader): Promise<{ body: unknown; bytes: number; ms: number }> => {
    const began = performance.now();
    const answer = await fetch(base + path, { headers: { authorization: `Bearer ${personOf(reader).token}` } });
    const text = await answer.text();
    const ms = performance.now() - began;
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
    return { body: JSON.parse(text), bytes: Buffer.byteLength(text), ms };
  };
  const places = await findPlaces(
    async (path) => (await ask(path, 'manager')).body,
    workspace.slug,
    personOf('contributor').memberId,
  );
  const asked = screenRequests(places).filter(
    ({ screen, path }) => !values.only || screen.includes(values.only) || path.includes(values.only),
  );
  console.log(
    `${workspace.tasks} tasks, ${workspace.recommendations} recommendations, ${requests} requests each, milliseconds; load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(line(['screen', 'request', 'min', 'median', 'max', 'kB']));
  for (const request of asked) console.log(await row(request));

  async function row({ screen, name, reader, path }: ScreenRequest): Promise<string> {
    // plans and caches are there from the third time on, as for people
    for (let i = 0; i < 3; i += 1) await ask(path, reader);
    const times: number[] = [];
    let bytes = 0;
    for (let i = 0; i < requests; i += 1) {
      const answer = await ask(path, reader);
      times.push(answer.ms);
      bytes = answer.bytes;
    }
    times.sort((a, b) => a - b);
    const at = (share: number): string =>
      (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
    return line([screen, name, at(0), at(0.5), at(1), (bytes / 1_024).toFixed(0)]);
  }
}

function line([screen = '', name = '', ...figures]: string[]): string {
  return `${screen.padEnd(16)}${name.padEnd(28)}${figures.map((figure) => figure.padStart(8)).join('')}`;
}
