import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import { signViewer, subscriptionBody, verifyViewer } from './signed-viewer.js';

const key = randomBytes(32).toString('base64url');
const now = new Date('2026-07-10T05:00:00Z');
const body = '{"query":"{ me { id } }"}';
const viewer: Viewer = { ...publicViewer(), isSignedIn: true, tag: 'warga', accountId: 'account' };
const header = signViewer(viewer, 'users', body, key, now);

function later(ms: number): Date {
  return new Date(now.getTime() + ms);
}

describe('a signed viewer', () => {
  it('is believed by the subgraph it is for, for this body, within a minute', () => {
    expect(verifyViewer(header, 'users', body, key, now)).toEqual(viewer);
    expect(verifyViewer(header, 'users', body, key, later(59_999))).toEqual(viewer);
  });

  it.each([
    ['by another subgraph', verifyViewer(header, 'reports', body, key, now)],
    ['for another body', verifyViewer(header, 'users', `${body} `, key, now)],
    ['after a minute', verifyViewer(header, 'users', body, key, later(60_000))],
    ['under another key', verifyViewer(header, 'users', body, randomBytes(32).toString('base64url'), now)],
    ['when it is missing', verifyViewer(undefined, 'users', body, key, now)],
    ['when it is empty', verifyViewer('', 'users', body, key, now)],
    ['without its signature', verifyViewer(header.split('.')[0], 'users', body, key, now)],
    ['with a signature of nothing', verifyViewer(`${header.split('.')[0] ?? ''}.`, 'users', body, key, now)],
  ])('is not believed %s', (_case, verified) => {
    expect(verified).toBeNull();
  });

  it('is not believed when any one character of it is changed', () => {
    for (let place = 0; place < header.length; place += 7) {
      const other = header[place] === 'A' ? 'B' : 'A';
      const forged = header.slice(0, place) + other + header.slice(place + 1);
      expect(verifyViewer(forged, 'users', body, key, now)).toBeNull();
    }
  });
});

describe('what the signature of a subscription covers', () => {
  it('is the operation, its name and its variables', () => {
    const operation = { query: 'subscription S { a }', operationName: 'S', variables: { id: '1' } };
    const others = [
      operation,
      { ...operation, query: 'subscription S { b }' },
      { ...operation, operationName: 'T' },
      { ...operation, variables: { id: '2' } },
    ].map(subscriptionBody);
    expect(new Set(others).size).toBe(4);
  });

  it('does not tell absent parts from null ones, which mean the same', () => {
    expect(subscriptionBody({ query: 'q' })).toBe(
      subscriptionBody({ query: 'q', operationName: null, variables: null }),
    );
  });
});
