import { readOwnerUrls } from './config.js';
import { migrateJobs } from './deadlines/migrate-jobs.js';
import { migrateReports } from './persistence/migrate-reports.js';

const ownerUrls = readOwnerUrls();
await migrateReports(ownerUrls.reports);
await migrateJobs(ownerUrls.jobs);
