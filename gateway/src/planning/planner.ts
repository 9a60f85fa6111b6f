import { buildOperationContext } from '@apollo/gateway';
import { operationFromDocument, type Schema, Supergraph } from '@apollo/federation-internals';
import { type FetchNode, type PlanNode, type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { badRequest } from '../errors/refusals.js';
import { PLANNER_CONFIG } from './create-gateway.js';
import type { OperationContext } from './operation-context.js';
import { isStateStream, rootFieldOf } from './subscription-root.js';

const REMEMBERED_SUBSCRIPTIONS = 1_000;

/** How one subscription is answered. */
export interface SubscriptionPlan {
  /** What the owning subgraph is asked to report. */
  readonly primary: FetchNode;
  /** The fetches from other subgraphs that complete an event. */
  readonly rest: PlanNode | undefined;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly operationContext: OperationContext;
  /**
   * Whether each event carries the whole present state, so that who joins late is told the last one. Streams of news
   * take the argument `after` instead, by which a client asks for what it missed.
   */
  readonly isState: boolean;
}

/** The schemas of one supergraph. */
export interface PlannedSchemas {
  /** What clients see. */
  readonly api: GraphQLSchema;
  readonly federationApi: Schema;
  readonly supergraph: GraphQLSchema;
}

/** Plans operations of every kind; the gateway library has a planner too, but keeps its plans to itself. */
export class Planner {
  readonly schemas: PlannedSchemas;
  private readonly planner: QueryPlanner;
  private readonly subscriptions = new LRUCache<string, SubscriptionPlan>({ max: REMEMBERED_SUBSCRIPTIONS });

  constructor(supergraphSdl: string, api: GraphQLSchema) {
    const supergraph = Supergraph.build(supergraphSdl);
    this.planner = new QueryPlanner(supergraph, PLANNER_CONFIG);
    this.schemas = {
      api,
      federationApi: supergraph.apiSchema(),
      supergraph: supergraph.schema.toGraphQLJSSchema(),
    };
  }

  /** The plan of a validated document. */
  plan(document: DocumentNode, operationName: string | undefined): QueryPlan {
    const operation = operationFromDocument(this.schemas.federationApi, document, named(operationName));
    return this.planner.buildQueryPlan(operation);
  }

  /** The operation that a document means, with its fragments. */
  contextOf(document: DocumentNode, operationName: string | undefined): OperationContext {
    return buildOperationContext({
      schema: this.schemas.api,
      operationDocument: document,
      ...named(operationName),
    });
  }

  /**
   * The plan of a validated subscription, made once per document and operation name. Root selections under `@include`
   * or `@skip` are refused: whether such a subscription exists would depend on its variables.
   */
  planSubscription(
    text: string,
    document: DocumentNode,
    operationName: string | undefined,
  ): SubscriptionPlan {
    const key = `${operationName ?? ''}\n${text}`;
    const known = this.subscriptions.get(key);
    if (known) return known;
    const operationContext = this.contextOf(document, operationName);
    const rootField = rootFieldOf(operationContext);
    const { node } = this.plan(document, operationName);
    if (node?.kind !== 'Subscription') throw badRequest('Only subscriptions are served here.');
    const { primary, rest } = node;
    const isState = isStateStream(this.schemas.api, rootField);
    const plan = { primary, rest, document, operationName, operationContext, isState };
    this.subscriptions.set(key, plan);
    return plan;
  }
}

function named(operationName: string | undefined): { readonly operationName?: string } {
  return operationName === undefined ? {} : { operationName };
}
