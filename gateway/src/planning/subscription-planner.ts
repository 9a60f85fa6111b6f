import { buildOperationContext } from '@apollo/gateway';
import { operationFromDocument, type Schema, Supergraph } from '@apollo/federation-internals';
import { type FetchNode, type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, type FieldNode, type GraphQLSchema, Kind, type SelectionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { badRequest } from '../errors/refusals.js';
import { PLANNER_CONFIG } from './create-gateway.js';

type OperationContext = ReturnType<typeof buildOperationContext>;

const REMEMBERED_PLANS = 1_000;

/** How one subscription is answered. */
export interface SubscriptionPlan {
  /** What the owning subgraph is asked to report. */
  readonly primary: FetchNode;
  /** The event in the place of the primary fetch, then the fetches from other subgraphs that complete it. */
  readonly perEvent: QueryPlan;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly operationContext: OperationContext;
  /**
   * Whether each event carries the whole present state, so that who joins late is told the last one. Streams of news
   * take the argument `after` instead, by which a client asks for what it missed.
   */
  readonly isState: boolean;
}

/** Schemas that the executor of an event needs. */
export interface PlannedSchemas {
  /** What clients see. */
  readonly api: GraphQLSchema;
  readonly federationApi: Schema;
  readonly supergraph: GraphQLSchema;
}

/**
 * Plans subscriptions, which the gateway library plans but does not execute. Root selections under `@include` or
 * `@skip` are refused: whether such a subscription exists would depend on its variables.
 */
export class SubscriptionPlanner {
  readonly schemas: PlannedSchemas;
  private readonly planner: QueryPlanner;
  private readonly plans = new LRUCache<string, SubscriptionPlan>({ max: REMEMBERED_PLANS });

  constructor(supergraphSdl: string, api: GraphQLSchema) {
    const supergraph = Supergraph.build(supergraphSdl);
    this.planner = new QueryPlanner(supergraph, PLANNER_CONFIG);
    this.schemas = {
      api,
      federationApi: supergraph.apiSchema(),
      supergraph: supergraph.schema.toGraphQLJSSchema(),
    };
  }

  /** The plan of a validated document, made once per document and operation name. */
  plan(text: string, document: DocumentNode, operationName: string | undefined): SubscriptionPlan {
    const key = `${operationName ?? ''}\n${text}`;
    const known = this.plans.get(key);
    if (known) return known;
    const plan = this.make(document, operationName);
    this.plans.set(key, plan);
    return plan;
  }

  private make(document: DocumentNode, operationName: string | undefined): SubscriptionPlan {
    const named = operationName === undefined ? {} : { operationName };
    const operationContext = buildOperationContext({
      schema: this.schemas.api,
      operationDocument: document,
      ...named,
    });
    const rootField = rootFieldOf(operationContext);
    const operation = operationFromDocument(this.schemas.federationApi, document, named);
    const { node } = this.planner.buildQueryPlan(operation);
    if (node?.kind !== 'Subscription') throw badRequest('Only subscriptions are served here.');
    const { primary, rest } = node;
    return {
      primary,
      perEvent: { kind: 'QueryPlan', node: rest ? { kind: 'Sequence', nodes: [primary, rest] } : primary },
      document,
      operationName,
      operationContext,
      isState: this.isState(rootField),
    };
  }

  private isState({ name }: FieldNode): boolean {
    const field = this.schemas.api.getSubscriptionType()?.getFields()[name.value];
    return field !== undefined && !field.args.some((argument) => argument.name === 'after');
  }
}

/** The one field that is subscribed to, which may stand in fragments. */
function rootFieldOf({ operation, fragments }: OperationContext): FieldNode {
  let [selection] = operation.selectionSet.selections;
  while (selection && selection.kind !== Kind.FIELD) {
    refuseDirectives(selection);
    const inside = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    [selection] = inside?.selectionSet.selections ?? [];
  }
  if (!selection) throw badRequest('The subscription asks for nothing.');
  refuseDirectives(selection);
  return selection;
}

function refuseDirectives({ directives }: SelectionNode): void {
  if (directives && directives.length > 0) {
    throw badRequest('The root field of a subscription takes no directives.');
  }
}
