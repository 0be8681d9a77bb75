import { shared } from './jest.shared.js';

/** Real processes: starts, signals, kills. One at a time, since they count what is left running. */
export default {
  ...shared,
  displayName: 'boot',
  testMatch: ['<rootDir>/tests/boot/**/*.boot-spec.ts'],
  maxWorkers: 1,
  testTimeout: 120_000,
};
