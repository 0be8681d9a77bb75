import { fileURLToPath } from 'node:url';

/** What every Jest run of this repository has in common; each config next to this one adds its own files. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const compile = [
  process.env.UPTAKE_MUTANT ? '<rootDir>/.config/jest.mutating.js' : '@swc/jest',
  {
    swcrc: false,
    module: { type: 'es6' },
    sourceMaps: 'inline',
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
  },
];

// `@uptake/source` sends every @uptake package to its src folder, so no build has to come first.
// `import` must never join these conditions: Jest also uses them for require().
const nodeConditions = ['@uptake/source', 'node', 'node-addons'];

export const shared = {
  rootDir: root,
  cacheDirectory: '<rootDir>/.nx/jest',
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: nodeConditions },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.tsx?$': compile },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/(apps|libs)/.*/dist/', '<rootDir>/.nx/', '<rootDir>/.data/'],
};
