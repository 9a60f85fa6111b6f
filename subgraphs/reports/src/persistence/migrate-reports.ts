import { createDataSource } from '@satu-pintu/service-kit';
import { ReportEntity } from '../report/report.entity.js';
import { loadReferenceData } from './load-reference-data.js';
import { CreateReports1763700100000 } from './migrations/1763700100000-create-reports.js';
import { RememberPausesAndSecondChances1763786400000 } from './migrations/1763786400000-remember-pauses-and-second-chances.js';
import { AwaitTheReporter1763786500000 } from './migrations/1763786500000-await-the-reporter.js';
import { LetAdministratorsWrite1763786600000 } from './migrations/1763786600000-let-administrators-write.js';
import { WriteDownBreaches1763786800000 } from './migrations/1763786800000-write-down-breaches.js';
import { SearchReportsByWords1763786900000 } from './migrations/1763786900000-search-reports-by-words.js';
import { IndexOpenReports1763787000000 } from './migrations/1763787000000-index-open-reports.js';
import { LetCitizensSupport1763800100000 } from './migrations/1763800100000-let-citizens-support.js';
import { MergeReports1763800110000 } from './migrations/1763800110000-merge-reports.js';
import { IndexByPlaceAndTopic1763800120000 } from './migrations/1763800120000-index-by-place-and-topic.js';
import { CreateAttachments1763800200000 } from './migrations/1763800200000-create-attachments.js';
import { RequireApprovalOfAnswers1763800300000 } from './migrations/1763800300000-require-approval-of-answers.js';
import { DraftAnswers1763800310000 } from './migrations/1763800310000-draft-answers.js';
import { KeepAnswerTemplates1763800320000 } from './migrations/1763800320000-keep-answer-templates.js';
import { KeepInternalNotes1763800330000 } from './migrations/1763800330000-keep-internal-notes.js';
import { CountRequestsForCompletion1763800400000 } from './migrations/1763800400000-count-requests-for-completion.js';
import { EditWhatIsPublic1763800430000 } from './migrations/1763800430000-edit-what-is-public.js';
import { KeepConsentsToOversight1763800420000 } from './migrations/1763800420000-keep-consents-to-oversight.js';
import { SortAnonymousReportsByDay1763800410000 } from './migrations/1763800410000-sort-anonymous-reports-by-day.js';
import { PlanNotices1763800500000 } from './migrations/1763800500000-plan-notices.js';
import { EscalateBreaches1763800510000 } from './migrations/1763800510000-escalate-breaches.js';
import { AmendTheCalendar1763800520000 } from './migrations/1763800520000-amend-the-calendar.js';
import { RecalculateDeadlines1763800530000 } from './migrations/1763800530000-recalculate-deadlines.js';
import { RememberTheNextDeadline1763800600000 } from './migrations/1763800600000-remember-the-next-deadline.js';
import { IndexWhatListsAskFor1763800610000 } from './migrations/1763800610000-index-what-lists-ask-for.js';
import { IndexWhatAgenciesHold1763800620000 } from './migrations/1763800620000-index-what-agencies-hold.js';
import { KnowWhoSucceeds1763900810000 } from './migrations/1763900810000-know-who-succeeds.js';
import { HangFilesOnDrafts1764042000000 } from './migrations/1764042000000-hang-files-on-drafts.js';
import { TakeFilesBackFromThePublic1764042100000 } from './migrations/1764042100000-take-files-back-from-the-public.js';

export const REPORTS_ENTITIES = [ReportEntity] as const;

/** Oldest first; stays as merged. */
export const REPORTS_MIGRATIONS = [
  CreateReports1763700100000,
  RememberPausesAndSecondChances1763786400000,
  AwaitTheReporter1763786500000,
  LetAdministratorsWrite1763786600000,
  WriteDownBreaches1763786800000,
  SearchReportsByWords1763786900000,
  IndexOpenReports1763787000000,
  LetCitizensSupport1763800100000,
  MergeReports1763800110000,
  IndexByPlaceAndTopic1763800120000,
  CreateAttachments1763800200000,
  RequireApprovalOfAnswers1763800300000,
  DraftAnswers1763800310000,
  KeepAnswerTemplates1763800320000,
  KeepInternalNotes1763800330000,
  CountRequestsForCompletion1763800400000,
  SortAnonymousReportsByDay1763800410000,
  KeepConsentsToOversight1763800420000,
  EditWhatIsPublic1763800430000,
  PlanNotices1763800500000,
  EscalateBreaches1763800510000,
  AmendTheCalendar1763800520000,
  RecalculateDeadlines1763800530000,
  RememberTheNextDeadline1763800600000,
  IndexWhatListsAskFor1763800610000,
  IndexWhatAgenciesHold1763800620000,
  KnowWhoSucceeds1763900810000,
  HangFilesOnDrafts1764042000000,
  TakeFilesBackFromThePublic1764042100000,
] as const;

/** Brings the `reports` schema and its reference data up to date. Safe to repeat. */
export async function migrateReports(ownerUrl: string): Promise<void> {
  const database = createDataSource({
    url: ownerUrl,
    schema: 'reports',
    entities: REPORTS_ENTITIES,
    migrations: REPORTS_MIGRATIONS,
    poolSize: 1,
    statementTimeoutMs: 60_000,
  });
  await database.initialize();
  try {
    await database.runMigrations();
    await loadReferenceData(database);
  } finally {
    await database.destroy();
  }
}
