import { createHash, randomBytes } from 'node:crypto';
import { type Appointment, publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import { migrateEventLog } from '@satu-pintu/events';
import { createLogger } from '@satu-pintu/service-kit';
import {
  type Caller,
  createTestDatabase,
  gatewayCaller,
  MovableClock,
  type TestDatabase,
} from '@satu-pintu/test-kit';
import { composeUsers } from '../../src/composition.js';
import type { MailConfig, UsersConfig, UsersSecrets } from '../../src/config.js';
import { migrateUsers } from '../../src/persistence/migrate-users.js';

/** The service on a database of its own, asked as the gateway asks. */
export interface RunningUsersTest {
  readonly database: TestDatabase;
  readonly config: UsersConfig;
  readonly clock: MovableClock;
  readonly url: string;
  readonly ask: Caller;
  close(): Promise<void>;
}

/** The page whose passkeys are taken. */
export const PASSKEY_ORIGIN = 'https://lapor.contoh.test';

const SCHEMAS = ['event_log', 'reports', 'agencies', 'users', 'analytics'];

/** A migrated database for one test file. */
export function usersDatabase(): Promise<TestDatabase> {
  return createTestDatabase({
    name: 'users',
    schemas: SCHEMAS,
    async migrate(database) {
      await migrateUsers(database.ownerUrl('users'));
      await migrateEventLog(database.ownerUrl('event_log'));
    },
  });
}

/** Fresh keys, as the launcher would make them. */
export function someSecrets(): UsersSecrets {
  const secret = (): string => randomBytes(32).toString('base64url');
  return {
    viewerKey: secret(),
    handleKey: secret(),
    reporterKeySeal: secret(),
    vaultSealKey: secret(),
    vaultKey: secret(),
    signingKeySecret: secret(),
    passwordPepper: secret(),
    cursorKey: secret(),
  };
}

/** Starts the service; its clock stands at 9 in the morning of a Monday in Jakarta. */
export async function runUsers(
  mail: MailConfig | null = null,
  settings: Partial<UsersConfig> = {},
): Promise<RunningUsersTest> {
  const database = await usersDatabase();
  const clock = new MovableClock('2026-03-02T02:00:00Z');
  const appUrl = database.appUrl('users');
  const secrets = someSecrets();
  const config = {
    port: 0,
    isProduction: false,
    databaseUrl: appUrl,
    eventLogUrl: appUrl,
    tokenIssuer: 'satu-pintu',
    signingKeyDays: 90,
    mail,
    textMessages: null,
    passkeys: { rpId: 'lapor.contoh.test', origins: [PASSKEY_ORIGIN] },
    // Nobody answers there.
    staffSignIn: {
      issuer: 'http://127.0.0.1:9',
      clientId: 'satu-pintu',
      clientSecret: 'rahasia',
      redirectUri: 'http://127.0.0.1:4000/masuk',
      emailClaim: 'email',
      domains: ['bandung.go.id'],
      twoFactorValues: [],
      allowsHttp: true,
    },
    ...settings,
    secrets,
  };
  const service = await composeUsers({ config, clock, logger: createLogger('users', 'silent') });
  return {
    database,
    config,
    clock,
    url: `http://127.0.0.1:${String(service.port)}`,
    ask: gatewayCaller('users', service.port, secrets.viewerKey, () => clock.now()),
    async close() {
      await service.close();
      await database.drop();
    },
  };
}

/** The viewer that the gateway makes of a session. */
export function signedIn(
  accountId: string,
  sessionId: string,
  appointments: readonly Appointment[] = [],
): Viewer {
  const tag = createHash('sha256').update(`viewer:${sessionId}`).digest('base64url').slice(0, 22);
  return { ...publicViewer(), isSignedIn: true, tag, accountId, sessionId, appointments };
}
