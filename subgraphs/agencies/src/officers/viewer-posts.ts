import type { AgenciesContext } from '../context.js';
import type { ViewerPost } from './officer-visibility.rules.js';

/**
 * The viewer's posts with the places of their agencies, as they are now and not as the token remembers them. A post in
 * an unknown agency, and one that has ended or moved since, counts for nothing.
 */
export async function viewerPosts(context: AgenciesContext): Promise<readonly ViewerPost[]> {
  const { viewer, loaders } = context;
  const [lost, ...posts] = await Promise.all([
    loaders.lostPosts(),
    ...viewer.appointments.map(async ({ role, agencyId, officerId }) => {
      const agency = await loaders.agency.load({ id: agencyId });
      return agency && { officerId, role, place: { path: agency.path, housePath: agency.house_path } };
    }),
  ]);
  return posts.filter((post) => post !== null).filter(({ officerId }) => !lost.has(officerId));
}
