import { DateScalar } from '@satu-pintu/subgraph-kit';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AgencyFollowUpKindEnum, OutcomeEnum } from '../follow-up/follow-up.enums.js';
import { actResult } from '../report/act-result.js';
import { AttachmentNotFound } from '../report/problems.type.js';
import { ReportMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';
import type { Outcome } from '../report/report-state.js';
import {
  AnswerDraftChanged,
  AnswerDraftExists,
  AnswerDraftNotFound,
  AnswerWasRejected,
  NeedsAnotherApprover,
} from './answer-problems.type.js';

@InputType({ description: 'Propose an answer, for another officer to approve.' })
export class DraftAnswerInput extends ReportMutationInput {
  @Field(() => AgencyFollowUpKindEnum, { description: 'INTERIM tells what was done so far, FINAL answers.' })
  kind!: 'INTERIM' | 'FINAL';

  @Field(() => String, {
    description: 'For the reporter and, unless secret, the public, once approved. 10 to 8,000 characters.',
  })
  body!: string;

  @Field(() => OutcomeEnum, { nullable: true, description: 'Of a FINAL answer, and only of one.' })
  outcome?: Outcome | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Promised day, with outcome SCHEDULED; after today, also when it is approved.',
  })
  promisedDate?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the memo (nota dinas) behind it, up to 200 characters; for the office alone.',
  })
  memoRef?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Evidence, at most five: what you have uploaded and, of a revision, what hangs on the draft and is to stay. What is not named is taken off it.',
  })
  attachmentIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Of these, what the public may see as well once it is approved; none when absent. Look for faces and number plates first.',
  })
  publicAttachmentIds?: string[] | null;
}

@InputType({ description: 'Write a draft anew, as a whole.' })
export class ReviseAnswerInput extends DraftAnswerInput {
  @Field(() => ID, { description: '`answerDraft.id` of the report.' })
  draftId!: string;

  @Field(() => Int, { description: '`answerDraft.version` as you have read it.' })
  draftVersion!: number;
}

@InputType()
abstract class JudgeAnswerInput extends ReportMutationInput {
  @Field(() => ID, { description: '`answerDraft.id` of the report.' })
  draftId!: string;

  @Field(() => Int, { description: '`answerDraft.version` as you have read it.' })
  draftVersion!: number;
}

@InputType({ description: 'Give a drafted answer to the reporter.' })
export class ApproveAnswerInput extends JudgeAnswerInput {}

@InputType({ description: 'Give a draft back to its writers.' })
export class RejectAnswerInput extends JudgeAnswerInput {
  @Field(() => String, { description: 'What is wrong with it, for its writers. 10 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'Give a draft up.' })
export class DiscardAnswerInput extends JudgeAnswerInput {}

@ObjectType({
  description: 'The draft is `report.answerDraft`. The report is as it was, and its clocks run on.',
})
class DraftAnswerSuccess extends ReportMutationSuccess {}

@ObjectType({ description: 'The draft is written anew, and waits for its approval.' })
class ReviseAnswerSuccess extends ReportMutationSuccess {}

@ObjectType({ description: 'The answer is given; after a FINAL one the reporter has the word.' })
class ApproveAnswerSuccess extends ReportMutationSuccess {}

@ObjectType({ description: 'The draft waits for its writers.' })
class RejectAnswerSuccess extends ReportMutationSuccess {}

@ObjectType({ description: 'The draft is gone; another one may be written.' })
class DiscardAnswerSuccess extends ReportMutationSuccess {}

export const DraftAnswerResult = actResult(
  'DraftAnswerResult',
  'Outcome of drafting an answer.',
  DraftAnswerSuccess,
  AnswerDraftExists,
  AttachmentNotFound,
);

export const ReviseAnswerResult = actResult(
  'ReviseAnswerResult',
  'Outcome of revising a draft.',
  ReviseAnswerSuccess,
  AnswerDraftNotFound,
  AnswerDraftChanged,
  AttachmentNotFound,
);

export const ApproveAnswerResult = actResult(
  'ApproveAnswerResult',
  'Outcome of approving a draft.',
  ApproveAnswerSuccess,
  AnswerDraftNotFound,
  AnswerDraftChanged,
  NeedsAnotherApprover,
  AnswerWasRejected,
);

export const RejectAnswerResult = actResult(
  'RejectAnswerResult',
  'Outcome of rejecting a draft.',
  RejectAnswerSuccess,
  AnswerDraftNotFound,
  AnswerDraftChanged,
  NeedsAnotherApprover,
  AnswerWasRejected,
);

export const DiscardAnswerResult = actResult(
  'DiscardAnswerResult',
  'Outcome of discarding a draft.',
  DiscardAnswerSuccess,
  AnswerDraftNotFound,
  AnswerDraftChanged,
);
