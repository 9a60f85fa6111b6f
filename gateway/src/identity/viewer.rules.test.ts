import { describe, expect, it } from '@jest/globals';
import type { Asker } from './asker.js';
import { localeOf } from './locale.rules.js';
import { scopeOf, viewerFor } from './viewer.rules.js';

const seals = {
  openReporterKey: (sealed: string) => `opened ${sealed}`,
  sealAccount: (id: string) => `sealed ${id}`,
};
const officer: Asker = {
  locale: 'id',
  claims: {
    accountId: 'account',
    sessionId: 'session',
    kid: 'k',
    appointments: [{ officerId: 'o', agencyId: 'a', role: 'OMBUDSMAN' }],
    sealedReporterKey: 'rk',
    issuedAt: new Date('2025-12-31T23:50:00Z'),
    expiresAt: new Date('2026-01-01T00:00:00Z'),
  },
};

describe('What a subgraph is told of the viewer', () => {
  it('names the account and session to users alone', () => {
    expect(viewerFor('users', officer, seals)).toMatchObject({ accountId: 'account', sessionId: 'session' });
    for (const audience of ['reports', 'agencies', 'analytics'] as const) {
      expect(viewerFor(audience, officer, seals)).toMatchObject({ accountId: null, sessionId: null });
    }
  });

  it('gives the reporter key and seal to reports alone', () => {
    expect(viewerFor('reports', officer, seals)).toMatchObject({
      reporterKey: 'opened rk',
      reporterSeal: 'sealed account',
    });
    for (const audience of ['users', 'agencies', 'analytics'] as const) {
      expect(viewerFor(audience, officer, seals)).toMatchObject({ reporterKey: null, reporterSeal: null });
    }
  });

  it('carries a tag that is the same for the session everywhere and names neither account nor session', () => {
    const { tag } = viewerFor('agencies', officer, seals);
    expect(tag).toMatch(/^[\w-]{22}$/);
    expect(viewerFor('reports', officer, seals).tag).toBe(tag);
  });

  it('is nothing but the language for a visitor', () => {
    expect(viewerFor('reports', { claims: null, locale: 'en' }, seals)).toEqual({
      isSignedIn: false,
      tag: 'public',
      appointments: [],
      locale: 'en',
      accountId: null,
      sessionId: null,
      reporterKey: null,
      reporterSeal: null,
    });
  });
});

describe('The scope in which answers are shared', () => {
  it('is one for all visitors of a language', () => {
    expect(scopeOf({ claims: null, locale: 'id' })).toBe(scopeOf({ claims: null, locale: 'id' }));
    expect(scopeOf({ claims: null, locale: 'id' })).not.toBe(scopeOf({ claims: null, locale: 'en' }));
  });

  it('differs between sessions, and within a session when its rights change', () => {
    const { claims } = officer;
    if (!claims) throw new Error('The officer is signed in.');
    const elsewhere: Asker = { ...officer, claims: { ...claims, sessionId: 'other' } };
    const promoted: Asker = { ...officer, claims: { ...claims, appointments: [] } };
    expect(new Set([officer, elsewhere, promoted].map(scopeOf)).size).toBe(3);
  });
});

describe('The language of a request', () => {
  it.each([
    [undefined, 'id'],
    ['', 'id'],
    ['en', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['fr, id;q=0.4, en;q=0.8', 'en'],
    ['id-ID, en', 'id'],
    ['fr, *;q=0.1', 'id'],
    ['en;q=zero', 'id'],
  ])('of "%s" is %s', (header, locale) => {
    expect(localeOf(header)).toBe(locale);
  });
});
