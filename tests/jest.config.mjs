import { jestForWorkspace } from '../jest.base.mjs';

/**
 * One house for all journeys. They take turns in it: some kill what the others stand on, and counts are compared when
 * nobody else files reports.
 */
export default {
  ...jestForWorkspace(),
  testMatch: ['<rootDir>/{journeys,security,faults}/*.e2e.test.ts', '<rootDir>/test/*.test.ts'],
  globalSetup: '<rootDir>/dist/support/open-house.js',
  globalTeardown: '<rootDir>/dist/support/close-house.js',
  maxWorkers: 1,
  testTimeout: 20_000,
};
