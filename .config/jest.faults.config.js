import { shared } from './jest.shared.js';

/** Real processes, killed in the middle of a load. */
export default {
  ...shared,
  displayName: 'faults',
  testMatch: ['<rootDir>/tests/faults/**/*.fault-spec.ts'],
  globalSetup: '<rootDir>/.config/jest.database.js',
  globalTeardown: '<rootDir>/.config/jest.database-down.js',
  maxWorkers: 1,
  testTimeout: 240_000,
};
