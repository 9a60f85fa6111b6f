import type { Decision } from '@satu-pintu/domain-kit';
import { presentProblem } from '@satu-pintu/subgraph-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { presentAgency } from '../agency/agency.presenter.js';
import { Agency } from '../agency/agency.type.js';
import type { AgenciesContext } from '../context.js';
import { AGENCIES_PROBLEM_TEXTS } from './problem-texts.js';

/** What every mutation of this subgraph takes. */
@InputType()
export abstract class KeyedInput {
  @Field(() => ID, {
    nullable: true,
    description: 'UUID. Asking again with the same key and content changes nothing and answers the same.',
  })
  idempotencyKey?: string | null;
}

/** What every successful change of the tree gives back. */
@ObjectType()
export abstract class TreeMutationSuccess {
  @Field(() => Agency, { description: 'The agency afterwards.' })
  agency!: Agency;
}

/** Outcome of a command on the tree to member of a result union. */
export async function presentTreeOutcome(
  successName: string,
  outcome: Decision<string, { readonly kind: string }>,
  { loaders, viewer }: AgenciesContext,
): Promise<object> {
  if (!outcome.ok) return presentProblem(outcome.refusal, AGENCIES_PROBLEM_TEXTS, viewer.locale);
  const agency = await loaders.agency.load({ id: outcome.value });
  if (!agency) throw new Error(`Agency ${outcome.value} was changed and is not there.`);
  return { __typename: successName, agency: presentAgency(agency) };
}
