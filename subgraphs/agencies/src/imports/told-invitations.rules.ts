import type { ImportRecord } from './import-record.js';

/** How long the invitations of an import can be fetched. */
const TOLD_MS = 24 * 60 * 60_000;

/**
 * When the invitations of an import were made, if they can be fetched now: by whoever asked for it, for a day. They
 * could renew each of them one by one anyway; nobody else gets to know them.
 */
export function invitationsSince(
  record: ImportRecord,
  officerIds: readonly string[],
  now: Date,
): Date | null {
  const { kind, isDryRun, state, rowsCreated, endedAt, postIds } = record;
  const hasSome = kind === 'OFFICERS' && !isDryRun && state === 'DONE' && rowsCreated > 0;
  const isTheirs = postIds.some((id) => officerIds.includes(id));
  if (!hasSome || !isTheirs || endedAt === null) return null;
  return now.getTime() < endedAt.getTime() + TOLD_MS ? endedAt : null;
}
