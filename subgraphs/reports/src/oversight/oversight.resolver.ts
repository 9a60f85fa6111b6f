import { type Clock, appointmentsAs } from '@satu-pintu/domain-kit';
import { forbidden, type Sealer } from '@satu-pintu/service-kit';
import { PageArgs, type Page, readPageArgs, toPage } from '@satu-pintu/subgraph-kit';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { ReportConnection } from '../report/report-connection.js';
import type { ReportKey } from '../report/report-list.query.js';
import type { ReportsContext } from '../report/reports-context.js';
import type { Report } from '../report/report.type.js';
import { readForOversight } from './oversight-list.query.js';

@Resolver()
export class OversightResolver {
  constructor(
    private readonly database: DataSource,
    private readonly cursors: Sealer<ReportKey>,
    private readonly clock: Clock,
  ) {}

  @Query(() => ReportConnection, {
    description:
      "The Ombudsman's desk: reports of the oversight class and those past a legal deadline, newest first, without identity. Each report read is recorded. FORBIDDEN for everybody else.",
  })
  async oversightReports(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer, door }: ReportsContext,
  ): Promise<Page<Report>> {
    const [post] = appointmentsAs(viewer, 'OMBUDSMAN');
    if (!post) throw forbidden('This desk is for the Ombudsman.');
    const page = readPageArgs(args, this.cursors);
    const rows = await readForOversight(this.database.manager, post.officerId, page, this.clock.now());
    const opened = await Promise.all(rows.map(async (row) => ({ row, report: await door.open(row) })));
    const visible = opened.flatMap(({ row, report }) => (report ? [{ row, report }] : []));
    const keyOf = ({ row }: { row: (typeof rows)[number] }): ReportKey => ({
      at: row.listedAt.toISOString(),
      id: row.id,
    });
    return toPage(visible, page.limit, ({ report }) => report, keyOf, this.cursors);
  }
}
