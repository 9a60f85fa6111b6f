import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '@satu-pintu/service-kit';
import type { AccessClaims } from './asker.js';
import { type Revocation, Revocations } from './revocations.js';

const clock = { now: () => new Date('2026-08-18T05:00:00Z') };
const NOON = clock.now().getTime();

describe('What was revoked', () => {
  let revocations: Revocations;

  afterEach(() => revocations.close());

  it('ends every token of a session, and only of that one', async () => {
    await hear([{ seq: 1, sessionId: 's-1', accountId: null, kid: null, at: iso(NOON) }]);
    expect(revocations.isRevoked(claims({ sessionId: 's-1', issuedAt: new Date(NOON + 1_000) }))).toBe(true);
    expect(revocations.isRevoked(claims({ sessionId: 's-2' }))).toBe(false);
  });

  it('ends the tokens that an account had until then, and not those that it gets afterwards', async () => {
    await hear([{ seq: 1, sessionId: null, accountId: 'a-1', kid: null, at: iso(NOON) }]);
    expect(revocations.isRevoked(claims({ accountId: 'a-1', issuedAt: new Date(NOON) }))).toBe(true);
    expect(revocations.isRevoked(claims({ accountId: 'a-1', issuedAt: new Date(NOON + 1) }))).toBe(false);
  });

  it('ends every token that a key signed, whoever it names', async () => {
    await hear([{ seq: 1, sessionId: null, accountId: null, kid: 'k-1', at: iso(NOON) }]);
    expect(revocations.isRevoked(claims({ kid: 'k-1', issuedAt: new Date(NOON + 60_000) }))).toBe(true);
    expect(revocations.isRevoked(claims({ kid: 'k-2' }))).toBe(false);
  });

  it('is told to whoever listens once, though users says it again', async () => {
    const word = { seq: 1, sessionId: 's-1', accountId: null, kid: null, at: iso(NOON) };
    let told = 0;
    await hear([word], [word], [word]);
    revocations.onRevoked(() => (told += 1));
    await pause(20);
    expect(told).toBe(0);
  });

  it('is asked for from where the last word stood, and again while users is away', async () => {
    const asked: number[] = [];
    const answers = [[{ seq: 7, sessionId: 's-1', accountId: null, kid: null, at: iso(NOON) }], null, []];
    revocations = new Revocations(
      async (after, signal) => {
        asked.push(after);
        const answer = answers.shift();
        if (answer === null) throw new Error('away');
        if (answer === undefined) await pause(60_000, undefined, { signal });
        return answer ?? [];
      },
      clock,
      createLogger('gateway', 'silent'),
    );
    revocations.start();
    await pause(700);
    expect(asked).toEqual([0, 7, 7, 7]);
    expect(revocations.isRevoked(claims({ sessionId: 's-1' }))).toBe(true);
  });

  /** Has users say these things, one after the other, and then nothing more. */
  async function hear(...answers: (readonly Revocation[])[]): Promise<void> {
    revocations = new Revocations(
      async (_after, signal) => {
        const answer = answers.shift();
        if (answer === undefined) await pause(60_000, undefined, { signal });
        return answer ?? [];
      },
      clock,
      createLogger('gateway', 'silent'),
    );
    revocations.start();
    await pause(10);
  }
});

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

function claims(changes: Partial<AccessClaims>): AccessClaims {
  return {
    accountId: 'a-0',
    sessionId: 's-0',
    kid: 'k-0',
    appointments: [],
    sealedReporterKey: null,
    issuedAt: new Date(NOON - 1_000),
    expiresAt: new Date(NOON + 600_000),
    ...changes,
  };
}
