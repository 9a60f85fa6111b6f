import { NotAllowed, resultUnion } from '@satu-pintu/subgraph-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { AgencyNotFound } from '../report/problems.type.js';
import { AgencyReference } from '../report/references.type.js';

@ObjectType({ description: 'How an agency answers reports.' })
export class AnswerPolicy {
  @Field(() => Boolean, {
    description: 'Whether answers need the approval of an officer who has not written them.',
  })
  requiresApproval!: boolean;

  @Field(() => AgencyReference, {
    nullable: true,
    description:
      'Whose decision holds: its own, or that of the nearest agency above in its house; null while nobody has decided.',
  })
  decidedBy!: AgencyReference | null;
}

@InputType({
  description: 'Decide how an agency answers; it holds below too, where nothing else was decided.',
})
export class SetAnswerPolicyInput {
  @Field(() => ID, { description: 'An active agency that you manage.' })
  agencyId!: string;

  @Field(() => Boolean, {
    description: 'Whether answers are drafted, and given once another officer approves.',
  })
  requiresApproval!: boolean;
}

@ObjectType({ description: 'It is decided. Drafts that are open stay as they are.' })
class SetAnswerPolicySuccess {
  @Field(() => AgencyReference, { description: 'The agency.' })
  agency!: AgencyReference;
}

export const SetAnswerPolicyResult = resultUnion(
  'SetAnswerPolicyResult',
  'Outcome of deciding how an agency answers.',
  [SetAnswerPolicySuccess, AgencyNotFound, NotAllowed],
);
