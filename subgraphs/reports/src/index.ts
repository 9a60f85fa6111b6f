export { composeReports, type ReportsOptions, type RunningReports } from './composition.js';
export { readReportsConfig, type ReportsConfig, type ReportsSecrets } from './config.js';
export { migrateJobs } from './deadlines/migrate-jobs.js';
export { migrateReports, REPORTS_MIGRATIONS } from './persistence/migrate-reports.js';
export { printSchema } from './schema.js';

// What the bench and the load generator use, so that they measure the product and not a copy of it.
export { type CategoryRow, loadValidCategories } from './category/category.store.js';
export { ImaginedLives, type ImaginedReport, type LivedAct, type LivedReport } from './demo/imagined-life.js';
export type { ImaginedStep } from './demo/imagined-step.js';
export { planLife } from './demo/plan-life.rules.js';
export { type Route, routeOf } from './demo/route.rules.js';
export { type FinalStatus, readSample, type SampleRow } from './demo/sample-row.js';
export { LABEL, titleOf } from './demo/texts.js';
export { topicOf } from './demo/topic.rules.js';
export { findNearReports, type Neighbourhood } from './duplicates/near-reports.query.js';
export type { KnownAgency } from './hierarchy/agency.store.js';
export { insertSubmission } from './intake/submission.store.js';
export { ownerTagOf } from './privacy/ownership.js';
export { redactContacts } from './privacy/redaction.rules.js';
export { THE_REPORTER } from './report/act.js';
export { REPORT_COLUMNS, type ReportEntity } from './report/report.entity.js';
export { createLoaders } from './report/loaders.js';
export { listReports, openStatesOf, type ReportListRequest } from './report/report-list.query.js';
export { reachOf } from './report/report-reach.js';
export { factsOf } from './report/report-facts.js';
export { columnOf } from './report/report.store.js';
export { trackingIdOf } from './report/tracking-id.js';
export { loadRuleSets, type RuleSets } from './sla/rule-sets.js';
