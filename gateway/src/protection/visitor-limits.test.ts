import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import type { HourlyLimits } from './hourly-limits.js';
import { VisitorLimits } from './visitor-limits.js';

const LIMITS: HourlyLimits = { signIn: 3, signUp: 1, reset: 1, tracking: 1, filing: 1, upload: 1 };

function counting() {
  let now = new Date('2026-03-02T02:00:00Z');
  const limits = new VisitorLimits(LIMITS, { now: () => now });
  return {
    pass: (ms: number) => (now = new Date(now.getTime() + ms)),
    tryIt: (network: string, text: string): number | null => {
      const document = parse(text);
      const operation = getOperationAST(document);
      if (!operation) throw new Error('There is no operation.');
      return limits.count(network, { document, operation, variables: {}, isSignedIn: false });
    },
  };
}

describe('the limits of a visitor', () => {
  it('are counted by field and network, and say how long to wait', () => {
    const { tryIt, pass } = counting();
    expect(tryIt('a', 'mutation { a: signIn { b } b: signIn { b } }')).toBeNull();
    pass(60_000);
    expect(tryIt('a', 'mutation { signIn { b } signUp { b } }')).toBeNull();
    expect(tryIt('a', 'mutation { signIn { b } }')).toBe(3_540);
    expect(tryIt('b', 'mutation { signIn { b } }')).toBeNull();
    pass(3_540_000);
    expect(tryIt('a', 'mutation { signIn { b } }')).toBeNull();
  });

  it('refuse a request that holds more than all of them at once', () => {
    const { tryIt } = counting();
    expect(tryIt('a', 'mutation { a: signIn { b } b: signIn { b } c: signIn { b } d: signIn { b } }')).toBe(
      3_600,
    );
  });

  it('begin anew each day, with another key', () => {
    const { tryIt, pass } = counting();
    pass(21.9 * 3_600_000);
    expect(tryIt('a', 'mutation { signUp { b } }')).toBeNull();
    expect(tryIt('a', 'mutation { signUp { b } }')).not.toBeNull();
    pass(0.2 * 3_600_000);
    expect(tryIt('a', 'mutation { signUp { b } }')).toBeNull();
  });
});
