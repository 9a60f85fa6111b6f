import { executeQueryPlan, type GraphQLDataSource } from '@apollo/gateway';
import type { FormattedExecutionResult } from 'graphql';
import type { Logger } from '@satu-pintu/service-kit';
import { type PresentError, presentAll } from '../errors/present-error.js';
import { type SubgraphAnswer, withoutInternals } from '../fetching/answer.js';
import type { Asker } from '../identity/asker.js';
import type { DataSources } from '../planning/create-gateway.js';
import type { PlannedSchemas, SubscriptionPlan } from '../planning/subscription-planner.js';
import { requestContext, type RequestContext } from '../request-context.js';

type ExecutedRequest = Parameters<typeof executeQueryPlan>[2];

/** What the executor of an event needs. */
export interface AnsweringTools {
  readonly dataSources: DataSources;
  readonly schemas: PlannedSchemas;
  readonly present: PresentError;
  readonly logger: Logger;
}

/** One subscription of one viewer. */
export interface Subscribed {
  readonly plan: SubscriptionPlan;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly asker: Asker;
}

/**
 * Completes an event with the fields that live in other subgraphs, asked under the rights of the one who listens. The
 * plan is executed even when the event is whole already: aliases, type names and nulls are put right on the way.
 */
export async function answerEvent(
  event: SubgraphAnswer,
  { plan, variables, asker }: Subscribed,
  { dataSources, schemas, present, logger }: AnsweringTools,
): Promise<FormattedExecutionResult> {
  const owner = plan.primary.serviceName;
  const others: Record<string, GraphQLDataSource> = { ...dataSources };
  const { data, errors } = await executeQueryPlan(
    plan.perEvent,
    { ...others, [owner]: standingIn(event, others[owner]) },
    contextOf(plan, variables, requestContext(asker), logger),
    plan.operationContext,
    schemas.supergraph,
    schemas.federationApi,
  );
  return {
    data: data ?? null,
    ...(errors && { errors: presentAll(errors, present) }),
  };
}

/** Answers the primary fetch with the event itself, and passes every later fetch on. */
function standingIn(event: SubgraphAnswer, owner: GraphQLDataSource | undefined): GraphQLDataSource {
  let isPrimary = true;
  return {
    process(options) {
      if (!isPrimary && owner) return owner.process(options);
      isPrimary = false;
      const errors = event.errors?.map(withoutInternals);
      return Promise.resolve({ data: event.data ?? null, ...(errors && { errors }) });
    },
  };
}

/** The part of a request that the executor reads; the rest of it belongs to HTTP. */
function contextOf(
  { document, operationName, operationContext }: SubscriptionPlan,
  variables: Readonly<Record<string, unknown>>,
  context: RequestContext,
  logger: Logger,
): ExecutedRequest {
  const request = { variables: { ...variables }, ...(operationName !== undefined && { operationName }) };
  const partial: Partial<ExecutedRequest> = {
    request,
    document,
    logger,
    context,
    schema: operationContext.schema,
    operation: operationContext.operation,
    metrics: {},
  };
  return partial as ExecutedRequest;
}
