import { buildSubgraph, printSubgraph, type SubgraphParts } from '@satu-pintu/subgraph-kit';
import type { GraphQLSchema } from 'graphql';
import type { AnalyticsContext } from './context.js';
import { CountsResolver } from './counts/counts.resolver.js';
import { Agency } from './counts/counts.type.js';
import { policies } from './policies.js';

/** What the analytics subgraph is made of. */
export const analyticsParts: SubgraphParts<AnalyticsContext> = {
  resolvers: [CountsResolver],
  instances: [new CountsResolver()],
  policies,
  references: {
    // Whether the agency exists is for agencies to say; here it only gets its numbers.
    Agency: (reference: { readonly id: string }) => Promise.resolve(Object.assign(new Agency(), reference)),
  },
};

/** The executable subgraph. */
export function buildAnalyticsSchema(): GraphQLSchema {
  return buildSubgraph(analyticsParts);
}

/** The subgraph's SDL, as it is committed and composed. */
export function printSchema(): string {
  return printSubgraph(analyticsParts);
}
