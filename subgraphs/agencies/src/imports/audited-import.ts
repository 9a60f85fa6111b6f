import { type AuditedDeed, isDenial, recordAudit } from '@satu-pintu/audit';
import type { EntityManager } from 'typeorm';
import type { HeldPost } from '../requests/held-posts.query.js';
import type { ImportRecord } from './import-record.js';
import type { RowResult } from './row-outcome.js';

/** Who imports, and for which agency. */
interface Importing {
  readonly tx: EntityManager;
  readonly record: ImportRecord;
  readonly posts: readonly HeldPost[];
  readonly now: Date;
}

const PLACES = /* sql */ `
  select id, id as "agencyId" from agency where id = any($1::uuid[])
  union all
  select id, agency_id from officer where id = any($1::uuid[])
`;

/** Writes down each thing that an import has made or changed, as if it had been asked for alone. */
export async function recordChanges(
  { tx, record, posts, now }: Importing,
  results: readonly RowResult[],
): Promise<void> {
  const subjectIds = results.flatMap((result) =>
    result.outcome === 'CREATE' || result.outcome === 'CHANGE' ? [result.subjectId] : [],
  );
  const places = await tx.query<{ id: string; agencyId: string }[]>(PLACES, [subjectIds]);
  const kind = record.kind === 'UNITS' ? 'AGENCY' : 'OFFICER';
  const deeds = places.map(({ id, agencyId }): AuditedDeed => {
    const deed = deedOf(record, posts);
    return {
      ...deed,
      outcome: 'ACCEPTED',
      code: null,
      subject: { kind, id },
      agencyIds: [...deed.agencyIds, agencyId],
    };
  });
  await recordAudit(tx, now, ...deeds);
}

/** Writes down that rows were denied, once for each reason; what was merely written wrongly is no denial. */
export async function recordDenials(
  { tx, record, posts, now }: Importing,
  results: readonly RowResult[],
): Promise<void> {
  const kinds = results.flatMap((result) =>
    result.outcome === 'REFUSED' && isDenial(result.refusal) ? [result.refusal.kind] : [],
  );
  const deeds = [...new Set(kinds)].map((code): AuditedDeed => ({
    ...deedOf(record, posts),
    outcome: 'REFUSED',
    code,
    subject: { kind: 'AGENCY', id: record.agencyId },
  }));
  await recordAudit(tx, now, ...deeds);
}

/** Writes down that the invitations of an import are handed out, before they are. */
export async function recordInvitationsTold({ tx, record, posts, now }: Importing): Promise<void> {
  await recordAudit(tx, now, {
    ...deedOf(record, posts),
    action: 'importInvitations',
    outcome: 'READ',
    code: null,
    subject: { kind: 'AGENCY', id: record.agencyId },
  });
}

function deedOf(
  { agencyId }: ImportRecord,
  [first]: readonly HeldPost[],
): Pick<AuditedDeed, 'action' | 'actor' | 'agencyIds'> {
  const action = 'requestImport';
  if (!first) return { action, actor: { kind: 'SOMEBODY' }, agencyIds: [agencyId] };
  const { role, officerId, agencyId: own } = first;
  return { action, actor: { kind: 'OFFICER', role, agencyId: own, officerId }, agencyIds: [own, agencyId] };
}
