import { readOwnerUrl } from './config.js';
import { migrateUsers } from './persistence/migrate-users.js';

await migrateUsers(readOwnerUrl());
