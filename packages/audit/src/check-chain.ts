import { canonicalJson } from './canonical-json.js';
import { type Chainable, type Head, type Link, linkTo, ORIGIN } from './chain.js';

/** Where a chain is broken first, and how. */
export interface Break {
  readonly position: number;
  readonly reason:
    /** The entry, its event or its hash is not what it was. */
    | 'CHANGED'
    /** An entry is missing, here or from here on, that the event log has. */
    | 'REMOVED'
    /** Another entry belongs here. */
    | 'REORDERED'
    /** The event log has no such event: it was removed there, or the entry was put in. */
    | 'NOT_IN_LOG'
    /** The event log tells otherwise. */
    | 'DIFFERS_FROM_LOG'
    /** What lists are made of says otherwise than the entry. */
    | 'LISTED_WRONGLY';
}

/** A link as it lies in the table; `isListedRightly` compares it with what lists are made of. */
export interface StoredLink extends Link {
  readonly isListedRightly: boolean;
}

/** Where the chain has one event and the log another: whether each knows the other one at all. */
export interface OtherEvent {
  readonly isLinkLogged: boolean;
  readonly isLoggedLinked: boolean;
}

/** Checks a chain link by link beside the log that it was made from, both in their order, however long they are. */
export class ChainCheck {
  private at: Head = ORIGIN;

  get head(): Head {
    return this.at;
  }

  /** The next of both; null for the one that has come to its end. `compare` is asked when they are not of one event. */
  async follow(
    link: StoredLink | null,
    logged: Chainable | null,
    compare: (link: Link, logged: Chainable) => Promise<OtherEvent>,
  ): Promise<Break | null> {
    const position = this.at.position + 1;
    if (!link) return { position, reason: 'REMOVED' };
    if (link.position !== position) return { position, reason: 'REMOVED' };
    if (!logged) return { position, reason: 'NOT_IN_LOG' };
    const reason =
      link.eventId === logged.eventId ? this.judge(link, logged) : whyOther(await compare(link, logged));
    if (reason) return { position, reason };
    this.at = link;
    return null;
  }

  private judge(link: StoredLink, logged: Chainable): Break['reason'] | null {
    const isOriginal = linkTo(this.at, logged).hash.equals(link.hash);
    const isSame = canonicalJson(link.entry) === canonicalJson(logged.entry);
    if (!isSame) return isOriginal ? 'CHANGED' : 'DIFFERS_FROM_LOG';
    if (!isOriginal) return 'CHANGED';
    return link.isListedRightly ? null : 'LISTED_WRONGLY';
  }
}

function whyOther({ isLinkLogged, isLoggedLinked }: OtherEvent): Break['reason'] {
  if (!isLinkLogged) return 'NOT_IN_LOG';
  return isLoggedLinked ? 'REORDERED' : 'REMOVED';
}
