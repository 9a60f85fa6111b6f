import { readOwnerUrl } from './config.js';
import { migrateReports } from './persistence/migrate-reports.js';

await migrateReports(readOwnerUrl());
