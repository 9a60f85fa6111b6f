import { describe, expect, it } from '@jest/globals';
import { readUsersConfig } from './config.js';

const secret = 'k'.repeat(43);
const environment = {
  NODE_ENV: 'production',
  PORT: '4003',
  DATABASE_URL: 'postgres://users_app:secret@localhost/satu_pintu',
  EVENT_LOG_URL: 'postgres://users_app:secret@localhost/satu_pintu',
  VIEWER_KEY: secret,
  HANDLE_KEY: secret,
  REPORTER_KEY_SEAL: secret,
  VAULT_SEAL_KEY: secret,
  VAULT_KEY: secret,
  SIGNING_KEY_SECRET: secret,
  PASSWORD_PEPPER: secret,
  CURSOR_KEY: secret,
};

describe('Configuration of users', () => {
  it('rotates signing keys after 90 days, unless told otherwise', () => {
    expect(readUsersConfig(environment).signingKeyDays).toBe(90);
    expect(readUsersConfig({ ...environment, SIGNING_KEY_DAYS: '1' }).signingKeyDays).toBe(1);
    expect(readUsersConfig({ ...environment, SIGNING_KEY_DAYS: '365' }).signingKeyDays).toBe(365);
  });

  it.each(['0', '366', '1.5', 'never', ''])('refuses to rotate them after "%s" days', (days) => {
    expect(() => readUsersConfig({ ...environment, SIGNING_KEY_DAYS: days })).toThrow(
      /SIGNING_KEY_DAYS: must be/,
    );
  });
});
