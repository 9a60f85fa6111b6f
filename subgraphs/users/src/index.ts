export { composeUsers, type RunningUsers, type UsersOptions } from './composition.js';
export { readUsersConfig, type UsersConfig, type UsersSecrets } from './config.js';
export { DEMO_PASSWORD, type DemoSecrets, loadDemoAccounts } from './demo/demo-accounts.js';
export { migrateUsers, USERS_MIGRATIONS } from './persistence/migrate-users.js';
export { printSchema } from './schema.js';
