import { counting, inTurn, jest, npm, program, sideBySide } from './check-kinds.mjs';

const tsc = 'node_modules/typescript/bin/tsc';

/**
 * The parts of `npm test` in their order. `minutes` is what a part may take on two cores; `builds` says that it
 * runs the built product. A part's checks all run, whatever the ones before them found.
 */
export const parts = {
  lock: {
    minutes: 0.2,
    checks: [npm('ci', '--dry-run', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund')],
  },
  types: {
    minutes: 0.6,
    checks: [
      sideBySide(program(tsc, '-p', '.config/tsconfig.check.json'), program(tsc, '-p', 'tests')),
      sideBySide(program(tsc, '-p', 'libs/ui', '--noEmit'), program(tsc, '-p', 'apps/web', '--noEmit')),
    ],
  },
  lint: {
    minutes: 1,
    checks: [
      // First, for the boundary rule of lint reads the graph that this leaves behind.
      program('node_modules/nx/dist/bin/nx.js', 'show', 'projects'),
      sideBySide(
        program('node_modules/eslint/bin/eslint.js', '--config', '.config/eslint.config.js', '.'),
        inTurn(
          program(
            'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
            ...['--config', '.config/dependency-cruiser.cjs', 'libs', 'apps', 'tests'],
          ),
          counting('.config/illegal-imports.mjs'),
          program('node_modules/prettier/bin/prettier.cjs', '--check', '.'),
        ),
      ),
    ],
  },
  unit: { minutes: 0.8, checks: [jest('jest.config.js'), jest('jest.web.config.js')] },
  mutants: { minutes: 1, checks: [jest('jest.mutants.config.js')] },
  api: { minutes: 2.6, checks: [jest('jest.api.config.js', 'tests/api/')] },
  // both wait more than they compute, for mails and for what a killed process leaves behind
  worker: {
    minutes: 1.6,
    builds: true,
    checks: [sideBySide(jest('jest.api.config.js', 'tests/worker/'), jest('jest.faults.config.js'))],
  },
  boot: { minutes: 3.6, builds: true, checks: [jest('jest.boot.config.js')] },
  e2e: { minutes: 3.6, builds: true, checks: [jest('jest.e2e.config.js')] },
  size: { minutes: 0.2, builds: true, checks: [npm('run', 'size', '--workspace', '@uptake/web')] },
};
