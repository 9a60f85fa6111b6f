import { FieldResolver, Resolver, Root } from 'type-graphql';
import { OVERSIGHT_STAGES, type OversightStage } from '../report/report-state.js';
import { Report } from '../report/report.type.js';
import { schemaEnum } from '../report/schema-enum.js';
import { knowsOversight } from './oversight-stage.rules.js';

const OversightStageEnum = schemaEnum(
  'OversightStage',
  'How far a report is on its way to the Ombudsman.',
  OVERSIGHT_STAGES,
  { ELIGIBLE: 'The time of the agency is over (60 hari kerja): the reporter may turn to the Ombudsman.' },
);

@Resolver(() => Report)
export class OversightStageResolver {
  @FieldResolver(() => OversightStageEnum, {
    nullable: true,
    description:
      'For the reporter, the holding office and those above it, the national desk and the Ombudsman; null for others, and while the agency still has time. Once there it stays.',
  })
  oversightStage(@Root() { row, standing }: Report): OversightStage | null {
    return knowsOversight(standing) ? row.oversightStage : null;
  }
}
