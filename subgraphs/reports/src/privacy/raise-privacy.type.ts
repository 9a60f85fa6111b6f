import { Field, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import { AlreadyPrivate } from '../report/problems.type.js';
import { ReporterMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';

@InputType({
  description: 'Make a report more private than it is; what is not named stays, nothing is ever lowered.',
})
export class RaisePrivacyInput extends ReporterMutationInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: nobody but the reporter may learn who reported from now on. False changes nothing.',
  })
  isAnonymous!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: the public may no longer learn that and what is reported. False changes nothing.',
  })
  isSecret!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why; owed by officers, 10 to 2,000 characters. The reporter may leave it out.',
  })
  reason?: string | null;
}

@ObjectType({ description: 'The report is as private as asked, for every reading from now on.' })
class RaisePrivacySuccess extends ReportMutationSuccess {}

export const RaisePrivacyResult = actResult(
  'RaisePrivacyResult',
  'Outcome of raising privacy.',
  RaisePrivacySuccess,
  AlreadyPrivate,
);
