import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { chownSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { itAsRoot, nobody } from './support/accounts.js';
import { freePort } from './support/free-port.js';
import { descendantsOf, leftRunning, processesNaming } from '../support/processes.js';
import { type NpmRun, pressCtrlC, runNpm, type RunOptions } from './support/run-npm.js';
import { removeTemporaryFolders, temporaryFolder } from './support/temporary-folder.js';

interface Started extends NpmRun {
  readonly port: number;
  readonly folder: string;
  /** Everything that belongs to it, the database included. */
  processes(): number[];
  /** The process of that name, `start.mjs`, `api` or `worker`. */
  process(name: string): number;
}

const all: Started[] = [];

async function start(folder: string, options: RunOptions = {}): Promise<Started> {
  const port = await freePort();
  const run = runNpm(['start', '--', '--no-demo', '--port', String(port), '--data', folder], options);
  const processes = () => [...new Set([run.npm.pid, ...descendantsOf(run.npm.pid), ...processesNaming(folder)])];
  const named = (name: string) => {
    const script = name.endsWith('.mjs') ? `boot/${name}` : path.join('apps', name, 'dist', 'main.js');
    const ours = new Set(processes());
    const [pid] = processesNaming(script).filter((candidate) => ours.has(candidate) && isNode(candidate));
    if (!pid) throw new Error(`no process ${name}`);
    return pid;
  };
  const started = { ...run, port, folder, processes, process: named };
  all.push(started);
  await run.printed('Ctrl-C stops it');
  return started;
}

/** npm's shell has the script's name on its command line too. What a thread calls itself differs between versions of Node. */
const isNode = (pid: number) => /^(.*\/)?node\0/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));

async function answers({ port }: Started): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

afterEach(async () => {
  for (const run of all.splice(0)) {
    const processes = run.processes();
    if (run.npm.exitCode === null && run.npm.signalCode === null) pressCtrlC(run);
    await leftRunning(processes);
  }
});

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(removeTemporaryFolders);

describe('a start', () => {
  it('serves until a Ctrl-C, which leaves nothing running', async () => {
    const run = await start(folder);
    expect(await answers(run)).toBe(true);
    expect(statSync(path.join(folder, 'app-secret')).mode & 0o777).toBe(0o600);
    const processes = run.processes();
    expect(processes.length).toBeGreaterThanOrEqual(5);
    pressCtrlC(run);
    const { stdout, stderr } = await run.ended;
    expect(stderr).toContain('Stopping');
    expect(stdout).toContain(`http://localhost:${run.port}`);
    expect(stdout).toContain(folder);
    expect(await leftRunning(processes, 0)).toEqual([]);
  });

  it('stops at once on a second Ctrl-C', async () => {
    const run = await start(folder);
    const processes = run.processes();
    process.kill(run.process('api'), 'SIGSTOP'); // it will not stop by itself
    pressCtrlC(run);
    await sleep(1_500);
    expect(run.npm.exitCode).toBeNull();
    pressCtrlC(run);
    await run.ended;
    expect(await leftRunning(processes, 2_000)).toEqual([]);
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('stops cleanly on %s to itself', async (signal) => {
    const run = await start(folder);
    const processes = run.processes();
    process.kill(run.process('start.mjs'), signal);
    expect((await run.ended).code).toBe(0);
    expect(await leftRunning(processes, 0)).toEqual([]);
  });

  it.each([
    ['npm', (run: Started) => run.npm.pid],
    ['the starter', (run: Started) => run.process('start.mjs')],
    ['the API', (run: Started) => run.process('api')],
    ['the database', (run: Started) => Number(postmasterLines(run.folder)[0])],
  ])('leaves nothing running when %s is killed', async (_, victim) => {
    const run = await start(folder);
    const processes = run.processes();
    process.kill(victim(run), 'SIGKILL');
    expect(await leftRunning(processes)).toEqual([]);
  });

  it('stops, and says why, when one of its processes ends', async () => {
    const run = await start(folder);
    const processes = run.processes();
    process.kill(run.process('worker'), 'SIGKILL');
    const { code, stderr } = await run.ended;
    expect(code).toBe(1);
    expect(stderr).toContain('The worker process has ended (SIGKILL)');
    expect(await leftRunning(processes, 0)).toEqual([]);
  });

  itAsRoot('works for an ordinary user in a checkout of somebody else', async () => {
    const user = nobody();
    const home = temporaryFolder();
    chownSync(home, user.uid, user.gid);
    const run = await start(path.join(home, 'data'), { account: user, env: { HOME: home } });
    expect(await answers(run)).toBe(true);
  });
});

const postmasterLines = (of: string) => readFileSync(path.join(of, 'postgres', 'postmaster.pid'), 'utf8').split('\n');

describe('beside a running start', () => {
  it('a second one is refused, naming the address and the process of the first', async () => {
    const first = await start(folder);
    const { code, stderr } = await runNpm(['start', '--', '--port', String(await freePort()), '--data', folder]).ended;
    expect(code).toBe(1);
    expect(stderr).toContain(`http://localhost:${first.port}`);
    expect(stderr).toContain(`process ${first.process('start.mjs')}`);
    expect(await answers(first)).toBe(true);
  });

  it('one on another folder works, unless it wants the same port', async () => {
    const [first, other] = [await start(folder), temporaryFolder()];
    const refused = await runNpm(['start', '--', '--no-demo', '--port', String(first.port), '--data', other]).ended;
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`Port ${first.port} is taken by another program`);
    const second = await start(other);
    expect([await answers(first), await answers(second)]).toEqual([true, true]);
  });

  it('commands use its database, and leave it running', async () => {
    const first = await start(folder);
    const { code, stdout } = await runNpm(['run', '-s', 'uptake', '--', 'migrate', '--data', folder]).ended;
    expect([code, stdout]).toEqual([0, 'up to date\n']);
    expect(await answers(first)).toBe(true);
  });
});

it.each([['--prot 1'], ['--port none'], ['--port 0'], ['stray']])(
  'refuses `npm start -- %s` with its usage',
  async (words) => {
    const { code, stderr } = await runNpm(['start', '--', ...words.split(' ')]).ended;
    expect(code).toBe(2);
    expect(stderr).toContain('Usage: npm start');
  },
);
