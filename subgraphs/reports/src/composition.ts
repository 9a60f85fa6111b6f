import type { Clock, Viewer } from '@satu-pintu/domain-kit';
import type { OutboxTail } from '@satu-pintu/events';
import { type Closable, createDataSource, createSealer, type Logger } from '@satu-pintu/service-kit';
import { buildSubgraph, serveSubgraph } from '@satu-pintu/subgraph-kit';
import type { DataSource } from 'typeorm';
import { TemplateResolver } from './answer-templates/template.resolver.js';
import type { TemplateKey } from './answer-templates/template.store.js';
import { AnswerDraftStepsResolver } from './answers/answer-draft-steps.resolver.js';
import { AnswerDraftResolver } from './answers/answer-draft.resolver.js';
import { AnswerPolicyResolver } from './answers/answer-policy.resolver.js';
import { AnswerResolver } from './answers/answer.resolver.js';
import {
  AnswerDraftAttachmentsResolver,
  FollowUpAttachmentsResolver,
  ReportAttachmentsResolver,
} from './attachments/attachment.resolver.js';
import { CategoryResolver } from './category/category.resolver.js';
import { createCommands } from './commands.js';
import type { ReportsConfig, ReportsSecrets } from './config.js';
import { CompletionResolver } from './completion/completion.resolver.js';
import { EscalationResolver } from './deadlines/escalation.resolver.js';
import { startDeadlines } from './deadlines/start-deadlines.js';
import { DispositionResolver } from './disposition/disposition.resolver.js';
import { UpwardResolver } from './disposition/upward.resolver.js';
import { LikelyDuplicatesResolver } from './duplicates/likely-duplicates.resolver.js';
import { MergeResolver } from './duplicates/merge.resolver.js';
import type { MergedKey } from './duplicates/merged-reports.query.js';
import { MergedResolver } from './duplicates/merged.resolver.js';
import { SearchAllowance } from './duplicates/search-allowance.js';
import { SupportResolver } from './duplicates/support.resolver.js';
import { type EventParts, startEvents } from './events/start-events.js';
import { FollowUpResolver } from './follow-up/follow-up.resolver.js';
import { MessageResolver } from './follow-up/message.resolver.js';
import { withPostsHeld } from './hierarchy/posts-held.js';
import { IntakeResolver } from './intake/intake.resolver.js';
import { LiveResolver } from './live/live.resolver.js';
import type { NewsCursor } from './live/report-news.js';
import { type NoteKey, NoteResolver } from './notes/note.resolver.js';
import { OversightExaminationResolver } from './oversight/case.resolver.js';
import { OversightConsentResolver } from './oversight/consent.resolver.js';
import { OversightCaseResolver } from './oversight/oversight-case.resolver.js';
import { OversightResolver } from './oversight/oversight.resolver.js';
import { REPORTS_ENTITIES } from './persistence/migrate-reports.js';
import { presentReference } from './report/report-reference.js';
import { AccessCodes } from './privacy/ownership.js';
import { policies } from './policies.js';
import { PublicationResolver } from './publication/publication.resolver.js';
import { PrivacyResolver } from './privacy/raise-privacy.resolver.js';
import { ReporterHandles } from './privacy/reporter-handles.js';
import type { CommandParts } from './report/act-on-report.js';
import type { LivingOffice } from './report/carry-out.js';
import { createLoaders } from './report/loaders.js';
import { ReportDoor } from './report/report-door.js';
import { ReportVersions } from './report/report-versions.js';
import { type FollowUpKey, ReportFieldsResolver } from './report/report-fields.resolver.js';
import type { ReportKey } from './report/report-list.query.js';
import { ReportResolver } from './report/report.resolver.js';
import type { ReportsContext } from './report/reports-context.js';
import { REPORTS_RESOLVERS } from './schema.js';
import { ExtensionResolver } from './sla/extension.resolver.js';
import { SecondChanceResolver } from './second-chance/second-chance.resolver.js';
import { RuleSetResolver } from './sla/rule-set.resolver.js';
import { loadRuleSets } from './sla/rule-sets.js';
import { composeFiles, type FileParts } from './uploads/compose-files.js';
import { RequestUpload } from './uploads/request-upload.command.js';
import { RequestUploadResolver } from './uploads/request-upload.resolver.js';
import { ReclassificationResolver } from './verification/reclassification.resolver.js';
import { VerificationResolver } from './verification/verification.resolver.js';
import { WithdrawalResolver } from './withdrawal/withdrawal.resolver.js';
import { AmendCalendar } from './work-calendar/amend-calendar.command.js';
import { OfficeCalendar } from './work-calendar/office-calendar.js';
import { RecalculateDeadlines } from './work-calendar/recalculate-deadlines.command.js';
import { WorkCalendarResolver } from './work-calendar/work-calendar.resolver.js';

