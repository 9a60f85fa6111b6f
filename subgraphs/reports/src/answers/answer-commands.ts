import type { CommandParts } from '../report/act-on-report.js';
import { ApproveAnswer } from './approve-answer.command.js';
import { DiscardAnswer } from './discard-answer.command.js';
import { DraftAnswer } from './draft-answer.command.js';
import { RejectAnswer } from './reject-answer.command.js';
import { ReviseAnswer } from './revise-answer.command.js';

/** What can be done to a draft. */
export interface AnswerCommands {
  readonly draft: DraftAnswer;
  readonly revise: ReviseAnswer;
  readonly approve: ApproveAnswer;
  readonly reject: RejectAnswer;
  readonly discard: DiscardAnswer;
}

export function createAnswerCommands(parts: CommandParts): AnswerCommands {
  return {
    draft: new DraftAnswer(parts),
    revise: new ReviseAnswer(parts),
    approve: new ApproveAnswer(parts),
    reject: new RejectAnswer(parts),
    discard: new DiscardAnswer(parts),
  };
}
