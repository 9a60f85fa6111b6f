import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { PublicationEnum } from '../report/report.enums.js';
import { presentOutcome } from '../report/report-mutation.js';
import type { Publication } from '../report/report-state.js';
import { Report } from '../report/report.type.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { HideReport } from './hide-report.command.js';
import { publicationOf } from './publication.rules.js';
import {
  HideReportInput,
  HideReportResult,
  PublishReportInput,
  PublishReportResult,
  RedactReportInput,
  RedactReportResult,
} from './publication.type.js';
import type { PublishReport } from './publish-report.command.js';
import type { RedactReport } from './redact-report.command.js';

@Resolver(() => Report)
export class PublicationResolver {
  constructor(
    private readonly redact: RedactReport,
    private readonly hide: HideReport,
    private readonly publish: PublishReport,
  ) {}

  @FieldResolver(() => PublicationEnum, { description: 'How public it is.' })
  publication(@Root() { row }: Report): Publication {
    return publicationOf(row);
  }

  @Mutation(() => RedactReportResult, { description: 'Change what the public reads of a verified report.' })
  async redactReport(
    @Arg('input') input: RedactReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    return presentOutcome('RedactReportSuccess', await this.redact.execute(input, context.viewer), context);
  }

  @Mutation(() => HideReportResult, { description: 'Take a report from the public as a whole.' })
  async hideReport(@Arg('input') input: HideReportInput, @Ctx() context: ReportsContext): Promise<object> {
    return presentOutcome('HideReportSuccess', await this.hide.execute(input, context.viewer), context);
  }

  @Mutation(() => PublishReportResult, {
    description: 'Put a report before the public that was hidden, or that is secret no more.',
  })
  async publishReport(
    @Arg('input') input: PublishReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<object> {
    return presentOutcome('PublishReportSuccess', await this.publish.execute(input, context.viewer), context);
  }
}
