import {
  AgencyNotFound,
  IdempotencyConflict,
  InvalidInput,
  NotAllowed,
  Problem,
  resultUnion,
} from '@satu-pintu/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ implements: Problem, description: 'Another agency has this code, or had it once.' })
export class AgencyCodeTaken extends Problem {}

@ObjectType({ implements: Problem, description: 'The agency would hang below itself.' })
export class WouldFormCircle extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'The successor would end together with the agency, or hang below one that has ended.',
})
export class SuccessorUnfit extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'Agencies still hang directly below it; move or end them first, or merge it into another one.',
})
export class AgencyHasUnits extends Problem {
  @Field(() => Int, { description: 'How many there are.' })
  count!: number;
}

type ResultMember = new () => object;

/** The result of an act on the tree: its success, the problems of this act, and those of any act. */
export function treeResult(
  name: string,
  description: string,
  success: ResultMember,
  ...problems: readonly ResultMember[]
): object {
  const ofAnyAct = [AgencyNotFound, NotAllowed, InvalidInput, IdempotencyConflict];
  return resultUnion(name, description, [success, ...problems, ...ofAnyAct]);
}