/** What a process or a test hands to the service. */
export interface ReportsOptions {
  readonly config: ReportsConfig;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The service, listening. */
export interface RunningReports extends Closable {
  readonly port: number;
}

/** Builds the whole service by hand, from the database up, and starts it. */
export async function composeReports({ config, clock, logger }: ReportsOptions): Promise<RunningReports> {
  const { secrets } = config;
  const database = createDataSource({
    url: config.databaseUrl,
    schema: 'reports',
    entities: REPORTS_ENTITIES,
  });
  await database.initialize();
  const parts = await composeCommandParts(database, secrets, clock);
  const files = await composeFiles({
    config: config.files,
    filesKey: secrets.filesKey,
    database,
    clock,
    logger,
    codes: parts.codes,
  });
  const events = await startEvents(config, database, logger);
  const deadlines =
    config.jobsDatabaseUrl === null
      ? null
      : await startDeadlines(config.jobsDatabaseUrl, { ...parts, ...files, logger });
  const createContext = contextMaker(parts, events, secrets);

  const server = await serveSubgraph<ReportsContext>({
    name: 'reports',
    schema: buildSubgraph<ReportsContext>({
      resolvers: [...REPORTS_RESOLVERS],
      instances: composeResolvers(parts, files, secrets),
      policies,
      references: presentReference,
    }),
    port: config.port,
    viewerKey: secrets.viewerKey,
    clock,
    logger,
    createContext,
    signedRoutes: files.routes(createContext),
    isReady: async () =>
      (await database.query<unknown[]>(`select from agency where kind = 'NATIONAL_DESK'`)).length === 1,
  });
  return {
    port: server.port,
    async close() {
      await server.close();
      await deadlines?.close();
      await events.close();
      await database.destroy();
    },
  };
}

/** What the commands need; the demonstration set is loaded with the same. */
export async function composeCommandParts(
  database: DataSource,
  secrets: Pick<ReportsSecrets, 'accessCodeKey'>,
  clock: Clock,
): Promise<CommandParts> {
  const office = await openOffice(database);
  const { accessCodeKey } = secrets;
  return {
    database,
    office,
    clock,
    codes: new AccessCodes(accessCodeKey),
    versions: new ReportVersions(accessCodeKey),
  };
}

/** The rule sets as loaded, and the calendar as it is amended at each moment. */
async function openOffice(database: DataSource): Promise<LivingOffice> {
  const ruleSets = await loadRuleSets(database);
  const calendar = new OfficeCalendar();
  await calendar.keepUp(database.manager);
  return {
    ruleSets,
    get calendar() {
      return calendar.current;
    },
    keepUp: (tx) => calendar.keepUp(tx),
    calendarOf: (edition, tx) => calendar.editionOf(edition, tx),
  };
}

function composeResolvers(parts: CommandParts, files: FileParts, secrets: ReportsSecrets): readonly object[] {
  const { database, office, clock, versions } = parts;
  const now = (): Date => clock.now();
  const commands = createCommands(parts);
  const pageCursors = createSealer<ReportKey>(secrets.cursorKey, 'reports-page');
  return [
    new ReportResolver(database, pageCursors, now),
    new ReportFieldsResolver({
      database,
      office,
      handles: new ReporterHandles(secrets.handleKey),
      versions,
      followUpCursors: createSealer<FollowUpKey>(secrets.cursorKey, 'follow-up-page'),
      now,
    }),
    new IntakeResolver(commands.submit),
    new VerificationResolver(commands.verify, commands.archive),
    new CompletionResolver(commands.requestCompletion, commands.askReporter, commands.complete),
    new DispositionResolver(commands.dispatch, commands.giveBack),
    new UpwardResolver(commands.passUp, commands.takeOver),
    new ReclassificationResolver(commands.reclassify),
    new ExtensionResolver(commands.extend),
    new EscalationResolver(),
    new WorkCalendarResolver(database, new AmendCalendar(parts), new RecalculateDeadlines(parts), now),
    new FollowUpResolver(commands.accept, commands.record, commands.reply, commands.confirm),
    new MessageResolver(commands.sendMessage),
    new SecondChanceResolver(commands.appeal, commands.reopen),
    new LikelyDuplicatesResolver(database, now),
    new MergeResolver(commands.merge, commands.unmerge),
    new MergedResolver(database, createSealer<MergedKey>(secrets.cursorKey, 'merged-page')),
    new SupportResolver(commands.support, commands.withdrawSupport),
    new WithdrawalResolver(commands.withdraw),
    new PrivacyResolver(commands.raisePrivacy, commands.lowerPrivacy),
    new PublicationResolver(commands.redact, commands.hide, commands.publish),
    new AnswerPolicyResolver(commands.setAnswerPolicy),
    new AnswerResolver(commands.answers),
    new AnswerDraftResolver(),
    new AnswerDraftStepsResolver(),
    new TemplateResolver(
      database,
      createSealer<TemplateKey>(secrets.cursorKey, 'template-page'),
      commands.createTemplate,
      commands.changeTemplate,
    ),
    new NoteResolver(database, createSealer<NoteKey>(secrets.cursorKey, 'note-page'), commands.addNote),
    new OversightResolver(database, createSealer<ReportKey>(secrets.cursorKey, 'oversight-page'), clock),
    new OversightCaseResolver(office.ruleSets, now),
    new OversightConsentResolver(
      commands.consentToOversight,
      commands.declineOversight,
      commands.withdrawOversightConsent,
    ),
    new OversightExaminationResolver(commands.acceptOversightCase, commands.recordOversightOutcome),
    new ReportAttachmentsResolver(files.downloads, now),
    new FollowUpAttachmentsResolver(files.downloads, now),
    new AnswerDraftAttachmentsResolver(files.downloads, now),
    new RequestUploadResolver(new RequestUpload(database, files.uploads, clock)),
    new LiveResolver(database),
    new CategoryResolver(database, now),
    new RuleSetResolver(office.ruleSets),
  ];
}

/** Every request, and every event of a subscription, gets loaders of its own. */
function contextMaker(
  { database, clock, codes }: CommandParts,
  { tail }: EventParts,
  secrets: ReportsSecrets,
): (viewer: Viewer) => Promise<ReportsContext> {
  const cursors = createSealer<NewsCursor>(secrets.cursorKey, 'news');
  const newContext = async (claimed: Viewer): Promise<ReportsContext> => {
    const viewer = await withPostsHeld(database.manager, claimed);
    const loaders = createLoaders(database.manager, () => clock.now(), viewer);
    const door = new ReportDoor(viewer, loaders, codes);
    return {
      viewer,
      loaders,
      door,
      duplicateSearches: new SearchAllowance(),
      news: { database, tail: tail satisfies OutboxTail, cursors, newContext },
    };
  };
  return newContext;
}
