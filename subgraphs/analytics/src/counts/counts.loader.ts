import { type Clock, isUuid, type Viewer } from '@satu-pintu/domain-kit';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { CountsView } from './counts-view.js';
import { readLiveCounts } from './live-counts.query.js';
import { readPlaces } from './places.query.js';
import { readPublishedCounts } from './published-counts.query.js';
import { agenciesOfReach, reaches, watchesTheCountry } from './reach.rules.js';

/** What the viewer may see of an agency, by its id; null for an agency that is not known. In capitals it is the same id. */
export type CountsLoader = DataLoader<string, CountsView | null>;

/** Reads a page of agencies in one statement, with one more for the reach of an officer who does not watch the country. */
export function createCountsLoader(database: DataSource, clock: Clock, viewer: Viewer): CountsLoader {
  return new DataLoader(async (agencyIds) => {
    const asked = [...new Set(agencyIds.filter(isUuid).map((id) => id.toLowerCase()))];
    const { live, published } = await splitByReach(database, viewer, asked);
    const views = new Map([
      ...(live.length > 0 ? await readLiveCounts(database, live, clock.now()) : []),
      ...(published.length > 0 ? await readPublishedCounts(database, published) : []),
    ]);
    return agencyIds.map((id) => views.get(id.toLowerCase()) ?? null);
  });
}

async function splitByReach(
  database: DataSource,
  viewer: Viewer,
  asked: readonly string[],
): Promise<{ live: readonly string[]; published: readonly string[] }> {
  if (watchesTheCountry(viewer)) return { live: asked, published: [] };
  const own = agenciesOfReach(viewer).filter(isUuid);
  if (own.length === 0 || asked.length === 0) return { live: [], published: asked };
  const places = await readPlaces(database, [...asked, ...own]);
  const from = own.flatMap((id) => places.get(id) ?? []);
  const isLive = (id: string): boolean => {
    const place = places.get(id);
    return place !== undefined && reaches(from, place);
  };
  return { live: asked.filter(isLive), published: asked.filter((id) => !isLive(id)) };
}
