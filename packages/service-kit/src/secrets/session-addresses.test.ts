import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { publicViewer } from '@satu-pintu/domain-kit';
import { SessionAddresses } from './session-addresses.js';

const key = randomBytes(32).toString('base64url');
const addresses = new SessionAddresses<{ readonly id: number }>(key, '/files/tables/');
const viewer = { ...publicViewer(), tag: 'one session' };
const now = new Date('2026-08-18T03:00:00Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);

describe('an address of a session', () => {
  const { path, expiresAt } = addresses.make({ id: 7 }, viewer, now);
  const sealed = path.slice('/files/tables/'.length);

  it('opens for its session, for a minute', () => {
    expect(path).toMatch(/^\/files\/tables\/[\w-]+$/);
    expect(expiresAt).toEqual(after(60));
    expect(addresses.read(sealed, viewer, after(59))).toEqual({ id: 7 });
    expect(addresses.read(sealed, viewer, after(60))).toBeNull();
  });

  it('opens for no other session, and for no other kind of addresses', () => {
    expect(addresses.read(sealed, { ...viewer, tag: 'another session' }, now)).toBeNull();
    expect(new SessionAddresses(key, '/files/').read(sealed, viewer, now)).toBeNull();
    expect(addresses.read(sealed.slice(1), viewer, now)).toBeNull();
  });
});
