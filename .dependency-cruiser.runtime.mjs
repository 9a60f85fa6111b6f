/** What rules and commands lead to when the program runs: imports of types are left out, and every step is followed. */
import imports from './.dependency-cruiser.mjs';

const MACHINERY = '(^|/)node_modules/(pg|typeorm|type-graphql|graphql-scalars|fastify|ws|undici)/';

export default {
  forbidden: [
    {
      name: 'rules-reach-no-machinery',
      comment: 'A plain module that a rule imports is as pure as the rule.',
      severity: 'error',
      from: { path: '[.]rules[.]ts$' },
      to: { path: [MACHINERY, '^packages/(service-kit|subgraph-kit|events)/'], reachable: true },
    },
    {
      name: 'commands-reach-no-graph',
      comment: 'Nothing that a command uses builds the schema on the way.',
      severity: 'error',
      from: { path: '[.]command[.]ts$' },
      to: {
        path: ['(^|/)node_modules/(graphql|type-graphql|graphql-scalars)/', '^packages/subgraph-kit/'],
        reachable: true,
      },
    },
  ],
  options: { ...imports.options, tsPreCompilationDeps: false },
};
