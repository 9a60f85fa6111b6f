/** Who may import whom. A rule that is broken is printed with its name and the import; its comment says why it stands. */

const NPM = '(^|/)node_modules/';

/** Packages of npm, at the root or nested in a workspace. */
const npm = (...names) => `${NPM}(${names.join('|')})/`;

const TEST_FOLDER = '^(packages/[^/]+|subgraphs/[^/]+|gateway)/test/';

/** Test files and what they share: they may look into all of their workspace, and use development packages. */
const TESTS = ['[.]test[.]ts$', TEST_FOLDER, '^packages/test-kit/', '^tests/', '^bench/'];

/** Files whose suffix or name says that they touch the world: tables, the graph, the environment, a queue. */
const TOUCHES_THE_WORLD = [
  '[.](command|query|store|entity|type|input|result|presenter|resolver|loader|job|consumer|scalar|enums?)[.]ts$',
  '/(composition|config|context|main|migrate)[.]ts$',
  '/persistence/',
];

const GRAPHQL = [
  npm('graphql', 'type-graphql', 'graphql-scalars', '@apollo/[^/]+'),
  '^packages/subgraph-kit/',
];
const DATABASE = npm('pg', 'typeorm', 'pg-copy-streams');

export default {
  forbidden: [
    {
      name: 'rules-decide-alone',
      comment:
        'A rule is values in, values out: other rules, plain modules, the domain kit, the calendar and the table of rights. The types of others vanish and are welcome.',
      severity: 'error',
      from: { path: '[.]rules[.]ts$' },
      to: {
        path: [NPM, '^packages/', ...TOUCHES_THE_WORLD],
        // The gateway's rules judge GraphQL documents: the language is what they speak of.
        pathNot: ['^packages/(domain-kit|calendar|authorization)/', npm('graphql')],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-do-nothing',
      comment: 'Of the runtime, a rule may only hash.',
      severity: 'error',
      from: { path: '[.]rules[.]ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'rules-know-no-machinery',
      comment: 'Not even a type of the database or of the graph: what a rule takes has a name in the office.',
      severity: 'error',
      from: { path: '^(subgraphs|packages)/.*[.]rules[.]ts$' },
      to: { path: [DATABASE, ...GRAPHQL, npm('fastify', 'ws', 'undici')] },
    },
    {
      name: 'commands-do-not-know-graphql',
      comment: 'A command can be called by a job, a loader or a test as well as by a resolver.',
      severity: 'error',
      from: { path: '[.]command[.]ts$' },
      to: { path: [...GRAPHQL, '[.](type|input|result|resolver|presenter|loader|enums?)[.]ts$'] },
    },
    {
      name: 'resolvers-hold-no-sql',
      comment: 'Downward only: a resolver translates, queries and stores read.',
      severity: 'error',
      from: { path: '[.](resolver|presenter|type|input|result)[.]ts$' },
      to: { path: npm('pg', 'pg-copy-streams') },
    },
    {
      name: 'nothing-below-knows-a-resolver',
      comment: 'Resolvers are reached from the schema alone; whoever needs one has the way upside down.',
      severity: 'error',
      from: { pathNot: ['[.]resolver[.]ts$', '/(schema|composition)[.]ts$', ...TESTS] },
      to: { path: '[.]resolver[.]ts$' },
    },
    {
      name: 'subgraphs-are-islands',
      comment: 'What one needs of another arrives as events, or is asked through the graph.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^(subgraphs/(?!$1/)|gateway/)' },
    },
    {
      name: 'the-gateway-knows-schemas-only',
      comment: 'It reaches subgraphs over the network and knows them by the supergraph.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: ['^subgraphs/', DATABASE, '^packages/(subgraph-kit|events|launcher)/'] },
    },
    {
      name: 'packages-look-down',
      comment: 'A package serves whoever uses it and does not know who that is.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(subgraphs|gateway|tests|bench)/' },
    },
    {
      name: 'domain-kit-stands-alone',
      comment: 'The words that all share depend on nothing but the language; an id is a hash.',
      severity: 'error',
      from: { path: '^packages/domain-kit/src/', pathNot: TESTS },
      to: { pathNot: ['^packages/domain-kit/', '^(node:)?crypto$'] },
    },
    {
      name: 'test-kit-is-for-tests',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: '^packages/test-kit/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: ['[.]test[.]ts$', TEST_FOLDER] },
    },
    {
      name: 'doors-only',
      comment: 'Another workspace is entered by its name, not through its files.',
      severity: 'error',
      from: { path: '^(packages/[^/]+|subgraphs/[^/]+|gateway|tests|bench)/' },
      to: { path: '^(packages|subgraphs|gateway)/', pathNot: ['^$1/', '/dist/src/index[.]js$'] },
    },
    {
      name: 'no-circles',
      comment: 'Neither at run time nor of types: what is defined by each other belongs into one file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs is listed under dependencies.',
      severity: 'error',
      from: { path: '/src/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: [NPM, '/dist/'] },
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
    },
  },
};
