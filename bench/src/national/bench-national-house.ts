import { benchCounts } from './counts.bench.js';
import { benchDuplicates } from './duplicates.bench.js';
import { benchFiling } from './filing.bench.js';
import { benchInbox } from './inbox.bench.js';
import { type HouseOptions, openNationalHouse } from './national-house.js';
import type { NationalResults } from './national-results.js';
import { benchSearch } from './search.bench.js';

/** Everything that is measured in a house of many reports, one thing after the other. */
export async function benchNationalHouse(options: HouseOptions): Promise<NationalResults> {
  const house = await openNationalHouse(options);
  const { log } = options;
  try {
    log('lists');
    const inboxes = await benchInbox(house);
    log('searches');
    const searches = await benchSearch(house);
    log('duplicates');
    const duplicates = await benchDuplicates(house);
    log('numbers');
    const counts = await benchCounts(house);
    log('filing');
    const filing = await benchFiling(house);
    return { reports: house.reports, filing, inboxes, searches, duplicates, counts };
  } finally {
    await house.close();
  }
}
