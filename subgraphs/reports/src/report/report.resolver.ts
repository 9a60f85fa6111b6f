import { permitOnReport } from '@satu-pintu/authorization';
import { badUserInput, type Sealer } from '@satu-pintu/service-kit';
import { type Page, type PageArgs, readPageArgs, toPage } from '@satu-pintu/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { findAwaitingApprovalBy } from '../answers/awaiting-approval.query.js';
import { readSearchQuery } from '../search/search-query.rules.js';
import { AgencyReference } from './references.type.js';
import { ReportConnection } from './report-connection.js';
import { InboxPageArgs, ReportFilter, ReportPageArgs } from './report-list.input.js';
import { openStatesOf } from './report-kind.js';
import { listReports, type ReportKey, reportKeyOf } from './report-list.query.js';
import type { ReportOrder } from './report-order.js';
import { findByTrackingId } from './report.store.js';
import { Report } from './report.type.js';
import type { ReportsContext } from './reports-context.js';
import { isTrackingId } from './tracking-id.js';

@Resolver(() => AgencyReference)
export class ReportResolver {
  constructor(
    private readonly database: DataSource,
    private readonly cursors: Sealer<ReportKey>,
    private readonly now: () => Date,
  ) {}

  @Query(() => Report, {
    nullable: true,
    description: 'One report; null when there is none, or none for this viewer.',
  })
  async report(
    @Arg('trackingId', () => ID, { description: 'Ten digits.' }) trackingId: string,
    @Arg('accessCode', () => String, { nullable: true, description: 'Of a report filed without an account.' })
    accessCode: string | undefined,
    @Ctx() { door }: ReportsContext,
  ): Promise<Report | null> {
    if (!isTrackingId(trackingId)) return null;
    return door.open(await findByTrackingId(this.database.manager, trackingId), accessCode ?? null);
  }

  @Query(() => ReportConnection, {
    description: 'Reports that this viewer may see; own ones are at `me.reports`.',
  })
  reports(
    @Args(() => ReportPageArgs) args: ReportPageArgs,
    @Ctx() context: ReportsContext,
  ): Promise<Page<Report>> {
    return this.page(args, args.orderBy, args.filter ?? null, context);
  }

  @FieldResolver(() => ReportConnection, {
    name: 'reports',
    description: 'Reports held by this agency or by one below it, as far as the viewer may see them.',
  })
  reportsOfAgency(
    @Root() agency: AgencyReference,
    @Args(() => ReportPageArgs) args: ReportPageArgs,
    @Ctx() context: ReportsContext,
  ): Promise<Page<Report>> {
    const filter = Object.assign(new ReportFilter(), args.filter, { agencyId: agency.id });
    return this.page(args, args.orderBy, filter, context);
  }

  @FieldResolver(() => ReportConnection, {
    description:
      'Open reports of this agency and of those below it, for officers what is due first (`ReportOrder.DUE_FIRST`): what is to be done.',
  })
  inbox(
    @Root() agency: AgencyReference,
    @Args(() => InboxPageArgs) args: InboxPageArgs,
    @Ctx() context: ReportsContext,
  ): Promise<Page<Report>> {
    const states = openStatesOf(args.filter ?? null);
    const filter = Object.assign(new ReportFilter(), args.filter, { states, agencyId: agency.id });
    const inOrder = context.viewer.appointments.length > 0 ? 'DUE_FIRST' : 'NEWEST';
    return this.page(args, args.orderBy ?? inOrder, filter, context);
  }

  private async page(
    args: PageArgs,
    orderBy: ReportOrder,
    filter: ReportFilter | null,
    { viewer, door }: ReportsContext,
  ): Promise<Page<Report>> {
    if (orderBy === 'DUE_FIRST' && viewer.appointments.length === 0)
      throw badUserInput('`orderBy: DUE_FIRST` is for officers.');
    const { limit, after } = readPageArgs(args, this.cursors);
    const words = readSearchQuery(filter?.query);
    if (!words.ok) throw badUserInput('`filter.query` must be a readable text of 2 to 200 characters.');
    const { manager } = this.database;
    const isToApprove = filter?.hasAnswerAwaitingApproval === true;
    const rows = await listReports(manager, viewer, {
      filter,
      words: words.value,
      among: isToApprove ? await findAwaitingApprovalBy(manager, viewer) : null,
      orderBy,
      limit,
      after,
      now: this.now(),
    });
    const opened = await Promise.all(rows.map(async (row) => ({ row, report: await door.open(row) })));
    const visible = opened.flatMap(({ row, report }) =>
      report && (!isToApprove || permitOnReport('APPROVE_ANSWER', report.standing)) ? [{ row, report }] : [],
    );
    return toPage(
      visible,
      limit,
      ({ report }) => report,
      ({ row }) => reportKeyOf(row),
      this.cursors,
    );
  }
}
