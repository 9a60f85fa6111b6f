import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { Logger, SubgraphName } from '@satu-pintu/service-kit';
import type { RequestContext } from '../request-context.js';

/** Where each subgraph's fetches go. */
export type DataSources = Readonly<Record<SubgraphName, GraphQLDataSource<RequestContext>>>;

/** Bounds how many ways of answering one operation the planner weighs. */
export const PLANNER_CONFIG = { debug: { maxEvaluatedPlans: 1_000, pathsLimit: 1_000 } } as const;

/** The library's gateway over our own data sources: it loads the supergraph and answers what our executor does not. */
export function createGateway(
  supergraphSdl: string,
  dataSources: DataSources,
  logger: Logger,
): ApolloGateway {
  process.env.APOLLO_TELEMETRY_DISABLED = 'true'; // nothing about this service is told to others
  return new ApolloGateway({
    supergraphSdl,
    logger,
    queryPlannerConfig: PLANNER_CONFIG,
    buildService: ({ name }) => ofSubgraph(name, dataSources),
  });
}

/** The part for a subgraph that the supergraph names; it may only name those that the configuration knows. */
export function ofSubgraph<Part>(name: string, parts: Readonly<Record<SubgraphName, Part>>): Part {
  const found = Object.entries<Part>(parts).find(([known]) => known === name);
  if (!found) throw new Error(`The supergraph names a subgraph without an address: ${name}.`);
  return found[1];
}
