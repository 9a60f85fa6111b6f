import { buildSubgraph, printSubgraph, type SubgraphParts } from '@satu-pintu/subgraph-kit';
import type { GraphQLSchema } from 'graphql';
import { AuditResolver } from './audit/audit.resolver.js';
import type { AnalyticsContext } from './context.js';
import { CountsResolver } from './counts/counts.resolver.js';
import { Agency } from './counts/counts.type.js';
import { policies } from './policies.js';

/** What the analytics subgraph is made of, but for the resolver objects. */
export const analyticsParts: SubgraphParts<AnalyticsContext> = {
  resolvers: [CountsResolver, AuditResolver],
  policies,
  references: {
    // Whether the agency exists is for agencies to say; here it only gets its numbers.
    Agency: (reference: { readonly id: string }) => Promise.resolve(Object.assign(new Agency(), reference)),
  },
};

/** The executable subgraph, with the objects behind it. */
export function buildAnalyticsSchema(audit: AuditResolver): GraphQLSchema {
  return buildSubgraph({ ...analyticsParts, instances: [new CountsResolver(), audit] });
}

/** The subgraph's SDL, as it is committed and composed. */
export function printSchema(): string {
  return printSubgraph(analyticsParts);
}
