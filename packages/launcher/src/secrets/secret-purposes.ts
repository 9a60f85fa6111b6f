/**
 * Every secret of the house, one per purpose, so that no key ever serves two. Who holds which is decided in
 * `environment-of.ts`; each is 32 random bytes in base64url.
 */
export const SECRET_PURPOSES = [
  'DATABASE_ROLES_KEY',
  'VIEWER_KEY_REPORTS',
  'VIEWER_KEY_AGENCIES',
  'VIEWER_KEY_USERS',
  'VIEWER_KEY_ANALYTICS',
  'CURSOR_KEY_REPORTS',
  'CURSOR_KEY_AGENCIES',
  'CURSOR_KEY_USERS',
  'CURSOR_KEY_ANALYTICS',
  'ACCESS_CODE_KEY',
  'FILES_KEY',
  'IMPORTS_KEY',
  'HANDLE_KEY',
  'REPORTER_KEY_SEAL',
  'VAULT_SEAL_KEY',
  'VAULT_KEY',
  'SIGNING_KEY_SECRET',
  'PASSWORD_PEPPER',
] as const;

export type SecretPurpose = (typeof SECRET_PURPOSES)[number];

export type Secrets = Readonly<Record<SecretPurpose, string>>;

/** Environment variable of the launcher that gives, and in development overrides, the secret of a purpose. */
export function variableOf(purpose: SecretPurpose): string {
  return `SATU_PINTU_${purpose}`;
}
