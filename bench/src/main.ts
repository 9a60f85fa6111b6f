import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchPageQuery } from './gateway/page-query.bench.js';
import { benchNationalHouse } from './national/bench-national-house.js';
import { loadNow, renderResults } from './results.js';

/** Beside the workspace's package.json, seen from the built file. */
const RESULTS = new URL('../../RESULTS.md', import.meta.url);

const { values } = parseArgs({
  options: { reports: { type: 'string', default: '20000' }, house: { type: 'string' } },
});

const before = loadNow();
const national = await benchNationalHouse({
  reports: Number(values.reports),
  folder: values.house === undefined ? null : resolve(values.house),
  now: new Date(),
  log: (line) => process.stderr.write(`${line}\n`),
});
const gateway = await benchPageQuery();
const page = renderResults(gateway, national, { before, after: loadNow() });
await writeFile(RESULTS, page);
process.stdout.write(page);
