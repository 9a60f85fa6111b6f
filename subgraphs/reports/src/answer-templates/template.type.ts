import {
  IdempotencyConflict,
  InvalidInput,
  NotAllowed,
  PageArgs,
  Problem,
  resultUnion,
} from '@satu-pintu/subgraph-kit';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OutcomeEnum } from '../follow-up/follow-up.enums.js';
import { AgencyNotFound } from '../report/problems.type.js';
import { AgencyReference } from '../report/references.type.js';
import type { Outcome } from '../report/report-state.js';

const BODY =
  '20 to 8,000 characters, with `{{trackingId}}`, `{{title}}` (the public one) and `{{agency}}` (name of the holder) where these are to stand; nothing else in double braces.';

@ObjectType({
  description: 'A text for answers, offered to the officers of an agency and of those below it.',
})
export class AnswerTemplate {
  @Field(() => ID, { description: 'Random.' })
  id!: string;

  @Field(() => Int, { description: 'From 1, one more with each change.' })
  version!: number;

  @Field(() => AgencyReference, { description: 'Whose it is.' })
  agency!: AgencyReference;

  @Field(() => String, { description: 'How officers find it; once per agency.' })
  name!: string;

  @Field(() => String, { description: 'The text, with its placeholders.' })
  body!: string;

  @Field(() => OutcomeEnum, { nullable: true, description: 'The outcome that goes with it; null for any.' })
  outcome!: Outcome | null;

  @Field(() => Boolean, { description: 'Whether it is offered.' })
  isActive!: boolean;
}

@ArgsType()
export class AnswerTemplateArgs extends PageArgs {
  @Field(() => ID, { description: 'The agency that answers.' })
  agencyId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Also those put aside, of agencies that you manage.',
  })
  includeInactive!: boolean;
}

@InputType({ description: 'Offer a new text for answers.' })
export class CreateAnswerTemplateInput {
  @Field(() => ID, {
    description: 'An active agency that you manage; its officers and those below are offered it.',
  })
  agencyId!: string;

  @Field(() => String, { description: '3 to 100 characters, once per agency.' })
  name!: string;

  @Field(() => String, { description: BODY })
  body!: string;

  @Field(() => OutcomeEnum, { nullable: true, description: 'The outcome that goes with it.' })
  outcome?: Outcome | null;

  @Field(() => ID, {
    nullable: true,
    description: 'UUID. Asking again with the same key and content makes no second template, for 30 days.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Write a template anew, as a whole, or put it aside.' })
export class ChangeAnswerTemplateInput {
  @Field(() => ID, { description: 'Its id.' })
  templateId!: string;

  @Field(() => Int, { description: '`version` of the template as you have read it.' })
  templateVersion!: number;

  @Field(() => String, { description: '3 to 100 characters, once per agency.' })
  name!: string;

  @Field(() => String, { description: BODY })
  body!: string;

  @Field(() => OutcomeEnum, { nullable: true, description: 'The outcome that goes with it.' })
  outcome?: Outcome | null;

  @Field(() => Boolean, { description: 'False puts it aside: nobody is offered it any more.' })
  isActive!: boolean;
}

@ObjectType({ description: 'The template is there.' })
class CreateAnswerTemplateSuccess {
  @Field(() => AnswerTemplate, { description: 'The template.' })
  template!: AnswerTemplate;
}

@ObjectType({ description: 'The template is changed. Answers that were written with it stay as they are.' })
class ChangeAnswerTemplateSuccess {
  @Field(() => AnswerTemplate, { description: 'The template afterwards.' })
  template!: AnswerTemplate;
}

@ObjectType({ implements: Problem, description: 'There is no such template, or none that you are offered.' })
class AnswerTemplateNotFound extends Problem {}

@ObjectType({ implements: Problem, description: 'Another admin has changed the template; nothing was done.' })
class AnswerTemplateChanged extends Problem {
  @Field(() => Int, { description: 'The version it has now.' })
  templateVersion!: number;
}

@ObjectType({
  implements: Problem,
  description: 'The agency has a template of this name, put aside perhaps.',
})
class AnswerTemplateNameTaken extends Problem {}

@ObjectType({ implements: Problem, description: 'Something in double braces is no placeholder.' })
class UnknownPlaceholder extends Problem {
  @Field(() => String, { description: 'What stands there.' })
  placeholder!: string;
}

export const CreateAnswerTemplateResult = resultUnion(
  'CreateAnswerTemplateResult',
  'Outcome of making a template.',
  [
    CreateAnswerTemplateSuccess,
    AgencyNotFound,
    NotAllowed,
    AnswerTemplateNameTaken,
    UnknownPlaceholder,
    InvalidInput,
    IdempotencyConflict,
  ],
);

export const ChangeAnswerTemplateResult = resultUnion(
  'ChangeAnswerTemplateResult',
  'Outcome of changing a template.',
  [
    ChangeAnswerTemplateSuccess,
    AnswerTemplateNotFound,
    AnswerTemplateChanged,
    NotAllowed,
    AnswerTemplateNameTaken,
    UnknownPlaceholder,
    InvalidInput,
  ],
);
