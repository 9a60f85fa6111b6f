export { composeReports, type ReportsOptions, type RunningReports } from './composition.js';
export { readReportsConfig, type ReportsConfig, type ReportsSecrets } from './config.js';
export { migrateJobs } from './deadlines/migrate-jobs.js';
export { migrateReports, REPORTS_MIGRATIONS } from './persistence/migrate-reports.js';
export { printSchema } from './schema.js';
