import {
  databaseUrlVariable,
  daysVariable,
  folderVariable,
  listVariable,
  mailSenderVariable,
  mailServerVariable,
  modeVariable,
  portVariable,
  readConfig,
  secretVariable,
  serviceUrlVariable,
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
  /** A key that has signed access tokens for so many days is rotated. */
  readonly signingKeyDays: number;
  /** Null: no e-mail is ever sent, and people read what happened in the application. */
  readonly mail: MailConfig | null;
  /** Null: no text message is ever sent, and nobody signs up with a telephone. */
  readonly textMessages: TextMessageConfig | null;
  /** Null: passkeys are not offered. */
  readonly passkeys: PasskeyConfig | null;
  /** Null: officers sign in as everybody does. */
  readonly staffSignIn: StaffSignInConfig | null;
  readonly secrets: UsersSecrets;
}

/** How e-mails leave the house. */
export interface MailConfig {
  /** smtp:// or smtps:// URL of the server, name and password included. */
  readonly url: string;
  /** Sender: `Satu Pintu <tidak-dibalas@example.go.id>`. */
  readonly from: string;
}

/** How text messages leave the house: through a gateway reached by HTTP, or, in development, into a folder. */
export type TextMessageConfig =
  | {
      readonly url: string;
      /** Signs what is sent; 16 characters or more. */
      readonly key: string;
    }
  | {
      /** Absolute path. */
      readonly folder: string;
    };

/** As whom browsers know the house when they make passkeys. A passkey works for the name that it was made for alone. */
export interface PasskeyConfig {
  /** Domain without scheme or port: `lapor.example.go.id`. */
  readonly rpId: string;
  /** Addresses of the pages that may ask: `https://lapor.example.go.id`. */
  readonly origins: readonly string[];
}

/** The identity provider of staff (OpenID Connect), and whom of those it knows to believe. */
export interface StaffSignInConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Page to which the provider sends the browser back. */
  readonly redirectUri: string;
  /** Claim that names the address; another one than `email` is vouched for by the provider. */
  readonly emailClaim: string;
  /** Domains whose addresses count, in lower case. */
  readonly domains: readonly string[];
  /** Values of `amr` or `acr` that stand for two factors; none: what the provider saw is one factor. */
  readonly twoFactorValues: readonly string[];
  /** Whether the issuer may speak plain HTTP: on this machine, and never in production. */
  readonly allowsHttp: boolean;
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
      SIGNING_KEY_DAYS: daysVariable(1, 365).default(90),
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
      SMS_URL: serviceUrlVariable.optional(),
      SMS_KEY: textVariable,
      SMS_FOLDER: folderVariable.optional(),
      PASSKEY_RP_ID: textVariable,
      PASSKEY_ORIGINS: listVariable,
      STAFF_OIDC_ISSUER: serviceUrlVariable.optional(),
      STAFF_OIDC_CLIENT_ID: textVariable,
      STAFF_OIDC_CLIENT_SECRET: textVariable,
      STAFF_OIDC_REDIRECT_URI: serviceUrlVariable.optional(),
      STAFF_OIDC_EMAIL_CLAIM: textVariable,
      STAFF_OIDC_DOMAINS: listVariable,
      STAFF_OIDC_TWO_FACTORS: listVariable,
    },
    environment,
  );
  return Object.freeze({
    port: variables.PORT,
    isProduction: variables.NODE_ENV === 'production',
    databaseUrl: variables.DATABASE_URL,
    eventLogUrl: variables.EVENT_LOG_URL,
    tokenIssuer: variables.TOKEN_ISSUER,
    signingKeyDays: variables.SIGNING_KEY_DAYS,
    mail: variables.SMTP_URL === undefined ? null : { url: variables.SMTP_URL, from: variables.MAIL_FROM },
    textMessages: textMessagesOf(
      variables.SMS_URL,
      variables.SMS_KEY,
      variables.SMS_FOLDER,
      variables.NODE_ENV,
    ),
    passkeys: passkeysOf(variables.PASSKEY_RP_ID, variables.PASSKEY_ORIGINS, variables.NODE_ENV),
    staffSignIn: staffSignInOf({
      issuer: variables.STAFF_OIDC_ISSUER ?? null,
      clientId: variables.STAFF_OIDC_CLIENT_ID,
      clientSecret: variables.STAFF_OIDC_CLIENT_SECRET,
      redirectUri: variables.STAFF_OIDC_REDIRECT_URI ?? null,
      emailClaim: variables.STAFF_OIDC_EMAIL_CLAIM ?? 'email',
      domains: variables.STAFF_OIDC_DOMAINS.map((domain) => domain.toLowerCase()),
      twoFactorValues: variables.STAFF_OIDC_TWO_FACTORS,
      allowsHttp: variables.NODE_ENV !== 'production',
    }),
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

/** A gateway needs a key; a folder is for development alone. */
function textMessagesOf(
  url: string | undefined,
  key: string | null,
  folder: string | undefined,
  mode: 'production' | 'development' | 'test',
): TextMessageConfig | null {
  if (url === undefined) {
    if (folder !== undefined && mode === 'production') {
      throw new Error('SMS_FOLDER is for development: nobody gets what is written there.');
    }
    return folder === undefined ? null : { folder };
  }
  if (key === null || key.length < 16) throw new Error('SMS_URL needs SMS_KEY, of at least 16 characters.');
  if (mode === 'production' && !url.startsWith('https:')) throw new Error('SMS_URL must be https://.');
  return { url, key };
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

/** Off unless an issuer is named; then all of it has to be. */
function staffSignInOf(named: {
  readonly [Name in keyof StaffSignInConfig]: StaffSignInConfig[Name] | null;
}): StaffSignInConfig | null {
  if (named.issuer === null) return null;
  const { clientId, clientSecret, redirectUri, domains } = named;
  if (clientId === null || clientSecret === null || redirectUri === null || !domains?.length) {
    throw new Error('STAFF_OIDC_ISSUER needs CLIENT_ID, CLIENT_SECRET, REDIRECT_URI and DOMAINS beside it.');
  }
  if (new URL(named.issuer).protocol === 'http:' && !mayBePlain(named as StaffSignInConfig)) {
    throw new Error('STAFF_OIDC_ISSUER must be https://, but for this machine in development.');
  }
  return named as StaffSignInConfig;
}

function mayBePlain({ issuer, allowsHttp }: StaffSignInConfig): boolean {
  return allowsHttp && ['127.0.0.1', 'localhost'].includes(new URL(issuer).hostname);
}

/** Address of the owner role, for the processes that migrate. */
export function readOwnerUrl(environment: NodeJS.ProcessEnv = process.env): string {
  return readConfig({ OWNER_DATABASE_URL: databaseUrlVariable }, environment).OWNER_DATABASE_URL;
}

/** What the command over signing keys is told, as `users_app`. */
export function readKeysConfig(environment: NodeJS.ProcessEnv = process.env): {
  readonly databaseUrl: string;
  readonly signingKeySecret: string;
} {
  const variables = readConfig(
    { DATABASE_URL: databaseUrlVariable, SIGNING_KEY_SECRET: secretVariable },
    environment,
  );
  return { databaseUrl: variables.DATABASE_URL, signingKeySecret: variables.SIGNING_KEY_SECRET };
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
