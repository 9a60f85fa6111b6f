import { DateScalar } from '@satu-pintu/subgraph-kit';
import { Field, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import { DeadlineIsOver, ExtensionsUsedUp } from '../report/problems.type.js';
import { ReportMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';

@InputType({ description: 'Give the holder more time for the solution.' })
export class ExtendResolutionInput extends ReportMutationInput {
  @Field(() => String, {
    description:
      'Why it takes longer, for the reporter and, unless secret, the public. 10 to 2,000 characters.',
  })
  reason!: string;

  @Field(() => DateScalar, {
    description: 'New due day: a working day after the present one, in the zone of the office.',
  })
  newDueDate!: string;
}

@ObjectType({ description: 'The solution is due later, and the reporter reads why.' })
class ExtendResolutionSuccess extends ReportMutationSuccess {}

export const ExtendResolutionResult = actResult(
  'ExtendResolutionResult',
  'Outcome of extending a resolution deadline.',
  ExtendResolutionSuccess,
  ExtensionsUsedUp,
  DeadlineIsOver,
);
