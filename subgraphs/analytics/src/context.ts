import type { Clock, Viewer } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';
import { type CountsLoader, createCountsLoader } from './counts/counts.loader.js';
import type { CountsFeed } from './counts/counts-feed.js';
import { readRoot } from './counts/places.query.js';

/** Everything one request needs. */
export interface AnalyticsContext {
  readonly viewer: Viewer;
  readonly counts: CountsLoader;
  readonly feed: CountsFeed;
  /** The agency of the whole country; null until the tree has arrived. */
  root(): Promise<string | null>;
}

/** Contexts whose loaders live as long as one request, or one look of a subscription. */
export function contextFactory(database: DataSource, clock: Clock, feed: CountsFeed) {
  return (viewer: Viewer): AnalyticsContext => ({
    viewer,
    counts: createCountsLoader(database, clock, viewer),
    feed,
    root: () => readRoot(database),
  });
}
