import type { ApolloGateway } from '@apollo/gateway';
import type { ApolloServer } from '@apollo/server';
import type { Clock } from '@satu-pintu/domain-kit';
import type { Closable, Logger, SubgraphName } from '@satu-pintu/service-kit';
import type { FastifyInstance } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import type { GatewayConfig } from './config.js';
import { createPresentError } from './errors/present-error.js';
import type { Ask } from './execution/compile-fetch.js';
import { createCompiler } from './execution/compiled-operation.js';
import { createExecutor } from './execution/executor.js';
import { withExecutor } from './execution/with-executor.js';
import { serveExplorer } from './explorer/serve-explorer.js';
import { SubgraphConnection } from './fetching/subgraph-connection.js';
import { type FetchingTools, SubgraphDataSource } from './fetching/subgraph-data-source.js';
import { FileConnection } from './files/file-connection.js';
import { FILE_WAYS, type FilePlace } from './files/file-ways.js';
import { serveFiles } from './files/serve-files.js';
import { addHealthRoutes } from './health/health-routes.js';
import { fetchKeysFrom, mirrorKeys } from './identity/key-routes.js';
import { createIdentify } from './identity/identify.js';
import { askRevocationsOf } from './identity/ask-revocations.js';
import { Revocations } from './identity/revocations.js';
import { createReporterSeals } from './identity/reporter-seals.js';
import { TokenKeys } from './identity/token-keys.js';
import { TokenVerifier } from './identity/token-verifier.js';
import { parse } from 'graphql';
import { withoutEnforcedFeatures } from './policy/enforced-features.js';
import { createGuard } from './policy/guard.js';
import { readPolicyTable } from './policy/policy-table.js';
import { createGateway, ofSubgraph } from './planning/create-gateway.js';
import { Planner } from './planning/planner.js';
import { createAdmission } from './protection/admission.js';
import { createDoorKeeper } from './protection/door-keeper.js';
import { createEdge } from './protection/edge.js';
import { addCors, allowOrigins } from './protection/origins.js';
import { VisitorLimits } from './protection/visitor-limits.js';
import type { RequestContext } from './request-context.js';
import { type OperationServing, serveOperations, startApollo } from './serve-operations.js';
import { createAnswerEvent } from './subscriptions/answer-event.js';
import { Groups } from './subscriptions/groups.js';
import { createSubscriptionReader } from './subscriptions/read-subscription.js';
import { serveSubscriptions } from './subscriptions/serve-subscriptions.js';
import { Upstream } from './subscriptions/upstream.js';
import { TurnedAwayReporter } from './turned-away/report-turned-away.js';
import { tellUsers } from './turned-away/tell-users.js';

