import type { Clock, Viewer } from '@satu-pintu/domain-kit';
import type { Logger, SubgraphName } from '@satu-pintu/service-kit';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { SignedRoute } from './signed-routes.js';

/** How a subgraph is served. */
export interface SubgraphServerOptions<Context extends object> {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  readonly port: number;
  readonly host?: string;
  /** Key that this subgraph alone shares with the gateway. */
  readonly viewerKey: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Everything one request needs: the viewer, loaders that live as long as it. */
  createContext(viewer: Viewer): Context | Promise<Context>;
  /** Whether the database answers and reference data is there. */
  readonly isReady: () => Promise<boolean>;
  /** Routes beside the graph, the keys of users for example. */
  addRoutes?(server: FastifyInstance): void;
  /** Routes beside the graph for the gateway alone, the files of reports for example. */
  readonly signedRoutes?: readonly SignedRoute[];
}
