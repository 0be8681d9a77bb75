import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page, type Recommendation, recommendationKinds, type Task, taskStatuses } from '@uptake/contracts';
import { freePort } from './support/free-port.js';
import { leftRunning, processesNaming } from '../support/processes.js';
import { type NpmRun, pressCtrlC, runNpm } from './support/run-npm.js';
import { removeTemporaryFolders, temporaryFolder } from './support/temporary-folder.js';

const password = 'a password of the demonstration';
const people = ['admin', 'manager', 'second.manager', 'contributor', 'reviewer', 'second.reviewer', 'leader'];

/** Cookies of a person who has signed in at this address. */
async function signIn(address: string, person: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${person}@uptake.example`, password }),
  });
  if (!answer.ok) throw new Error(`${person} was refused: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

describe('the demonstration', () => {
  const folder = temporaryFolder();
  let run: NpmRun;
  let address: string;

  beforeAll(async () => {
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    run = runNpm(['start', '--', '--port', String(port), '--data', folder], {
      env: { UPTAKE_DEMO_PASSWORD: password },
    });
    await run.printed('Ctrl-C stops it');
  });
  afterAll(async () => {
    if (run.npm.exitCode === null && run.npm.signalCode === null) pressCtrlC(run);
    await leftRunning(processesNaming(folder));
    removeTemporaryFolders();
  });

  async function list<T>(person: string, path: string): Promise<T[]> {
    const cookie = await signIn(address, person);
    const answer = await fetch(`${address}/api/v1/workspaces/demo/${path}?limit=200`, { headers: { cookie } });
    return ((await answer.json()) as Page<T>).items;
  }

  it('lets each of its people in', async () => {
    const cookies = await Promise.all(people.map((person) => signIn(address, person)));
    expect(new Set(cookies).size).toBe(people.length);
  });

  it('has a recommendation of each kind, one of them confidential', async () => {
    const shown = await list<Recommendation>('manager', 'recommendations');
    const kinds = recommendationKinds.filter((kind) => kind !== 'general');
    expect(shown.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
    expect(await list<Recommendation>('leader', 'recommendations')).toHaveLength(kinds.length - 1);
  });

  it('has recommendations that are closed, late and waiting for a decision', async () => {
    const shown = await list<Recommendation>('manager', 'recommendations');
    expect(shown.some(({ lifecycle }) => lifecycle === 'closed')).toBe(true);
    expect(shown.some(({ overdue }) => overdue)).toBe(true);
    expect(shown.some(({ waiting }) => waiting)).toBe(true);
  });

  it('has tasks in every stage', async () => {
    const tasks = await list<Task>('manager', 'tasks');
    expect([...new Set(tasks.map(({ status }) => status))].sort()).toEqual([...taskStatuses].sort());
  });

  it('stands up to the audit and to a count from scratch', async () => {
    pressCtrlC(run);
    await run.ended;
    const uptake = (...words: string[]) => runNpm(['run', '-s', 'uptake', '--', ...words, '--data', folder]).ended;
    expect(await uptake('audit', 'verify')).toMatchObject({ code: 0 });
    expect(await uptake('rollups', 'recompute')).toMatchObject({ code: 0 });
  });
});
