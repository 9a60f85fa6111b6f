import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

const SUBGRAPHS = readdirSync(new URL('subgraphs', import.meta.url));

/** Each subgraph's schema is a project of its own: only its own types and directives are known in it. */
const graphQLConfig = {
  projects: Object.fromEntries(
    SUBGRAPHS.map((name) => {
      const file = `subgraphs/${name}/schema.graphql`;
      return [name, { schema: file, include: file }];
    }),
  ),
};

const READS_THE_CLOCK = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
].map((selector) => ({
  selector,
  message: 'Take `now` as an argument, or a Clock; only a process makes a real one.',
}));

const IS_CHANCE = [
  "MemberExpression[object.name='Math'][property.name='random']",
  'ImportSpecifier[imported.name=/^random/]',
].map((selector) => ({
  selector,
  message: 'A rule gives the same answer to the same question: take the value as an argument.',
}));

const [, namingConvention] =
  graphql.configs['flat/schema-recommended'].rules['@graphql-eslint/naming-convention'];

export default defineConfig(
  globalIgnores(['**/dist/', '.data/', '.turbo/', '**/.stryker-tmp/', 'gateway/supergraph.graphql']),
  {
    // A rule holds everywhere or is changed here, where everybody sees it: comments cannot switch it off.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.ts', '**/*.mjs'],
    extends: [js.configs.recommended],
    rules: {
      eqeqeq: 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', setInterval: 'readonly', URL: 'readonly' },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Marked so to stand out; a provider on this machine may speak plain HTTP in development.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }] },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A callback on one line hands on to another; nobody reads what it returns.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // type-graphql reads schema classes whose only content is their decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Classes of rows and of the schema hold data only: they exist for their decorators, so a plain object or a
      // spread copy of the same shape is as good as an instance.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'file', name: ['ReportEntity', 'ReportFilter', 'SubmitReportInput'] }] },
      ],
      // `{ hidden: _hidden, ...shown }` leaves something out; `_name` stands for an argument that a framework passes.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      // Numbers print as one expects, and an error message shows the value that should never have come.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNever: true }],
    },
  },
  {
    // Services speak through their logger.
    files: ['**/src/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['subgraphs/*/src/**/*.ts', 'gateway/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...READS_THE_CLOCK] },
  },
  {
    files: ['**/*.rules.ts'],
    rules: { 'no-restricted-syntax': ['error', ...READS_THE_CLOCK, ...IS_CHANCE] },
  },
  {
    files: SUBGRAPHS.map((name) => `subgraphs/${name}/schema.graphql`),
    extends: [graphql.configs['flat/schema-recommended'], graphql.configs['flat/schema-relay']],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig } },
    rules: {
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          DirectiveDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          ignoredSelectors: [
            // type-graphql has no place to describe the root types; each of their fields is described.
            'ObjectTypeDefinition[name.value=/^(Query|Mutation|Subscription)$/]',
            // `input` is the one argument of a mutation; the mutation and the input type say all there is to say.
            'ObjectTypeDefinition[name.value=Mutation] InputValueDefinition[name.value=input]',
          ],
        },
      ],
      // A count by type of report is a TypeCount: the prefix is a word of the office here, not of GraphQL.
      '@graphql-eslint/naming-convention': [
        'error',
        { ...namingConvention, 'ObjectTypeDefinition,ObjectTypeExtension': { forbiddenSuffixes: ['Type'] } },
      ],
      // An entity says with @key what identifies it; everything else is a value and has no id.
      '@graphql-eslint/strict-id-in-types': 'off',
      // Lists are read forward, page by page; nothing in the office reads them backward.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/relay-page-info': 'off',
      // There is no Node interface: `_entities` finds things by key. A short, complete list needs no pages.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      '@graphql-eslint/input-name': 'error',
      '@graphql-eslint/no-scalar-result-type-on-mutation': 'error',
    },
  },
  {
    files: ['subgraphs/reports/schema.graphql'],
    // It takes `Report.reporter` for the word "report" said twice; who reports is a word of its own.
    rules: { '@graphql-eslint/no-typename-prefix': 'off' },
  },
);
