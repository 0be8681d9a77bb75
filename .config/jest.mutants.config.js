import { shared } from './jest.shared.js';

/** The tests of the tests: each makes a known mistake in the source and expects the others to see it. */
export default {
  ...shared,
  displayName: 'mutants',
  testMatch: ['<rootDir>/tests/mutants/**/*.mutant-spec.ts'],
  maxWorkers: 2,
  testTimeout: 240_000,
};
