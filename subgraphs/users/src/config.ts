import {
  databaseUrlVariable,
  listVariable,
  mailSenderVariable,
  mailServerVariable,
  modeVariable,
  portVariable,
  readConfig,
  secretVariable,
  textVariable,
  tokenIssuerVariable,
} from '@satu-pintu/service-kit';

/** Keys of the users subgraph, each base64url of at least 32 random bytes. */
export interface UsersSecrets {
  /** Shared with the gateway: signs the viewer of every request. */
  readonly viewerKey: string;
  /** Shared with reports: seals the handles by which a reporter is looked up. */
  readonly handleKey: string;
  /** Shared with the gateway: seals the reporter key inside access tokens. */
  readonly reporterKeySeal: string;
  /** Shared with the gateway: seals the account id that comes with a submitted report. */
  readonly vaultSealKey: string;
  /** Of users alone: encrypts the vault at rest. */
  readonly vaultKey: string;
  /** Of users alone: encrypts the private signing keys at rest. */
  readonly signingKeySecret: string;
  /** Of users alone: mixed into every password before it is hashed. */
  readonly passwordPepper: string;
  /** Of users alone: seals cursors. */
  readonly cursorKey: string;
}

/** Keys on which a stored account depends. */
export type AccountSecrets = Pick<UsersSecrets, 'vaultKey' | 'passwordPepper' | 'reporterKeySeal'>;

/** Everything the running service is told from outside. */
export interface UsersConfig {
  /** 0 lets the system choose. */
  readonly port: number;
  /** Accounts of the demonstration do without a second factor everywhere else. */
  readonly isProduction: boolean;
  /** Role `users_app`. */
  readonly databaseUrl: string;
  /** Where `event_log` is, as `users_app`. */
  readonly eventLogUrl: string;
  /** `iss` of access tokens. */
  readonly tokenIssuer: string;
  /** Null: no e-mail is ever sent, and people read what happened in the application. */
  readonly mail: MailConfig | null;
  /** Null: passkeys are not offered. */
  readonly passkeys: PasskeyConfig | null;
  readonly secrets: UsersSecrets;
}

/** How e-mails leave the house. */
export interface MailConfig {
  /** smtp:// or smtps:// URL of the server, name and password included. */
  readonly url: string;
  /** Sender: `Satu Pintu <tidak-dibalas@example.go.id>`. */
  readonly from: string;
}

/** As whom browsers know the house when they make passkeys. A passkey works for the name that it was made for alone. */
export interface PasskeyConfig {
  /** Domain without scheme or port: `lapor.example.go.id`. */
  readonly rpId: string;
  /** Addresses of the pages that may ask: `https://lapor.example.go.id`. */
  readonly origins: readonly string[];
}

/** Where the gateway of a development house answers; browsers take localhost for safe. */
const PASSKEYS_IN_DEVELOPMENT: PasskeyConfig = { rpId: 'localhost', origins: ['http://localhost:4000'] };

/** Reads and checks the environment of the service. */
export function readUsersConfig(environment: NodeJS.ProcessEnv = process.env): UsersConfig {
  const variables = readConfig(
    {
      NODE_ENV: modeVariable,
      PORT: portVariable,
      DATABASE_URL: databaseUrlVariable,
      EVENT_LOG_URL: databaseUrlVariable,
      TOKEN_ISSUER: tokenIssuerVariable,
      VIEWER_KEY: secretVariable,
      HANDLE_KEY: secretVariable,
      REPORTER_KEY_SEAL: secretVariable,
      VAULT_SEAL_KEY: secretVariable,
      VAULT_KEY: secretVariable,
      SIGNING_KEY_SECRET: secretVariable,
      PASSWORD_PEPPER: secretVariable,
      CURSOR_KEY: secretVariable,
      SMTP_URL: mailServerVariable,
      MAIL_FROM: mailSenderVariable,
      PASSKEY_RP_ID: textVariable,
      PASSKEY_ORIGINS: listVariable,
    },
    environment,
  );
  return Object.freeze({
    port: variables.PORT,
    isProduction: variables.NODE_ENV === 'production',
    databaseUrl: variables.DATABASE_URL,
    eventLogUrl: variables.EVENT_LOG_URL,
    tokenIssuer: variables.TOKEN_ISSUER,
    mail: variables.SMTP_URL === undefined ? null : { url: variables.SMTP_URL, from: variables.MAIL_FROM },
    passkeys: passkeysOf(variables.PASSKEY_RP_ID, variables.PASSKEY_ORIGINS, variables.NODE_ENV),
    secrets: Object.freeze({
      viewerKey: variables.VIEWER_KEY,
      handleKey: variables.HANDLE_KEY,
      reporterKeySeal: variables.REPORTER_KEY_SEAL,
      vaultSealKey: variables.VAULT_SEAL_KEY,
      vaultKey: variables.VAULT_KEY,
      signingKeySecret: variables.SIGNING_KEY_SECRET,
      passwordPepper: variables.PASSWORD_PEPPER,
      cursorKey: variables.CURSOR_KEY,
    }),
  });
}

/** Both are named, or none; a house in production that names none offers no passkeys. */
function passkeysOf(
  rpId: string | null,
  origins: readonly string[],
  mode: 'production' | 'development' | 'test',
): PasskeyConfig | null {
  if ((rpId === null) !== (origins.length === 0)) {
    throw new Error('PASSKEY_RP_ID and PASSKEY_ORIGINS go together.');
  }
  if (rpId !== null) return { rpId, origins };
  return mode === 'production' ? null : PASSKEYS_IN_DEVELOPMENT;
}

/** Address of the owner role, for the processes that migrate. */
export function readOwnerUrl(environment: NodeJS.ProcessEnv = process.env): string {
  return readConfig({ OWNER_DATABASE_URL: databaseUrlVariable }, environment).OWNER_DATABASE_URL;
}

/** What the loader of demonstration accounts needs. It refuses to run in production: everybody knows their password. */
export function readDemoConfig(environment: NodeJS.ProcessEnv = process.env): {
  readonly databaseUrl: string;
  readonly secrets: AccountSecrets;
} {
  if (environment.NODE_ENV === 'production') {
    throw new Error('Demonstration accounts do not belong in production.');
  }
  const variables = readConfig(
    {
      OWNER_DATABASE_URL: databaseUrlVariable,
      VAULT_KEY: secretVariable,
      PASSWORD_PEPPER: secretVariable,
      REPORTER_KEY_SEAL: secretVariable,
    },
    environment,
  );
  return {
    databaseUrl: variables.OWNER_DATABASE_URL,
    secrets: {
      vaultKey: variables.VAULT_KEY,
      passwordPepper: variables.PASSWORD_PEPPER,
      reporterKeySeal: variables.REPORTER_KEY_SEAL,
    },
  };
}
