import { shared } from './jest.shared.js';

/** HTTP and worker tests, each file on a database of its own in one PostgreSQL started for the run. */
export default {
  ...shared,
  displayName: 'api',
  testMatch: ['<rootDir>/tests/api/**/*.api-spec.ts', '<rootDir>/tests/worker/**/*.worker-spec.ts'],
  globalSetup: '<rootDir>/.config/jest.database.js',
  globalTeardown: '<rootDir>/.config/jest.database-down.js',
  // half of the time goes by waiting for the database
  maxWorkers: 2,
  testTimeout: 30_000,
};
