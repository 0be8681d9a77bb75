import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { cleanEnvironment, runNode, runNpm } from './run.mjs';
import { inRoot, say } from './workspace.mjs';

/** How many checks of a part held and how many did not. */
export const counts = (passed, failed) => ({ passed, failed });

const verdict = ({ code }) => counts(code === 0 ? 1 : 0, code === 0 ? 0 : 1);

export const add = (results) =>
  results.reduce((sum, { passed, failed }) => counts(sum.passed + passed, sum.failed + failed), counts(0, 0));

/** Programs of one thread each: two cores take them at once. */
export const sideBySide =
  (...checks) =>
  async (limits) =>
    add(await Promise.all(checks.map((check) => check(limits))));

export const inTurn =
  (...checks) =>
  async (limits) => {
    const results = [];
    for (const check of checks) results.push(await check(limits));
    return add(results);
  };

const env = (extra = {}) => cleanEnvironment({ NX_DAEMON: 'false', NX_NO_CLOUD: 'true', ...extra });

/** One program, which holds or does not. What it prints is shown only when it does not. */
export const program =
  (file, ...args) =>
  async ({ timeout }) => {
    const result = await runNode([inRoot(file), ...args], { env: env(), output: 'captured', timeout });
    if (result.code !== 0) say(result.text);
    return verdict(result);
  };

export const npm =
  (...args) =>
  async ({ timeout }) => {
    const result = await runNpm(args, { output: 'captured', timeout });
    if (result.code !== 0) say(result.text);
    return verdict(result);
  };

/** A program that counts for itself and ends with `N passed, N failed`. */
export const counting =
  (file, ...args) =>
  async ({ timeout }) => {
    const { text } = await runNode([inRoot(file), ...args], { env: env(), output: 'captured', timeout });
    const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(text) ?? [];
    if (failed !== '0') say(text);
    return passed === undefined ? counts(0, 1) : counts(Number(passed), Number(failed));
  };

/** A Jest run by its own count. A file that could not run is a failure, and so is a run that found no tests at all. */
export const jest =
  (config, ...args) =>
  async ({ timeout }) => {
    const report = inRoot('.nx', 'test-results', `${[config, ...args].join('-').replace(/[^\w-]+/g, '_')}.json`);
    mkdirSync(inRoot('.nx', 'test-results'), { recursive: true });
    rmSync(report, { force: true });
    const { code } = await runNode(
      [
        ...['--experimental-vm-modules', '--no-warnings', inRoot('node_modules', 'jest', 'bin', 'jest.js')],
        ...['-c', inRoot('.config', config), '--ci', '--json', '--outputFile', report, ...args],
      ],
      { env: env({ NODE_ENV: 'test' }), output: 'errors shown', timeout },
    );
    try {
      const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
      const failed = numFailedTests + numRuntimeErrorTestSuites;
      return counts(numPassedTests, failed === 0 && code !== 0 ? 1 : failed);
    } catch {
      return counts(0, 1);
    }
  };
