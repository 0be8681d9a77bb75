import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { type Mutant, mutants } from './mutants.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Report {
  numRuntimeErrorTestSuites: number;
  testResults: { message: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** The chosen tests on a source with this mistake in it. */
async function runOn({ edits, config, paths, only, isSeenByModel }: Mutant): Promise<Report> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'uptake-mutant-'));
  const outputFile = path.join(folder, 'report.json');
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  // the random model would see most of them too, in ten times the time: here the named tests have to, where they can
  const named = isSeenByModel ? [] : ['--testPathIgnorePatterns', '/node_modules/', '/dist/', 'workflow[.]model'];
  const chosen = [...paths, ...(only === undefined ? [] : ['-t', only]), ...named];
  const { JEST_WORKER_ID: _outer, ...env } = process.env;
  try {
    await new Promise<void>((resolve) =>
      execFile(
        process.execPath,
        [...jest, '-c', `.config/${config}`, '--ci', '--json', '--outputFile', outputFile, ...chosen],
        { cwd: root, env: { ...env, UPTAKE_MUTANT: JSON.stringify(edits) } },
        () => resolve(), // that it fails is what is hoped for: the report says how
      ),
    );
    return JSON.parse(readFileSync(outputFile, 'utf8')) as Report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it.each(mutants)('$name is seen', async (mutant) => {
  const { numRuntimeErrorTestSuites, testResults } = await runOn(mutant);
  const crashed = testResults.filter(({ assertionResults }) => assertionResults.length === 0);
  expect({ numRuntimeErrorTestSuites, said: crashed.map(({ message }) => message) }).toEqual({
    numRuntimeErrorTestSuites: 0,
    said: [],
  });
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed');
  expect(failed.map(({ fullName }) => fullName)).toContainEqual(expect.stringMatching(mutant.seenBy));
});
