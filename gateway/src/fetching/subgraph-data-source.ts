import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { Clock } from '@satu-pintu/domain-kit';
import { type Logger, signViewer, type SubgraphName, VIEWER_HEADER } from '@satu-pintu/service-kit';
import type { Asker } from '../identity/asker.js';
import { type ReporterSeals, viewerFor } from '../identity/viewer.rules.js';
import type { RequestContext } from '../request-context.js';
import { readAnswer, type SubgraphAnswer, unanswered } from './answer.js';
import { SubgraphFailed } from './failures.js';
import type { SubgraphAddress } from './subgraph-address.js';
import type { SubgraphConnection } from './subgraph-connection.js';

/** What every fetch needs besides the fetch itself. */
export interface FetchingTools {
  readonly seals: ReporterSeals;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Asks one subgraph in the name of the viewer. Nothing that the client sent travels on but the operation's own
 * variables; a subgraph that is away costs its part of the answer and not the whole.
 */
export class SubgraphDataSource implements GraphQLDataSource<RequestContext> {
  constructor(
    private readonly name: SubgraphName,
    private readonly address: SubgraphAddress,
    private readonly connection: SubgraphConnection,
    private readonly tools: FetchingTools,
  ) {}

  process(options: GraphQLDataSourceProcessOptions<RequestContext>): Promise<SubgraphAnswer> {
    if (!('incomingRequestContext' in options))
      throw new SubgraphFailed('Only operations are sent to subgraphs.');
    const { query = '', variables, operationName } = options.request;
    const body = JSON.stringify({ query, variables, operationName });
    return this.ask(body, !query.startsWith('mutation'), options.incomingRequestContext.context);
  }

  /** Sends a body that is written already; failures come back as an answer with errors. */
  async ask(body: string, isQuery: boolean, context: RequestContext): Promise<SubgraphAnswer> {
    try {
      return readAnswer(await this.sendOnce(body, isQuery, context));
    } catch (error) {
      this.tools.logger.warn({ err: error, subgraph: this.name }, 'a subgraph gave no answer');
      return unanswered(error);
    }
  }

  private sendOnce(body: string, isQuery: boolean, { asker, flights }: RequestContext): Promise<string> {
    if (!isQuery) return this.send(body, false, asker);
    const key = `${this.name}\n${body}`;
    const underWay = flights.get(key);
    if (underWay) return underWay;
    const flight = this.send(body, true, asker);
    flights.set(key, flight);
    return flight;
  }

  private send(body: string, isRepeatable: boolean, asker: Asker): Promise<string> {
    const { seals, clock } = this.tools;
    const viewer = viewerFor(this.name, asker, seals);
    const signed = signViewer(viewer, this.name, body, this.address.viewerKey, clock.now());
    const headers = { 'content-type': 'application/json', [VIEWER_HEADER]: signed };
    return this.connection.send({ body, headers, isRepeatable });
  }
}
