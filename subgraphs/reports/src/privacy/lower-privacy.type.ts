import { Field, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import { NotSecret } from '../report/problems.type.js';
import { ReporterMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';

@InputType({ description: 'Lift the secrecy of your report.' })
export class LowerPrivacyInput extends ReporterMutationInput {
  @Field(() => Boolean, {
    description:
      'Must be true: observers of the government read the report at once, and what they read stays read.',
  })
  confirm!: boolean;
}

@ObjectType({
  description:
    'The report is secret no more. It is not public yet: that an officer decides who looks at it again.',
})
class LowerPrivacySuccess extends ReportMutationSuccess {}

export const LowerPrivacyResult = actResult(
  'LowerPrivacyResult',
  'Outcome of lowering privacy.',
  LowerPrivacySuccess,
  NotSecret,
);
