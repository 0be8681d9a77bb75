import { shared } from './jest.shared.js';

/** Components and hooks in jsdom; whole journeys are left to the browser tests. */
export default {
  ...shared,
  displayName: 'web',
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['@uptake/source', 'browser'] },
  testMatch: ['<rootDir>/apps/web/src/**/*.spec.tsx', '<rootDir>/libs/ui/src/**/*.spec.tsx'],
  // a key typed takes several times as long on a busy machine, and nothing here measures time
  testTimeout: 20_000,
  setupFilesAfterEnv: ['<rootDir>/.config/jest.web-setup.js'],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/.config/jest.style-stub.js',
    '^@fontsource': '<rootDir>/.config/jest.style-stub.js',
    ...shared.moduleNameMapper,
  },
};
