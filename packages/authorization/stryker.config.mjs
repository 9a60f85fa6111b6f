import { jestForWorkspace } from '../../jest.base.mjs';

/**
 * Mutation testing: each decision of this package is turned round, one at a time, and some test has to notice
 * (`npm run mutate`). Below 90 % of them noticed, the command fails.
 *
 * Stryker leaves alone what stands in `as const`: the tables, which are the decisions, are written with `satisfies`
 * only. What it counts as errors are tables with a word in them that does not exist, which nobody can load.
 */
export default {
  // The index only passes on what the other files export.
  mutate: ['src/**/*.ts', '!src/**/*.test.ts', '!src/index.ts'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  jest: { config: jestForWorkspace() },
  // Named, for plugins are else looked for beside Stryker itself only.
  plugins: ['@stryker-mutator/jest-runner'],
  cleanTempDir: 'always',
  thresholds: { high: 100, low: 95, break: 90 },
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, reportTests: false },
};
