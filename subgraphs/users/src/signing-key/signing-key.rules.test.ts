import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST_ACCESS_TOKEN_MS } from '../session/session.rules.js';
import {
  AFTERLIFE_MS,
  CLOCK_TOLERANCE_MS,
  decideRevocation,
  decideRotation,
  firstKey,
  isPublishedAt,
  isRotationDue,
  type KeyChange,
  type KeyInstants,
  keyStateAt,
  NOTICE_MS,
  signingKeyAt,
} from './signing-key.rules.js';

const START = Date.UTC(2026, 2, 2, 2);
const at = (ms: number): Date => new Date(START + ms);
const only = [firstKey('k0', at(0))];

function after(keys: readonly KeyInstants[], { changed }: KeyChange): readonly KeyInstants[] {
  const left = keys.filter(({ kid }) => !changed.some((key) => key.kid === kid));
  return [...left, ...changed];
}

function rotated(keys: readonly KeyInstants[], newKid: string, ms: number): readonly KeyInstants[] {
  const decision = decideRotation(keys, newKid, at(ms));
  if (!decision.ok) throw new Error(decision.refusal.kind);
  return after(keys, decision.value);
}

function revoked(
  keys: readonly KeyInstants[],
  kid: string,
  newKid: string,
  ms: number,
): readonly KeyInstants[] {
  const decision = decideRevocation(keys, kid, newKid, at(ms));
  if (!decision.ok) throw new Error(decision.refusal.kind);
  return after(keys, decision.value);
}

function statesAt(keys: readonly KeyInstants[], ms: number): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map((key) => [key.kid, keyStateAt(key, at(ms))]));
}

describe('a rotation', () => {
  const keys = rotated(only, 'k1', 1_000);
  const turn = 1_000 + NOTICE_MS;

  it('publishes the new key first, and lets it sign when everybody had time to see it', () => {
    expect(statesAt(keys, 1_000)).toEqual({ k0: 'SIGNING', k1: 'UPCOMING' });
    expect(statesAt(keys, turn - 1)).toEqual({ k0: 'SIGNING', k1: 'UPCOMING' });
    expect(statesAt(keys, turn)).toEqual({ k0: 'VERIFYING', k1: 'SIGNING' });
    expect(keys.every((key) => isPublishedAt(key, at(1_000)))).toBe(true);
  });

  it('leaves the old key published until the last token that it signed has run out', () => {
    const end = turn + LONGEST_ACCESS_TOKEN_MS + CLOCK_TOLERANCE_MS;
    expect(statesAt(keys, end - 1)).toEqual({ k0: 'VERIFYING', k1: 'SIGNING' });
    expect(statesAt(keys, end)).toEqual({ k0: 'WITHDRAWN', k1: 'SIGNING' });
    expect(keys.filter((key) => isPublishedAt(key, at(end))).map(({ kid }) => kid)).toEqual(['k1']);
  });

  it('waits until the one before it is over', () => {
    expect(decideRotation(keys, 'k2', at(turn - 1))).toMatchObject({
      ok: false,
      refusal: { kind: 'RotationUnderWay', upcoming: { kid: 'k1', signsFrom: at(turn) } },
    });
    expect(decideRotation(keys, 'k2', at(turn)).ok).toBe(true);
  });

  it('is due when the key has signed for so many days, and not while another one waits', () => {
    const day = 86_400_000;
    expect(isRotationDue(only, 90, at(90 * day - 1))).toBe(false);
    expect(isRotationDue(only, 90, at(90 * day))).toBe(true);
    expect(isRotationDue(rotated(only, 'k1', 90 * day), 90, at(90 * day))).toBe(false);
    expect(isRotationDue([], 90, at(0))).toBe(false);
  });
});

describe('a revocation', () => {
  it('of the key that signs lets a new one sign at once', () => {
    const keys = revoked(only, 'k0', 'k1', 5_000);
    expect(statesAt(keys, 5_000)).toEqual({ k0: 'REVOKED', k1: 'SIGNING' });
    expect(keys.filter((key) => isPublishedAt(key, at(5_000))).map(({ kid }) => kid)).toEqual(['k1']);
  });

  it('of the key that signs lets the one that waits sign at once, and makes none', () => {
    const keys = revoked(rotated(only, 'k1', 1_000), 'k0', 'k2', 5_000);
    expect(statesAt(keys, 5_000)).toEqual({ k0: 'REVOKED', k1: 'SIGNING' });
  });

  it('of the key that waits lets the one that signs go on', () => {
    const keys = revoked(rotated(only, 'k1', 1_000), 'k1', 'k2', 5_000);
    expect(statesAt(keys, 5_000)).toEqual({ k0: 'SIGNING', k1: 'REVOKED' });
    expect(statesAt(keys, 10 * NOTICE_MS)).toEqual({ k0: 'SIGNING', k1: 'REVOKED' });
  });

  it('of a key that signs no more changes nothing else', () => {
    const rolled = rotated(only, 'k1', 1_000);
    const keys = revoked(rolled, 'k0', 'k2', 2 * NOTICE_MS);
    expect(keys.find(({ kid }) => kid === 'k1')).toEqual(rolled.find(({ kid }) => kid === 'k1'));
    expect(statesAt(keys, 2 * NOTICE_MS)).toEqual({ k0: 'REVOKED', k1: 'SIGNING' });
  });

  it('is refused for a key that is unknown, and for one that was revoked before', () => {
    expect(decideRevocation(only, 'kx', 'k1', at(1))).toMatchObject({ refusal: { kind: 'KeyNotFound' } });
    expect(decideRevocation(revoked(only, 'k0', 'k1', 1), 'k0', 'k2', at(2))).toMatchObject({
      refusal: { kind: 'KeyAlreadyRevoked', revokedAt: at(1) },
    });
  });

  it('by a machine whose clock is behind still comes after what was done before', () => {
    const keys = revoked(revoked(only, 'k0', 'k1', 5_000), 'k1', 'k2', 3_000);
    expect(statesAt(keys, 5_000)).toEqual({ k0: 'REVOKED', k1: 'REVOKED', k2: 'SIGNING' });
    expect(signingKeyAt(keys.slice(2), at(3_000))?.kid).toBe('k2');
  });
});

