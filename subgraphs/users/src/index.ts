export { composeUsers, type RunningUsers, type UsersOptions } from './composition.js';
export { type AccountSecrets, readUsersConfig, type UsersConfig, type UsersSecrets } from './config.js';
export { DEMO_PASSWORD, demoReporterKey, loadDemoAccounts } from './demo/demo-accounts.js';
export { migrateUsers, USERS_MIGRATIONS } from './persistence/migrate-users.js';
export { printSchema } from './schema.js';
