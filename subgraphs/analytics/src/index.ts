export { type Analytics, type AnalyticsOptions, composeAnalytics } from './composition.js';
export { readLiveCounts } from './counts/live-counts.query.js';
export { analyticsMigrations, createAnalyticsDatabase, migrateAnalytics } from './persistence/database.js';
export { factRowOf } from './projection/fold-reports.command.js';
export { recount } from './projection/recount.command.js';
export { printSchema } from './schema.js';
