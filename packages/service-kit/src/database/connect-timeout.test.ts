import { describe, expect, it } from '@jest/globals';
import { connectTimeoutMs } from './connect-timeout.js';

describe('the time to wait for a connection', () => {
  it.each([
    [undefined, 2_000],
    ['', 2_000],
    ['soon', 2_000],
    ['0', 2_000],
    ['20', 20_000],
  ])('where PGCONNECT_TIMEOUT is %p', (told, milliseconds) => {
    expect(connectTimeoutMs({ PGCONNECT_TIMEOUT: told })).toBe(milliseconds);
  });
});
