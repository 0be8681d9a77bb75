import { afterAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { processesNaming } from '../support/processes.js';
import { pressCtrlC, runNpm } from './support/run-npm.js';
import { removeTemporaryFolders, temporaryFolder } from './support/temporary-folder.js';

const run = (...words: string[]) => runNpm(['run', '-s', 'uptake', '--', ...words]);
const uptake = (...words: string[]) => run(...words).ended;

afterAll(removeTemporaryFolders);

interface Printed {
  password: string;
  workspaces: Array<{
    id: string;
    slug: string;
    tasks: number;
    people: Array<{ memberId: string; email: string; roles: string[]; token: string }>;
  }>;
}

describe('a seeded workspace', () => {
  const folder = temporaryFolder();

  it('says what to do about a database without a schema', async () => {
    const { code, stdout, stderr } = await uptake('seed', '--tasks', '10', '--data', folder);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('migrate');
  });

  it('prints its people with their sign-ins, and passes the audit and the recount', async () => {
    await uptake('migrate', '--data', folder);
    const { code, stdout } = await uptake('seed', '--tasks', '300', '--workspaces', '2', '--data', folder);
    expect(code).toBe(0);
    const { password, workspaces } = JSON.parse(stdout) as Printed;
    expect(password).toMatch(/\S{8,}/);
    expect(workspaces.map(({ slug, tasks }) => [slug, tasks])).toEqual([
      ['seed-1-1', 300],
      ['seed-1-2', 300],
    ]);
    expect(new Set(workspaces.flatMap(({ people }) => people.flatMap(({ roles }) => roles)))).toEqual(
      new Set(['admin', 'manager', 'reviewer', 'leader', 'contributor']),
    );
    const audit = await uptake('audit', 'verify', '--data', folder);
    expect([audit.code, audit.stdout.match(/^ok .* 0 not yet sealed/gm)?.length]).toEqual([0, 2]);
    const rollups = await uptake('rollups', 'recompute', '--data', folder);
    expect([rollups.code, rollups.stdout.match(/^ok .* 0 counts differ/gm)?.length]).toEqual([0, 2]);
  });

  it('is the same for the same seed, wherever it is made', async () => {
    const other = temporaryFolder();
    await uptake('migrate', '--data', other);
    const [here, there] = [
      await uptake('seed', '--tasks', '50', '--seed', '9', '--data', folder),
      await uptake('seed', '--tasks', '50', '--seed', '9', '--data', other),
    ];
    const known = ({ stdout }: { stdout: string }) => (JSON.parse(stdout) as Printed).workspaces;
    expect(known(there)).toEqual(known(here));
    const head = async (of: string) =>
      (await uptake('audit', 'verify', '--data', of)).stdout.match(/seed-9: .* head .*/)?.[0];
    const here9 = await head(folder);
    expect(here9).toBeDefined();
    expect(await head(other)).toBe(here9);
  });

  it('is refused where it stands already, and what an interruption left is nothing', async () => {
    const again = await uptake('seed', '--tasks', '50', '--seed', '9', '--data', folder);
    expect([again.code, again.stdout]).toEqual([2, '']);
    expect(again.stderr).toContain('choose another --seed');

    const interrupted = run('seed', '--tasks', '200000', '--seed', '11', '--data', folder);
    await sleep(4_000);
    pressCtrlC(interrupted);
    expect((await interrupted.ended).stdout).toBe('');
    expect((await uptake('seed', '--tasks', '20', '--seed', '11', '--data', folder)).code).toBe(0);
    expect(processesNaming(folder)).toEqual([]);
  });
});