/** One thing that happens to the keys after a while. */
type Step = { readonly waitMs: number } & (
  { readonly act: 'rotate' } | { readonly act: 'revoke'; readonly which: number }
);

const waits = fc.oneof(
  fc.integer({ min: 0, max: 2 * NOTICE_MS }),
  fc.integer({ min: 0, max: 2 * AFTERLIFE_MS }),
  fc.constantFrom(0, 1, NOTICE_MS - 1, NOTICE_MS, NOTICE_MS + 1),
);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ waitMs: waits, act: fc.constant('rotate' as const) }),
    fc.record({ waitMs: waits, act: fc.constant('revoke' as const), which: fc.nat() }),
  ),
  { maxLength: 12 },
);

/** What the table held, from which instant on. */
interface Page {
  readonly from: number;
  readonly keys: readonly KeyInstants[];
}

/** What the table held after each of the steps, whichever of them were refused. */
function history(all: readonly Step[]): readonly Page[] {
  const pages: Page[] = [{ from: 0, keys: only }];
  for (const [index, step] of all.entries()) {
    const { from, keys } = present(pages.at(-1));
    const now = from + step.waitMs;
    const newKid = `k${String(index + 1)}`;
    const decision =
      step.act === 'rotate'
        ? decideRotation(keys, newKid, at(now))
        : decideRevocation(keys, keys[step.which % keys.length]?.kid ?? '', newKid, at(now));
    pages.push({ from: now, keys: decision.ok ? after(keys, decision.value) : keys });
  }
  return pages;
}

function present(page: Page | undefined): Page {
  if (!page) throw new Error('There is a page from the first instant on.');
  return page;
}

/** The page that was open at an instant. */
function pageAt(pages: readonly Page[], ms: number): Page {
  return present(pages.findLast(({ from }) => from <= ms));
}

/** Every instant at which something begins or ends, and those beside it. */
function edges(pages: readonly Page[]): readonly number[] {
  const instants = pages.flatMap(({ from, keys }) => [
    from,
    ...keys.flatMap(({ signsFrom, retiredAt, revokedAt }) =>
      [signsFrom, retiredAt, retiredAt && new Date(retiredAt.getTime() + AFTERLIFE_MS), revokedAt]
        .filter((instant) => instant !== null)
        .map((instant) => instant.getTime() - START),
    ),
  ]);
  return [...new Set(instants.flatMap((ms) => [ms - 1, ms, ms + 1]))].filter((ms) => ms >= 0);
}

describe('whatever is rotated and revoked', () => {
  it('one key signs at every instant, past, present and planned, and no two ever', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const pages = history(all);
        const wrong = pages.flatMap(({ keys }) =>
          edges(pages).filter((ms) => {
            const signing = keys.filter((key) => keyStateAt(key, at(ms)) === 'SIGNING');
            return signing.length !== 1 || signing[0] !== signingKeyAt(keys, at(ms));
          }),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('a token verifies as long as it lives, unless its key was revoked, and then never', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const pages = history(all);
        const instants = edges(pages);
        const wrong = instants.filter((signedAt) => {
          const kid = signingKeyAt(pageAt(pages, signedAt).keys, at(signedAt))?.kid;
          const end = signedAt + LONGEST_ACCESS_TOKEN_MS + CLOCK_TOLERANCE_MS;
          const life = [...instants.filter((ms) => signedAt <= ms && ms < end), end - 1];
          return life.some((ms) => {
            const key = pageAt(pages, ms).keys.find((one) => one.kid === kid);
            return !key || isPublishedAt(key, at(ms)) !== (key.revokedAt === null);
          });
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('no key signs before its notice is over, but to replace one that was revoked', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const pages = history(all);
        const { keys } = present(pages.at(-1));
        const revocations = new Set(keys.map(({ revokedAt }) => revokedAt?.getTime()));
        for (const { kid, createdAt, signsFrom } of keys) {
          const isNoticed = signsFrom.getTime() - createdAt.getTime() >= NOTICE_MS;
          expect(kid === 'k0' || isNoticed || revocations.has(signsFrom.getTime())).toBe(true);
        }
      }),
    );
  });
});
