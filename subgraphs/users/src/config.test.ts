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

const KEY = 'kunci gerbang pesan singkat';

function textMessagesOf(settings: NodeJS.ProcessEnv): unknown {
  return readUsersConfig({ ...environment, ...settings }).textMessages;
}

describe('Text messages', () => {
  it('are sent to nobody unless a gateway is named', () => {
    expect(textMessagesOf({})).toBeNull();
  });

  it('go to the gateway with a key that signs them, or in development into a folder', () => {
    expect(textMessagesOf({ SMS_URL: 'https://sms.test/kirim', SMS_KEY: KEY })).toEqual({
      url: 'https://sms.test/kirim',
      key: KEY,
    });
    const development = { NODE_ENV: 'development', SMS_FOLDER: '/srv/pesan' };
    expect(textMessagesOf(development)).toEqual({ folder: '/srv/pesan' });
    const both = { ...development, SMS_URL: 'http://127.0.0.1:9000/', SMS_KEY: KEY };
    expect(textMessagesOf(both)).toEqual({ url: 'http://127.0.0.1:9000/', key: KEY });
  });

  it.each([
    ['without a key', { SMS_URL: 'https://sms.test/' }],
    ['with a short key', { SMS_URL: 'https://sms.test/', SMS_KEY: 'pendek' }],
    ['in the clear, in production', { SMS_URL: 'http://sms.test/', SMS_KEY: KEY }],
    ['into a folder, in production', { SMS_FOLDER: '/srv/pesan' }],
    ['into a folder that could be anywhere', { NODE_ENV: 'development', SMS_FOLDER: 'pesan' }],
  ])('are not sent %s: the start refuses', (_case, settings) => {
    expect(() => textMessagesOf(settings)).toThrow(/SMS_/);
  });
});
