import { accept, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';

/** What of a person goes with the account. */
export const ERASED_KINDS = [
  'ACCOUNT',
  'SESSIONS',
  'PASSKEYS',
  'SECOND_FACTOR',
  'REPORT_LINKS',
  'NOTIFICATIONS',
] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];

/** What stays without the person, because a law wants it kept or the service needs it for minutes. */
export const KEPT_KINDS = ['REPORTS', 'ACCESS_RECEIPTS', 'POSTS', 'REVOCATION'] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** Somebody still serves: an office would be left without whoever answers for it. */
export interface PostStillHeld {
  readonly kind: 'PostStillHeld';
  /** Ids of the posts. */
  readonly officerIds: readonly string[];
}

/** How much of each kind went or stays; what there was none of is missing. */
export interface ErasureReceipt {
  readonly erasedAt: Date;
  readonly erased: readonly Counted<ErasedKind>[];
  readonly kept: readonly Counted<KeptKind>[];
}

/** Some of one kind. */
export interface Counted<Kind> {
  readonly kind: Kind;
  readonly count: number;
}

/** An account goes when nobody serves by it any more, and its owner has said so on purpose. */
export function decideErasure(
  officerIds: readonly string[],
  isConfirmed: boolean,
): Decision<true, PostStillHeld | InvalidInput> {
  if (officerIds.length > 0) return refuse({ kind: 'PostStillHeld', officerIds });
  return isConfirmed ? accept(true) : refuse({ kind: 'InvalidInput', field: 'confirm', reason: 'EMPTY' });
}

/** What is told of the erasure: everything that there was some of. */
export function receiptOf(
  found: Readonly<
    Record<
      'sessions' | 'passkeys' | 'secondFactors' | 'links' | 'notifications' | 'receipts' | 'posts',
      number
    >
  >,
  erasedAt: Date,
): ErasureReceipt {
  return {
    erasedAt,
    erased: some<ErasedKind>([
      { kind: 'ACCOUNT', count: 1 },
      { kind: 'SESSIONS', count: found.sessions },
      { kind: 'PASSKEYS', count: found.passkeys },
      { kind: 'SECOND_FACTOR', count: found.secondFactors },
      { kind: 'REPORT_LINKS', count: found.links },
      { kind: 'NOTIFICATIONS', count: found.notifications },
    ]),
    kept: some<KeptKind>([
      { kind: 'REPORTS', count: found.links },
      { kind: 'ACCESS_RECEIPTS', count: found.receipts },
      { kind: 'POSTS', count: found.posts },
      { kind: 'REVOCATION', count: 1 },
    ]),
  };
}

function some<Kind>(all: readonly Counted<Kind>[]): readonly Counted<Kind>[] {
  return all.filter(({ count }) => count > 0);
}
