import type { Appointment, Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { loadAgencies } from '../hierarchy/agency.store.js';
import { placePosts } from '../hierarchy/standing.store.js';

/** The viewer's post at the national desk, for what concerns no single report; null for everybody else. */
export async function findNationalPost(tx: EntityManager, viewer: Viewer): Promise<Appointment | null> {
  const agencies = await loadAgencies(
    tx,
    viewer.appointments.map((post) => post.agencyId),
  );
  return placePosts(viewer, agencies).find((post) => post.role === 'NATIONAL_ADMIN') ?? null;
}
