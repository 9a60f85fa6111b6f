export { type Analytics, type AnalyticsOptions, composeAnalytics } from './composition.js';
export { analyticsMigrations, createAnalyticsDatabase, migrateAnalytics } from './persistence/database.js';
export { recount } from './projection/recount.command.js';
export { printSchema } from './schema.js';
