import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { Logger, SubgraphName } from '@satu-pintu/service-kit';
import type { RequestContext } from '../request-context.js';

/** Where each subgraph's fetches go. */
export type DataSources = Readonly<Record<SubgraphName, GraphQLDataSource<RequestContext>>>;

/** Bounds how many ways of answering one operation the planner weighs. */
export const PLANNER_CONFIG = { debug: { maxEvaluatedPlans: 1_000, pathsLimit: 1_000 } } as const;

/** The planner and executor of queries and mutations, over our own data sources. */
export function createGateway(
  supergraphSdl: string,
  dataSources: DataSources,
  logger: Logger,
): ApolloGateway {
  return new ApolloGateway({
    supergraphSdl,
    logger,
    queryPlannerConfig: PLANNER_CONFIG,
    buildService: ({ name }) => dataSourceOf(name, dataSources),
  });
}

/** The supergraph may only name subgraphs that the configuration knows. */
export function dataSourceOf(name: string, dataSources: DataSources): GraphQLDataSource<RequestContext> {
  const found = Object.entries(dataSources).find(([known]) => known === name);
  if (!found) throw new Error(`The supergraph names a subgraph without an address: ${name}.`);
  return found[1];
}
