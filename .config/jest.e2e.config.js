import { shared } from './jest.shared.js';

/** Journeys in a real Chromium against the built product; one at a time, for each starts its own. */
export default {
  ...shared,
  displayName: 'e2e',
  testMatch: ['<rootDir>/tests/e2e/**/*.e2e.ts'],
  globalSetup: '<rootDir>/.config/jest.database.js',
  globalTeardown: '<rootDir>/.config/jest.database-down.js',
  maxWorkers: 1,
  testTimeout: 300_000,
};
