import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ReportsContext } from '../report/reports-context.js';
import { presentDraftStep } from './answer-draft.presenter.js';
import { AnswerDraft, AnswerDraftStep } from './answer-draft.type.js';

@Resolver(() => AnswerDraft)
export class AnswerDraftStepsResolver {
  @FieldResolver(() => [AnswerDraftStep], {
    description: 'What was done to it, oldest first; the last 50 steps.',
  })
  async steps(@Root() { id }: AnswerDraft, @Ctx() { loaders }: ReportsContext): Promise<AnswerDraftStep[]> {
    return (await loaders.draftSteps.load(id)).map(presentDraftStep);
  }
}
