import type { PublishedCounts } from '../open-data/published-counts.js';
import type { CountCell } from './counts.rules.js';

/** What one viewer may see of one agency: its live cells, or what was last published. */
export type CountsView =
  | {
      readonly kind: 'live';
      readonly agencyId: string;
      readonly asOf: Date;
      readonly cells: readonly CountCell[];
    }
  | {
      readonly kind: 'published';
      readonly agencyId: string;
      readonly asOf: Date;
      readonly counts: PublishedCounts;
    };
