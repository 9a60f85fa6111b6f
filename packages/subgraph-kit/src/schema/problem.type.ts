import { createUnionType, Directive, Field, InterfaceType, ObjectType } from 'type-graphql';

type ProblemClass = new () => object;

/** What every refusal has in common. Identical in every subgraph, as federation wants it. */
@InterfaceType({
  description: 'Why a request was not carried out: something that the person who sent it can act on.',
  resolveType: (problem: { readonly __typename: string }) => problem.__typename,
})
export abstract class Problem {
  @Field(() => String, { description: 'Stable, for programs: `AGENCY_NOT_FOUND`.' })
  code!: string;

  @Field(() => String, { description: "For people, in the request's language (Accept-Language: id or en)." })
  message!: string;
}

/** A value that no one could accept. */
@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'A value cannot be accepted as it is; nothing was changed.' })
export class InvalidInput extends Problem {
  @Field(() => String, { description: 'The input field that is meant: `body`.' })
  field!: string;
}

/** A viewer who may not do this to something they may see. */
@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'You may see this, but your role does not allow this act.' })
export class NotAllowed extends Problem {}

/** An agency that cannot be named in a request. */
@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'There is no such agency, or it is not active.' })
export class AgencyNotFound extends Problem {}

/** An idempotency key that already stands for something else. */
@Directive('@shareable')
@ObjectType({
  implements: Problem,
  description: 'The idempotency key was used before with other content; send a new key for a new act.',
})
export class IdempotencyConflict extends Problem {}

/** A result union whose members say themselves what they are (`__typename`). */
export function resultUnion(name: string, description: string, types: readonly ProblemClass[]): object {
  return createUnionType({
    name,
    description,
    types: () => types as readonly (new () => object)[],
    resolveType: (result: object) => ('__typename' in result ? String(result.__typename) : undefined),
  });
}
