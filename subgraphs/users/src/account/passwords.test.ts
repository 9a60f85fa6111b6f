import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { parseOptions } from '@node-rs/argon2';
import { Passwords } from './passwords.js';

const pepper = randomBytes(32).toString('base64url');

describe('a stored password', () => {
  it('is Argon2id with 19 MiB and two passes, and matches only its password under its pepper', async () => {
    const passwords = new Passwords(pepper);
    const stored = await passwords.hash('kata sandi yang panjang');
    expect(stored).toMatch(/^\$argon2id\$/);
    expect(parseOptions(stored)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    expect(await passwords.matches('kata sandi yang panjang', stored)).toBe(true);
    expect(await passwords.matches('kata sandi yang lain', stored)).toBe(false);
    const elsewhere = new Passwords(randomBytes(32).toString('base64url'));
    expect(await elsewhere.matches('kata sandi yang panjang', stored)).toBe(false);
  });

  it('that does not exist matches nothing', async () => {
    expect(await new Passwords(pepper).matches('kata sandi yang panjang', null)).toBe(false);
  });
});

describe('a flood of passwords', () => {
  it('is waited for two at a time, and turned away when too many wait', async () => {
    const passwords = new Passwords(pepper);
    await passwords.hash('warm');
    const flood = Array.from({ length: 52 }, () => passwords.hash('banjir'));
    expect(passwords.isBusy).toBe(true);
    await Promise.all(flood);
    expect(passwords.isBusy).toBe(false);
  });
});
