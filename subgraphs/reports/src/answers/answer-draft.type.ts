import { DateScalar, schemaEnum } from '@satu-pintu/subgraph-kit';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { AgencyFollowUpKindEnum, OutcomeEnum } from '../follow-up/follow-up.enums.js';
import type { Actor } from '../report/act.js';
import { AgencyReference, OfficerReference } from '../report/references.type.js';
import { ActorRoleEnum } from '../report/report.enums.js';
import type { Outcome } from '../report/report-state.js';
import { DRAFT_ACTS, type DraftAct, OPEN_DRAFT_STATES, type OpenDraftState } from './answer-draft.js';

const AnswerDraftStateEnum = schemaEnum(
  'AnswerDraftState',
  'What an open draft waits for.',
  OPEN_DRAFT_STATES,
  {
    AWAITING_APPROVAL: 'For an officer who has not written in it.',
    REJECTED: 'For its writers, who read in the last step what is wrong with it.',
  },
);

const AnswerDraftActEnum = schemaEnum('AnswerDraftAct', 'What was done to a draft.', DRAFT_ACTS, {
  DRAFT: 'It was written.',
  REVISE: 'It was written anew.',
  REJECT: 'It was given back to its writers.',
  APPROVE: 'It was approved, and so given as an answer.',
  DISCARD: 'It was given up.',
  SUPERSEDE: 'It ended with what happened to its report.',
});

@ObjectType({ description: 'One step in the life of a draft.' })
export class AnswerDraftStep {
  @Field(() => Int, { description: 'Version of the draft that it led to.' })
  version!: number;

  @Field(() => AnswerDraftActEnum, { description: 'What was done.' })
  act!: DraftAct;

  @Field(() => ActorRoleEnum, { description: 'In which role.' })
  role!: Actor['role'];

  @Field(() => OfficerReference, { nullable: true, description: 'By whom; null for the system.' })
  officer!: OfficerReference | null;

  @Field(() => String, { nullable: true, description: 'Text from here on; null where it stayed the same.' })
  body!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, of a rejection; null otherwise.' })
  reason!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'UTC.' })
  at!: Date;
}

@ObjectType({
  description:
    'An answer that is not given yet (konsep jawaban): for the staff of the holder and those who manage it. It stops no clock.',
})
export class AnswerDraft {
  @Field(() => ID, { description: 'Random; mutations take it as `draftId`.' })
  id!: string;

  @Field(() => Int, { description: 'From 1, one more with each step; mutations take it as `draftVersion`.' })
  version!: number;

  @Field(() => AnswerDraftStateEnum, { description: 'What it waits for.' })
  state!: OpenDraftState;

  @Field(() => AgencyFollowUpKindEnum, { description: 'INTERIM tells what was done so far, FINAL answers.' })
  kind!: 'INTERIM' | 'FINAL';

  @Field(() => String, { description: 'For the reporter and, unless secret, the public, once approved.' })
  body!: string;

  @Field(() => OutcomeEnum, { nullable: true, description: 'Of a FINAL answer; null otherwise.' })
  outcome!: Outcome | null;

  @Field(() => DateScalar, { nullable: true, description: 'Promised day, with outcome SCHEDULED.' })
  promisedDate!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Number of the memo (nota dinas) behind it; never told with the answer. Null when not given.',
  })
  memoRef!: string | null;

  @Field(() => AgencyReference, { description: 'The holder, in whose name it is to be given.' })
  agency!: AgencyReference;

  @Field(() => OfficerReference, { description: 'Who drafted it; the office will read it as theirs.' })
  author!: OfficerReference;

  @Field(() => GraphQLISODateTime, { description: 'UTC.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When the last step was taken, UTC.' })
  changedAt!: Date;
}
