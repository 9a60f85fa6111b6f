import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ReportsContext } from '../report/reports-context.js';
import { Report } from '../report/report.type.js';
import { presentDraft } from './answer-draft.presenter.js';
import { AnswerDraft } from './answer-draft.type.js';
import { seesDrafts } from './answer.rules.js';

@Resolver(() => Report)
export class AnswerDraftResolver {
  @FieldResolver(() => AnswerDraft, {
    nullable: true,
    description:
      'The answer that is being prepared; null while there is none, and for everybody but the staff of the holder and those who manage it.',
  })
  async answerDraft(
    @Root() { id, standing }: Report,
    @Ctx() { loaders }: ReportsContext,
  ): Promise<AnswerDraft | null> {
    const draft = seesDrafts(standing) ? await loaders.openDrafts.load(id) : null;
    return draft && presentDraft(draft);
  }
}
