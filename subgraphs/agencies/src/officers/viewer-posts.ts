import type { AgenciesContext } from '../context.js';
import type { ViewerPost } from './officer-visibility.rules.js';

/** The viewer's posts with the places of their agencies; a post in an unknown agency counts for nothing. */
export async function viewerPosts({ viewer, loaders }: AgenciesContext): Promise<readonly ViewerPost[]> {
  const posts = await Promise.all(
    viewer.appointments.map(async ({ role, agencyId }) => {
      const agency = await loaders.agency.load({ id: agencyId });
      return agency && { role, place: { path: agency.path, housePath: agency.house_path } };
    }),
  );
  return posts.filter((post) => post !== null);
}
