import { DateScalar } from '@satu-pintu/subgraph-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { actResult } from '../report/act-result.js';
import { NotAtOversightStage, OversightPrerequisitesUnmet } from '../report/problems.type.js';
import { ReporterMutationInput, ReportMutationSuccess } from '../report/report-mutation.js';

@InputType({ description: 'Let the Ombudsman examine your report.' })
export class ConsentToOversightInput extends ReporterMutationInput {
  @Field(() => ID, { description: '`OversightConsentText.version` of the text that you have read.' })
  textVersion!: string;

  @Field(() => Boolean, {
    description:
      'True: the Ombudsman may learn who you are. False: they read the report and no more, even if it is not anonymous.',
  })
  revealIdentity!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: the Ombudsman is to keep your name from the reported agency.',
  })
  keepNameSecret!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of the event, not after today (Jakarta); owed where the report does not say it.',
  })
  incidentDate?: string | null;
}

@ObjectType({
  description:
    'The Ombudsman may read the report and take the case. Until then you can withdraw your consent.',
})
class ConsentToOversightSuccess extends ReportMutationSuccess {}

export const ConsentToOversightResult = actResult(
  'ConsentToOversightResult',
  'Outcome of consenting to oversight.',
  ConsentToOversightSuccess,
  NotAtOversightStage,
  OversightPrerequisitesUnmet,
);

@InputType({ description: 'Refuse the help of the Ombudsman; you may still think better of it.' })
export class DeclineOversightInput extends ReporterMutationInput {}

@ObjectType({ description: 'The offer is refused; nobody but you is told.' })
class DeclineOversightSuccess extends ReportMutationSuccess {}

export const DeclineOversightResult = actResult(
  'DeclineOversightResult',
  'Outcome of declining oversight.',
  DeclineOversightSuccess,
  NotAtOversightStage,
);

@InputType({ description: 'Take your consent back, as long as the Ombudsman has not taken the case.' })
export class WithdrawOversightConsentInput extends ReporterMutationInput {}

@ObjectType({ description: 'The Ombudsman may read no more than before; the offer stands again.' })
class WithdrawOversightConsentSuccess extends ReportMutationSuccess {}

export const WithdrawOversightConsentResult = actResult(
  'WithdrawOversightConsentResult',
  'Outcome of withdrawing a consent.',
  WithdrawOversightConsentSuccess,
  NotAtOversightStage,
);
