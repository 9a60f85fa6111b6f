import type { FormattedExecutionResult } from 'graphql';
import { type PresentError, presentAll } from '../errors/present-error.js';
import type { Compile, Execute } from '../execution/compiled-operation.js';
import { type SubgraphAnswer, withoutInternals } from '../fetching/answer.js';
import type { Asker } from '../identity/asker.js';
import type { SubscriptionPlan } from '../planning/planner.js';
import { requestContext } from '../request-context.js';

/** One subscription of one viewer. */
export interface Subscribed {
  readonly plan: SubscriptionPlan;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly asker: Asker;
}

/** Answers an event as a subscription asked for it. */
export type AnswerEvent = (
  event: SubgraphAnswer,
  subscribed: Subscribed,
) => Promise<FormattedExecutionResult>;

/**
 * Completes events with the fields that live in other subgraphs, asked under the rights of the one who listens. An
 * event that is whole already is executed too: aliases, type names and nulls are put right on the way.
 */
export function createAnswerEvent(compile: Compile, present: PresentError): AnswerEvent {
  const compiled = new WeakMap<SubscriptionPlan, Execute>();
  const executeFor = (plan: SubscriptionPlan): Execute => {
    const known = compiled.get(plan);
    if (known) return known;
    const { operationContext: operation, rest, primary } = plan;
    const execute = compile({ operation, plan: rest, eventRewrites: primary.outputRewrites });
    compiled.set(plan, execute);
    return execute;
  };
  return async ({ data: reported, errors: reportedErrors }, { plan, variables, asker }) => {
    const event = { data: reported ?? null, errors: (reportedErrors ?? []).map(withoutInternals) };
    const { data, errors } = await executeFor(plan)(variables, requestContext(asker), event);
    return { data: data ?? null, ...(errors && { errors: presentAll(errors, present) }) };
  };
}
