import { localDateOf } from '@satu-pintu/calendar';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { OversightStage } from '../report/report-state.js';
import { Report } from '../report/report.type.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { RuleSets } from '../sla/rule-sets.js';
import { presentOversight } from './oversight-case.presenter.js';
import { OversightCase } from './oversight-case.type.js';
import { shownStageOf } from './oversight-stage.rules.js';
import { oversightTermsOn } from './oversight-terms.js';
import { OversightStageEnum } from './oversight.enums.js';

@Resolver(() => Report)
export class OversightCaseResolver {
  constructor(
    private readonly ruleSets: RuleSets,
    private readonly now: () => Date,
  ) {}

  @FieldResolver(() => OversightStageEnum, {
    nullable: true,
    description:
      'For the reporter, the holding office and those above it, the national desk and the Ombudsman; null for others, and before the way is open. See `OversightCase.stage`.',
  })
  oversightStage(@Root() { row, standing }: Report): OversightStage | null {
    return shownStageOf(row, standing);
  }

  @FieldResolver(() => OversightCase, {
    nullable: true,
    description:
      'The way to the Ombudsman, for whoever sees `oversightStage`; null for others, and before it is open.',
  })
  async oversight(
    @Root() report: Report,
    @Ctx() { loaders, viewer }: ReportsContext,
  ): Promise<OversightCase | null> {
    const { row, standing } = report;
    if (shownStageOf(row, standing) === null) return null;
    const terms = oversightTermsOn(
      localDateOf(this.now(), 'Asia/Jakarta'),
      this.ruleSets.get(row.ruleSetCode),
    );
    const record = await loaders.oversight.load(row.id);
    return record && presentOversight(report, record, terms, viewer.locale);
  }
}
