import { type Clock, appointmentsAs } from '@satu-pintu/domain-kit';
import type { Sealer } from '@satu-pintu/service-kit';
import { PageArgs, type Page, readPageArgs, toPage } from '@satu-pintu/subgraph-kit';
import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { forbid } from '../audit/forbid.js';
import { ReportConnection } from '../report/report-connection.js';
import type { ReportKey } from '../report/report-list.query.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { OversightStage } from '../report/report-state.js';
import type { Report } from '../report/report.type.js';
import { readForOversight } from './oversight-list.query.js';
import { storedStagesOf } from './oversight-stage.rules.js';
import { OversightStageEnum } from './oversight.enums.js';

@ArgsType()
class OversightPageArgs extends PageArgs {
  @Field(() => [OversightStageEnum], {
    nullable: true,
    description:
      'Only reports at one of these stages, as you read them in `oversightStage`; all, when absent.',
  })
  stages?: OversightStage[] | null;
}

@Resolver()
export class OversightResolver {
  constructor(
    private readonly database: DataSource,
    private readonly cursors: Sealer<ReportKey>,
    private readonly clock: Clock,
  ) {}

  @Query(() => ReportConnection, {
    description:
      "The Ombudsman's desk: reports of the oversight class, those past a legal deadline and those whose reporters have consented, newest first; without identity unless that is consented to. Each report read is recorded. FORBIDDEN for everybody else.",
  })
  async oversightReports(
    @Args(() => OversightPageArgs) args: OversightPageArgs,
    @Ctx() { viewer, door, loaders }: ReportsContext,
  ): Promise<Page<Report>> {
    const [post] = appointmentsAs(viewer, 'OMBUDSMAN');
    if (!post) {
      const message = 'This desk is for the Ombudsman.';
      throw await forbid(this.database.manager, this.clock.now(), viewer, 'oversightReports', message);
    }
    const page = { ...readPageArgs(args, this.cursors), stages: storedStagesOf(args.stages) };
    const rows = await readForOversight(this.database.manager, post.officerId, page, this.clock.now());
    // The list has written its readings down, and the row after it is not read.
    for (const { id: reportId } of rows)
      loaders.readings.prime({ reportId, officerId: post.officerId }, true);
    const opened = await Promise.all(rows.map(async (row) => ({ row, report: await door.open(row) })));
    const visible = opened.flatMap(({ row, report }) => (report ? [{ row, report }] : []));
    const keyOf = ({ row }: { row: (typeof rows)[number] }): ReportKey => ({
      at: row.listedAt.toISOString(),
      id: row.id,
    });
    return toPage(visible, page.limit, ({ report }) => report, keyOf, this.cursors);
  }
}