/** What a gateway is made with, besides its configuration. */
export interface GatewayParts {
  /** The composed supergraph. */
  readonly supergraphSdl: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A gateway that listens. */
export interface RunningGateway extends Closable {
  readonly port: number;
}

/** Builds the gateway from the connections up and starts to listen. */
export async function composeGateway(config: GatewayConfig, parts: GatewayParts): Promise<RunningGateway> {
  const { clock, logger } = parts;
  const supergraph = parse(parts.supergraphSdl);
  const turnedAway = new TurnedAwayReporter(tellUsers(config.subgraphs.users, clock), clock, logger);
  const guard = createGuard(readPolicyTable(supergraph), turnedAway.note);
  const present = createPresentError(logger);

  const keys = new TokenKeys(fetchKeysFrom(config.subgraphs.users.url), logger);
  const revocations = new Revocations(askRevocationsOf(config.subgraphs.users, clock), clock, logger);
  const verifier = new TokenVerifier(keys, config.tokenIssuer, clock, revocations);
  const identify = createIdentify(verifier, logger);

  const seals = createReporterSeals(config.reporterKeySeal, config.vaultSealKey);
  const tools: FetchingTools = { seals, clock, logger };
  const connections = perSubgraph((name) => new SubgraphConnection(config.subgraphs[name].url));
  const dataSources = perSubgraph(
    (name) => new SubgraphDataSource(name, config.subgraphs[name], connections[name], tools),
  );

  const files = openFileConnections(config, tools);

  const admission = createAdmission(config.introspection);
  const library = createGateway(withoutEnforcedFeatures(supergraph), dataSources, logger);
  const planner = plannerOf(library);
  const askerOf = (name: string): Ask => {
    const source = ofSubgraph(name, dataSources);
    return (body, isQuery, context) => source.ask(body, isQuery, context);
  };
  const compile = planner.then(({ schemas }) => createCompiler({ schemas, askerOf }));
  const gateway = withExecutor(library, async () =>
    createExecutor(await planner, await compile, library.executor),
  );
  const doorKeeper = createDoorKeeper(new VisitorLimits(config.visitorLimits, clock), config.trustedProxies);
  const serving: OperationServing = {
    ...config,
    gateway,
    identify,
    admission,
    guard,
    doorKeeper,
    present,
    logger,
  };
  const apollo = await startApollo(serving);

  const upstreams = perSubgraph((name) => new Upstream(name, config.subgraphs[name], tools));
  const groups = new Groups(upstreams, { answerEvent: createAnswerEvent(await compile, present), present });
  const reader = createSubscriptionReader(admission, guard, await planner, config.isProduction);

  let isStopping = false;
  const isAllowedOrigin = allowOrigins(config.allowedOrigins);
  const edge = createEdge(present, config.isProduction);
  addCors(edge, isAllowedOrigin);
  addHealthRoutes(edge, { isStopping: () => isStopping, knowsKeys: () => keys.current !== null });
  mirrorKeys(edge, keys);
  serveOperations(edge, apollo, serving);
  await serveFiles(edge, { connections: files, identify, logger });
  if (config.introspection) serveExplorer(edge);
  const sockets = serveSubscriptions(edge.server, {
    isAllowedOrigin,
    identify,
    access: verifier,
    reader,
    groups,
    doorKeeper,
    present,
    clock,
  });

  await keys.start();
  revocations.start();
  await edge.listen({ port: config.port, host: config.isProduction ? '0.0.0.0' : 'localhost' });
  logger.info({ port: portOf(edge) }, 'the gateway listens');
  return {
    port: portOf(edge),
    async close() {
      if (isStopping) return;
      isStopping = true;
      await pause(config.drainMs);
      await stop(edge, apollo, [
        sockets,
        groups,
        keys,
        revocations,
        turnedAway,
        ...Object.values(files),
        ...Object.values(connections),
      ]);
    },
  };
}

const SUBGRAPHS: readonly SubgraphName[] = ['reports', 'agencies', 'users', 'analytics'];

function perSubgraph<Part>(make: (name: SubgraphName) => Part): Readonly<Record<SubgraphName, Part>> {
  return Object.fromEntries(SUBGRAPHS.map((name) => [name, make(name)])) as Record<SubgraphName, Part>;
}

function openFileConnections(
  { subgraphs }: GatewayConfig,
  tools: FetchingTools,
): Readonly<Record<FilePlace, FileConnection>> {
  const opened = FILE_WAYS.map(
    ({ place, keeper }) => [place, new FileConnection(keeper, subgraphs[keeper], tools)] as const,
  );
  return Object.fromEntries(opened) as Record<FilePlace, FileConnection>;
}

/** The planner of subscriptions, made from the same supergraph as soon as the gateway has loaded it. */
function plannerOf(gateway: ApolloGateway): Promise<Planner> {
  return new Promise((resolve) => {
    gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl, apiSchema }) => {
      resolve(new Planner(coreSupergraphSdl, apiSchema));
    });
  });
}

function portOf(edge: FastifyInstance): number {
  const address = edge.server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Sockets first, so that their clients go elsewhere; then requests under way; then what they stood on. */
async function stop(
  edge: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  [sockets, ...rest]: readonly [Closable, ...Closable[]],
): Promise<void> {
  await sockets.close();
  await edge.close();
  await apollo.stop();
  await Promise.all(rest.map((part) => part.close()));
}
