export * from './schema/build-subgraph.js';
export * from './schema/connection.js';
export * from './schema/date.scalar.js';
export * from './schema/problem.type.js';
export * from './schema/problem-text.js';
export * from './server/serve-subgraph.js';
export type { RouteAnswer, SignedRequest, SignedRoute } from './server/signed-routes.js';
export type { SubgraphServerOptions } from './server/subgraph-server-options.js';
