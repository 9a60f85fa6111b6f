import type { Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { ReportEntity } from '../report/report.entity.js';
import type { ProofOfOwnership } from '../privacy/ownership.js';
import { loadArchivers } from '../report/history.store.js';
import { type KnownAgency, loadAgencies } from './agency.store.js';
import { type PlacedAppointment, type Standing, standingOf, standingWithin } from './standing.js';

const LEADING_HOLDER = /* sql */ `select holder_agency_id as id from report where id = $1`;

/** The viewer's posts with their places; posts in agencies that we have not heard of give no authority. */
export function placePosts(
  viewer: Viewer,
  agencies: ReadonlyMap<string, KnownAgency>,
): readonly PlacedAppointment[] {
  return viewer.appointments.flatMap((post) => {
    const place = agencies.get(post.agencyId);
    return place?.isActive === true ? [{ ...post, place }] : [];
  });
}

/** The viewer's posts with their places, as they are now. */
export async function loadPosts(tx: EntityManager, viewer: Viewer): Promise<readonly PlacedAppointment[]> {
  const agencies = await loadAgencies(
    tx,
    viewer.appointments.map((post) => post.agencyId),
  );
  return placePosts(viewer, agencies);
}

/** Only after an appeal does it matter who has archived a report, and only for officers. */
export function mayHaveArchived({ appealCount }: ReportEntity, { appointments }: Viewer): boolean {
  return appealCount > 0 && appointments.length > 0;
}

/** The standing of a viewer towards one report, and the agency that holds it. */
export async function loadStanding(
  tx: EntityManager,
  report: ReportEntity,
  viewer: Viewer,
  proof: ProofOfOwnership,
): Promise<{ readonly standing: Standing; readonly holder: KnownAgency }> {
  const leadId = await findLeadingHolder(tx, report);
  const ids = [report.holderAgencyId, leadId ?? [], viewer.appointments.map((post) => post.agencyId)].flat();
  const agencies = await loadAgencies(tx, ids);
  const holder = agencies.get(report.holderAgencyId);
  if (!holder) throw new Error(`Report ${report.id} is held by an agency that is not known.`);
  const archivers = mayHaveArchived(report, viewer) ? await loadArchivers(tx, report.id) : undefined;
  const posts = placePosts(viewer, agencies);
  const own = standingOf(posts, holder, proof.isReporter(report), archivers);
  const lead = leadId === null ? undefined : agencies.get(leadId);
  return { standing: lead ? standingWithin(own, standingOf(posts, lead, false)) : own, holder };
}

/** Who holds the report into which this one is merged; null while it is not. */
async function findLeadingHolder(tx: EntityManager, { mergedIntoId }: ReportEntity): Promise<string | null> {
  if (mergedIntoId === null) return null;
  const [lead] = await tx.query<{ id: string }[]>(LEADING_HOLDER, [mergedIntoId]);
  return lead?.id ?? null;
}
