/**
 * Jest as every workspace uses it: TypeScript through swc (which emits the decorator metadata that
 * type-graphql and TypeORM read), native ES modules, other workspaces through their built output.
 *
 * @param {import('jest').Config} [own] what one workspace adds, a global setup for instance
 * @returns {import('jest').Config}
 */
export function jestForWorkspace(own = {}) {
  return {
    testEnvironment: 'node',
    testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
    passWithNoTests: true,
    ...own,
  };
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
