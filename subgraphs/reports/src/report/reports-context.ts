import type { Viewer } from '@satu-pintu/domain-kit';
import type { ReportNewsParts } from '../live/report-news.js';
import type { SearchAllowance } from '../duplicates/search-allowance.js';
import type { Loaders } from './loaders.js';
import type { ReportDoor } from './report-door.js';

/** What one request to this subgraph carries. */
export interface ReportsContext {
  readonly viewer: Viewer;
  readonly loaders: Loaders;
  readonly door: ReportDoor;
  readonly duplicateSearches: SearchAllowance;
  /** For subscriptions, which begin before any resolver object is asked. */
  readonly news: ReportNewsParts;
}
