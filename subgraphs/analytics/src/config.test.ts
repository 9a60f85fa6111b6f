import { describe, expect, it } from '@jest/globals';
import { readAnalyticsConfig } from './config.js';

const environment = {
  PORT: '4004',
  DATABASE_URL: 'postgres://analytics_app:secret@localhost/satu_pintu',
  EVENT_LOG_URL: 'postgres://analytics_app:secret@localhost/satu_pintu',
  VIEWER_KEY: 'k'.repeat(43),
  CURSOR_KEY: 'c'.repeat(43),
};

describe('Configuration of analytics', () => {
  it('publishes every quarter of an hour unless told otherwise', () => {
    expect(readAnalyticsConfig(environment).PUBLIC_REFRESH_SECONDS).toBe(900);
    expect(readAnalyticsConfig({ ...environment, PUBLIC_REFRESH_SECONDS: '15' }).PUBLIC_REFRESH_SECONDS).toBe(
      15,
    );
  });

  it.each(['0', '-1', '1.5', 'soon'])('refuses to publish every %s seconds', (seconds) => {
    expect(() => readAnalyticsConfig({ ...environment, PUBLIC_REFRESH_SECONDS: seconds })).toThrow(
      /PUBLIC_REFRESH/,
    );
  });

  it.each(['VIEWER_KEY', 'CURSOR_KEY'])('has no default for its %s', (name) => {
    expect(() => readAnalyticsConfig({ ...environment, [name]: undefined })).toThrow(name);
  });
});
