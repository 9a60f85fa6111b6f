import type { EntityManager } from 'typeorm';
import { findFewMatches } from '../search/few-matches.query.js';
import { findFewHeld } from './few-held.query.js';
import { findFewInStates } from './few-in-states.query.js';
import { findFewOfDays, type Span } from './few-of-days.query.js';
import type { Kind } from './report-kind.js';

/** What of a list may leave few reports. */
export interface Narrowing {
  /** Ids among which to look; null for all. */
  readonly among: readonly string[] | null;
  /** Words that the reports hold; null for none. */
  readonly words: string | null;
  /** Also look for them in what was filed, and not published. */
  readonly alsoAsFiled: boolean;
  /** Agencies of which one holds each report; null for any. */
  readonly holders: readonly string[] | null;
  readonly kind: Kind;
  /** When the reports were submitted, where the order of the list does not lead there; null otherwise. */
  readonly span: Span | null;
}

/**
 * The reports among which a list is to be made, where states, words, holders or days leave few; null where they leave many. An
 * empty answer needs no list.
 */
export async function findFewListed(
  tx: EntityManager,
  { among, words, alsoAsFiled, holders, kind, span }: Narrowing,
): Promise<readonly string[] | null> {
  const probes = [
    kind.states === null ? null : () => findFewInStates(tx, kind.states ?? []),
    words === null ? null : () => findFewMatches(tx, words, alsoAsFiled),
    holders === null ? null : () => findFewHeld(tx, holders, kind),
    span === null ? null : () => findFewOfDays(tx, span),
  ];
  let few = among;
  for (const probe of probes) {
    if (few?.length === 0) return few;
    few = inBoth(few, probe && (await probe()));
  }
  return few;
}

/** Null stands for all there are. */
function inBoth(some: readonly string[] | null, others: readonly string[] | null): readonly string[] | null {
  if (some === null || others === null) return some ?? others;
  const wanted = new Set(others);
  return some.filter((id) => wanted.has(id));
}
