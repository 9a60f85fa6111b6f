import { writeFile } from 'node:fs/promises';
import { benchPageQuery } from './gateway/page-query.bench.js';
import { loadNow, renderResults } from './results.js';

/** Beside the workspace's package.json, seen from the built file. */
const RESULTS = new URL('../../RESULTS.md', import.meta.url);

const before = loadNow();
const results = await benchPageQuery();
const page = renderResults(results, { before, after: loadNow() });
await writeFile(RESULTS, page);
process.stdout.write(page);
