import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { type Chainable, type Head, type Link, linkTo, ORIGIN } from './chain.js';
import { type Break, ChainCheck, type StoredLink } from './check-chain.js';
import { headText, readHead } from './head-text.js';

const events: readonly Chainable[] = Array.from({ length: 12 }, (_, index) => ({
  eventId: `event-${String(index + 1)}`,
  entry: { action: 'verifyReport', agencyIds: ['a', 'b'], subject: { kind: 'REPORT', id: String(index) } },
}));

function chainOf(all: readonly Chainable[], from: Head = ORIGIN): readonly StoredLink[] {
  let head = from;
  return all.map((event) => {
    const link = linkTo(head, event);
    head = link;
    return { ...link, isListedRightly: true };
  });
}

/** Walks both to the longer end, as the command does. */
async function check(
  chain: readonly StoredLink[],
  log: readonly Chainable[] = events,
): Promise<Break | null> {
  const walk = new ChainCheck();
  for (let index = 0; index < Math.max(chain.length, log.length); index += 1) {
    const found = await walk.follow(chain[index] ?? null, log[index] ?? null, (link, logged) =>
      Promise.resolve({
        isLinkLogged: log.some(({ eventId }) => eventId === link.eventId),
        isLoggedLinked: chain.some(({ eventId }) => eventId === logged.eventId),
      }),
    );
    if (found) return found;
  }
  return null;
}

const places = fc.integer({ min: 0, max: events.length - 1 });
const chain = chainOf(events);
const changed = (link: StoredLink): StoredLink => ({ ...link, entry: { action: 'archiveReport' } });

describe('a chain', () => {
  it('is whole as it was made, and ends in its head', async () => {
    expect(await check(chain)).toBeNull();
    expect(await check([], [])).toBeNull();
  });

  it('has hashes that never change: they are kept elsewhere', () => {
    const first = linkTo(ORIGIN, { eventId: 'e', entry: { b: [null, true], a: 'x' } });
    const place = Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]);
    const text = '{"entry":{"a":"x","b":[null,true]},"eventId":"e"}';
    expect(first.hash).toEqual(
      createHash('sha256').update(Buffer.alloc(32)).update(text).update(place).digest(),
    );
  });

  it('shows the first entry that was changed', async () => {
    await fc.assert(
      fc.asyncProperty(places, async (at) => {
        expect(await check(chain.with(at, changed(linkAt(chain, at))))).toEqual({
          position: at + 1,
          reason: 'CHANGED',
        });
      }),
    );
  });

  it('shows what was changed and then chained anew, since the event log tells otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(places, async (at) => {
        const forged = chainOf(chain.with(at, changed(linkAt(chain, at))));
        expect(await check(forged)).toEqual({ position: at + 1, reason: 'DIFFERS_FROM_LOG' });
      }),
    );
  });

  it('shows an entry that was taken out, at its end too, with or without chaining anew', async () => {
    await fc.assert(
      fc.asyncProperty(places, async (at) => {
        const left = chain.toSpliced(at, 1);
        expect(await check(left)).toEqual({ position: at + 1, reason: 'REMOVED' });
        expect(await check(chainOf(left))).toEqual({ position: at + 1, reason: 'REMOVED' });
      }),
    );
  });

  it('shows entries that changed places', async () => {
    const [one, other] = [linkAt(chain, 3), linkAt(chain, 7)];
    const swapped = chain
      .with(3, { ...other, position: one.position })
      .with(7, { ...one, position: other.position });
    expect(await check(swapped)).toEqual({ position: 4, reason: 'REORDERED' });
    expect(await check(chainOf(swapped))).toEqual({ position: 4, reason: 'REORDERED' });
  });

  it('shows an entry that was put in, or whose event was taken out of the log', async () => {
    const forged = chainOf([...events.slice(0, 5), { eventId: 'x', entry: {} }, ...events.slice(5)]);
    expect(await check(forged)).toEqual({ position: 6, reason: 'NOT_IN_LOG' });
    expect(await check(chain, events.slice(0, -1))).toEqual({ position: 12, reason: 'NOT_IN_LOG' });
    expect(await check(chain, events.toSpliced(2, 1))).toEqual({ position: 3, reason: 'NOT_IN_LOG' });
  });

  it('shows a hash that was overwritten, and lists that tell otherwise', async () => {
    const overwritten: Link = { ...linkAt(chain, 4), hash: Buffer.alloc(32, 1) };
    expect(await check(chain.with(4, { ...overwritten, isListedRightly: true }))).toEqual({
      position: 5,
      reason: 'CHANGED',
    });
    expect(await check(chain.with(4, { ...linkAt(chain, 4), isListedRightly: false }))).toEqual({
      position: 5,
      reason: 'LISTED_WRONGLY',
    });
  });
});

describe('the one text of a value', () => {
  it('does not depend on the order in which it was written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('a head', () => {
  it('is read as it was written', () => {
    const head = linkAt(chain, 11);
    expect(readHead(headText(head))).toEqual({ position: 12, hash: head.hash });
    expect(readHead('12')).toBeNull();
    expect(readHead(`${headText(head)}0`)).toBeNull();
  });
});

function linkAt(links: readonly StoredLink[], index: number): StoredLink {
  const link = links[index];
  if (!link) throw new Error('There is no such link.');
  return link;
}
