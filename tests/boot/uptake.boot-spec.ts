import { afterAll, describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { processesNaming } from '../support/processes.js';
import { runNpm, type RunOptions } from './support/run-npm.js';
import { removeTemporaryFolders, temporaryFolder } from './support/temporary-folder.js';

const uptake = (words: string[], options?: RunOptions) =>
  runNpm(['run', '-s', 'uptake', '--', ...words], options).ended;

afterAll(removeTemporaryFolders);

describe('a command that needs no database', () => {
  it('reads a file beside where npm was called, and prints nothing but its answer', async () => {
    const folder = temporaryFolder();
    const recommendations = '1. The ministry should publish its budget.\n2. Parliament should debate it every year.\n';
    writeFileSync(path.join(folder, 'brief.txt'), `Open budgets\n\nRecommendations\n\n${recommendations}`);
    const { code, stdout } = await uptake(['brief', 'parse', 'brief.txt', '--json'], { from: folder });
    expect(code).toBe(0);
    const found = JSON.parse(stdout) as { passages: { kind: string }[] };
    expect(found.passages.filter(({ kind }) => kind === 'recommendation')).toHaveLength(2);
    expect(existsSync(path.join(folder, '.data'))).toBe(false);
  });
});

describe('a command on the database', () => {
  it('starts the embedded one for itself and leaves nothing running', async () => {
    const folder = temporaryFolder();
    const first = await uptake(['migrate', '--data', folder]);
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/^(applied \S+\n)+$/);
    expect(processesNaming(folder)).toEqual([]);
    expect(await uptake(['migrate', `--data=${folder}`])).toMatchObject({ code: 0, stdout: 'up to date\n' });
  });

  it('says what a migration would do without doing it', async () => {
    const folder = temporaryFolder();
    const { stdout } = await uptake(['migrate', '--dry-run', '--data', folder]);
    expect(stdout).toMatch(/^(pending \S+\n)+$/);
    expect((await uptake(['migrate', '--dry-run', '--data', folder])).stdout).toBe(stdout);
  });

  it('neither fills nor closes a folder that holds other things', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'letter.txt'), 'Dear all');
    chmodSync(folder, 0o755);
    const { code, stderr } = await uptake(['migrate', '--data', folder]);
    expect(code).toBe(1);
    expect(stderr).toContain('it holds other files');
    expect([readdirSync(folder), statSync(folder).mode & 0o777]).toEqual([['letter.txt'], 0o755]);
  });

  it('waits for another one on the same folder', async () => {
    const folder = temporaryFolder();
    const both = await Promise.all([uptake(['migrate', '--data', folder]), uptake(['migrate', '--data', folder])]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.filter(({ stdout }) => stdout === 'up to date\n')).toHaveLength(1);
  });
});

describe('wrong usage', () => {
  it.each([[[]], [['no-such-command']], [['brief']], [['brief', 'parse']], [['migrate', '--data']]])(
    'prints the usage beside the output and ends with 2: %j',
    async (words: string[]) => {
      const { code, stdout, stderr } = await uptake(words);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('Usage: npm run -s uptake -- COMMAND');
    },
  );

  it('of a command on the database is told from its failure', async () => {
    const { code } = await uptake(['migrate', '--no-such-option', '--data', temporaryFolder()]);
    expect(code).toBe(2);
  });

  it('is not what asking for help is', async () => {
    const { code, stdout } = await uptake(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('brief parse FILE');
  });
});
