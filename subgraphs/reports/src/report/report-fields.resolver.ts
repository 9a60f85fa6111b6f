import { connectionOf, PageArgs, type Page, readPageArgs, toPage } from '@satu-pintu/subgraph-kit';
import type { Sealer } from '@satu-pintu/service-kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { answeringOf } from '../answers/answering.js';
import { Category } from '../category/category.type.js';
import { presentCategory } from '../category/category.presenter.js';
import { presentFollowUp } from '../follow-up/follow-up.presenter.js';
import { loadFollowUpPage } from '../follow-up/follow-up.store.js';
import { FollowUp } from '../follow-up/follow-up.type.js';
import { mayLearnOf } from '../oversight/oversight-stage.rules.js';
import type { ReporterHandles } from '../privacy/reporter-handles.js';
import { actionTimeOf } from './action-time.js';
import type { LivingOffice } from './carry-out.js';
import { presentClock, presentDisposition, presentHistoryEntry } from './report-parts.presenter.js';
import { Clock, Disposition, HistoryEntry } from './report-parts.type.js';
import { AgencyReference, OfficerReference, RegionReference, ReporterReference } from './references.type.js';
import type { ReportsContext } from './reports-context.js';
import { ReportActionEnum } from './report.enums.js';
import { Report } from './report.type.js';
import type { ReportVersions } from './report-versions.js';
import { type ReportAction, viewerActionsOn } from './viewer-actions.rules.js';

const FollowUpConnection = connectionOf(FollowUp, 'FollowUp');

/** Place in the conversation of one report. */
export interface FollowUpKey {
  readonly version: number;
}

/** What the field resolvers are made with. */
export interface ReportFieldParts {
  readonly database: DataSource;
  readonly office: LivingOffice;
  readonly handles: ReporterHandles;
  readonly versions: ReportVersions;
  readonly followUpCursors: Sealer<FollowUpKey>;
  now(): Date;
}

@Resolver(() => Report)
export class ReportFieldsResolver {
  constructor(private readonly parts: ReportFieldParts) {}

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Changes with every act; send it back as `version` of a mutation, to be told when somebody was faster. It means nothing else. Null for whoever has no part in the report: the public and those who only watch.',
  })
  version(@Root() { row, standing }: Report): string | null {
    return this.parts.versions.shownTo(standing, row);
  }

  @FieldResolver(() => AgencyReference, { description: 'The holder: exactly one while the report is open.' })
  agency(@Root() report: Report): AgencyReference {
    return { id: report.row.holderAgencyId };
  }

  @FieldResolver(() => OfficerReference, {
    nullable: true,
    description: 'The officer in charge; for the office alone.',
  })
  handler(@Root() report: Report): OfficerReference | null {
    const id = report.row.handlerOfficerId;
    return id !== null && report.sight.office ? { id } : null;
  }

  @FieldResolver(() => RegionReference, {
    nullable: true,
    description: 'Region of the incident; null when not given.',
  })
  region(@Root() report: Report): RegionReference | null {
    const code = report.row.regionCode;
    return code !== null && report.sight.content !== 'NONE' ? { code } : null;
  }

  @FieldResolver(() => Category, { nullable: true, description: 'Topic; null until verification.' })
  async category(@Root() report: Report, @Ctx() { loaders }: ReportsContext): Promise<Category | null> {
    if (report.row.categoryId === null) return null;
    const row = await loaders.categories.load(report.row.categoryId);
    return row && presentCategory(row);
  }

  @FieldResolver(() => ReporterReference, {
    nullable: true,
    description:
      'Who reported; null for whoever may not know, which for an anonymous report is everybody else.',
  })
  reporter(@Root() { row, sight }: Report, @Ctx() { viewer }: ReportsContext): ReporterReference | null {
    if (!sight.reporter || row.ownerTag === null) return null;
    return { handle: this.parts.handles.handleFor(row, viewer, this.parts.now()) };
  }

  @FieldResolver(() => [Disposition], { description: 'The chain of holders, oldest first.' })
  async dispositions(@Root() report: Report, @Ctx() { loaders }: ReportsContext): Promise<Disposition[]> {
    const rows = await loaders.dispositions.load(report.id);
    return rows.map((row) => presentDisposition(row, report));
  }

  @FieldResolver(() => [HistoryEntry], {
    description: 'What was done, oldest first, as far as the viewer may see.',
  })
  async history(@Root() report: Report, @Ctx() { loaders }: ReportsContext): Promise<HistoryEntry[]> {
    const rows = await loaders.history.load(report.id);
    const known = rows.filter((row) => mayLearnOf(row.act, report.standing));
    return known.map((row) => presentHistoryEntry(row, report));
  }

  @FieldResolver(() => [Clock], { description: 'Every run of every deadline, by kind.' })
  async clocks(@Root() report: Report, @Ctx() { loaders }: ReportsContext): Promise<Clock[]> {
    const rows = await loaders.clocks.load(report.id);
    const { office, database } = this.parts;
    const now = this.parts.now();
    return Promise.all(
      rows.map(async (row) => {
        const countedBy = await office.calendarOf(row.calendar_edition, database.manager);
        return presentClock(row, report, now, countedBy);
      }),
    );
  }

  @FieldResolver(() => FollowUpConnection, { description: 'The conversation, oldest first.' })
  async followUps(@Root() report: Report, @Args(() => PageArgs) args: PageArgs): Promise<Page<FollowUp>> {
    const { limit, after } = readPageArgs(args, this.parts.followUpCursors);
    const rows = await loadFollowUpPage(
      this.parts.database.manager,
      report.id,
      after?.version ?? 0,
      limit + 1,
    );
    const key = (row: { readonly version: number }): FollowUpKey => ({ version: row.version });
    return toPage(rows, limit, (row) => presentFollowUp(row, report), key, this.parts.followUpCursors);
  }

  @FieldResolver(() => FollowUp, {
    nullable: true,
    description: 'The newest line; null while there is none.',
  })
  async latestFollowUp(@Root() report: Report, @Ctx() { loaders }: ReportsContext): Promise<FollowUp | null> {
    const row = await loaders.latestFollowUps.load(report.id);
    return row && presentFollowUp(row, report);
  }

  @FieldResolver(() => [ReportActionEnum], {
    description: 'What this viewer may do now, by the rules the mutations use.',
  })
  async viewerActions(
    @Root() report: Report,
    @Ctx() context: ReportsContext,
  ): Promise<readonly ReportAction[]> {
    const { row, standing } = report;
    const ruleSet = this.parts.office.ruleSets.get(row.ruleSetCode);
    const time = await actionTimeOf(report, ruleSet, this.parts.office.calendar, context, this.parts.now());
    return viewerActionsOn(row, standing, ruleSet, time, await answeringOf(report, context));
  }
}
