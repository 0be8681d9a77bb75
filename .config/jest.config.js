import { shared } from './jest.shared.js';

/** Pure code, beside which its specs stand. Components have a browser-like home of their own: jest.web.config.js. */
export default {
  ...shared,
  displayName: 'unit',
  testMatch: ['<rootDir>/libs/**/src/**/*.spec.ts', '<rootDir>/apps/*/src/**/*.spec.ts'],
};
