import type { Sealer } from '@satu-pintu/service-kit';
import { PageArgs, type Page, readPageArgs, toPage } from '@satu-pintu/subgraph-kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { ReportConnection } from '../report/report-connection.js';
import { Report } from '../report/report.type.js';
import type { ReportsContext } from '../report/reports-context.js';
import { listMergedReports, type MergedKey } from './merged-reports.query.js';

@Resolver(() => Report)
export class MergedResolver {
  constructor(
    private readonly database: DataSource,
    private readonly cursors: Sealer<MergedKey>,
  ) {}

  @FieldResolver(() => Report, {
    nullable: true,
    description:
      'The report within which this one is handled, while it is MERGED: who is in charge, its conversation, its end. Follow `reportChanged` and `followUpAdded` of its tracking id for the news. Null for one that is not merged, and for a viewer who may not see that report.',
  })
  async mergedInto(
    @Root() { row }: Report,
    @Ctx() { loaders, door }: ReportsContext,
  ): Promise<Report | null> {
    return row.mergedIntoId === null ? null : door.open(await loaders.reports.load(row.mergedIntoId));
  }

  @FieldResolver(() => ReportConnection, {
    description:
      'Reports that are handled within this one, as far as the viewer may see them; the first merged first.',
  })
  async mergedReports(
    @Root() { id, standing }: Report,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { door }: ReportsContext,
  ): Promise<Page<Report>> {
    const { limit, after } = readPageArgs(args, this.cursors);
    const rows = await listMergedReports(this.database.manager, id, standing, after, limit);
    const opened = await Promise.all(rows.map(async (row) => ({ row, report: await door.open(row) })));
    const visible = opened.flatMap(({ row, report }) => (report ? [{ row, report }] : []));
    const keyOf = ({ row }: (typeof visible)[number]): MergedKey => ({ at: row.sortedAt, id: row.id });
    return toPage(visible, limit, ({ report }) => report, keyOf, this.cursors);
  }
}
