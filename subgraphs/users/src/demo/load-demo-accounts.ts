import { systemClock } from '@satu-pintu/domain-kit';
import { readDemoConfig } from '../config.js';
import { loadDemoAccounts } from './demo-accounts.js';

const { databaseUrl, secrets } = readDemoConfig();
await loadDemoAccounts(databaseUrl, secrets, systemClock);
