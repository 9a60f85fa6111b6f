import { Problem } from '@satu-pintu/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  implements: Problem,
  description: 'Answers of this agency need the approval of another officer: use `draftAnswer`.',
})
export class ApprovalRequired extends Problem {}

@ObjectType({ implements: Problem, description: 'A draft is open on this report: revise or discard it.' })
export class AnswerDraftExists extends Problem {}

@ObjectType({
  implements: Problem,
  description:
    'No such draft is open on this report (any more): published, discarded, or gone with its holder.',
})
export class AnswerDraftNotFound extends Problem {}

@ObjectType({ implements: Problem, description: 'Another officer has changed the draft; nothing was done.' })
export class AnswerDraftChanged extends Problem {
  @Field(() => Int, { description: 'The version it has now.' })
  draftVersion!: number;
}

@ObjectType({
  implements: Problem,
  description: 'Four eyes: who has written in a draft neither approves nor rejects it.',
})
export class NeedsAnotherApprover extends Problem {}

@ObjectType({ implements: Problem, description: 'The draft was rejected and waits for its writers.' })
export class AnswerWasRejected extends Problem {}
