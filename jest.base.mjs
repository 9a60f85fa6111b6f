import { fileURLToPath } from 'node:url';

/**
 * Jest as every workspace uses it: TypeScript through swc (which emits the decorator metadata that
 * type-graphql and TypeORM read), native ES modules, other workspaces through their built output.
 *
 * @param {{ database?: boolean }} [needs] `database`: a real PostgreSQL server for the workspace's test files
 * @returns {import('jest').Config}
 */
export function jestForWorkspace({ database = false } = {}) {
  return {
    testEnvironment: 'node',
    testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
    passWithNoTests: true,
    // A hook that copies a database, on a small machine that does everything at once, takes longer than five seconds.
    testTimeout: 20_000,
    ...(database && { globalSetup: testKit('start-postgres'), globalTeardown: testKit('stop-postgres') }),
  };
}

function testKit(file) {
  return fileURLToPath(new URL(`./packages/test-kit/dist/src/${file}.js`, import.meta.url));
}

const swcOptions = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};
