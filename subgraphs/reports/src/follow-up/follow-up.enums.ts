import { schemaEnum } from '@satu-pintu/subgraph-kit';
import { FOLLOW_UP_KINDS, MISSING_ITEMS, OUTCOMES } from '../report/report-state.js';

export const FollowUpKindEnum = schemaEnum(
  'FollowUpKind',
  'What a line of the conversation is.',
  FOLLOW_UP_KINDS,
  {
    INTERIM: 'What was done so far.',
    FINAL: 'The answer.',
    REPLY: 'The reporter answers the answer.',
    QUESTION: 'The agency asks the reporter, and waits.',
    COMPLETION: 'The reporter answers the question.',
    MESSAGE: 'An administrator writes: about an answer, or why it takes longer.',
  },
);

export const MissingItemEnum = schemaEnum(
  'MissingItem',
  'What a report lacks before it can be verified.',
  MISSING_ITEMS,
  {
    PLACE: 'Where it happened.',
    DATE: 'When it happened.',
    DESCRIPTION: 'What happened, so that it can be understood.',
    EVIDENCE: 'Something that shows it.',
    OTHER: 'Something else, which the question names.',
  },
);

export const AgencyFollowUpKindEnum = schemaEnum(
  'AgencyFollowUpKind',
  'What an agency may record.',
  ['INTERIM', 'FINAL'],
  { INTERIM: 'What was done so far.', FINAL: 'The answer.' },
);

export const OutcomeEnum = schemaEnum('Outcome', 'What a final follow-up comes to.', OUTCOMES, {
  FIXED: 'It is done.',
  EXPLAINED: 'The question is answered.',
  SCHEDULED: 'It will be done by a promised day.',
  REJECTED_WITH_REASON: 'It cannot be done, and why.',
});
