import { availableParallelism, loadavg } from 'node:os';
import type { PageQueryResult } from './gateway/page-query.bench.js';
import { table, verdict } from './markdown.js';
import { median } from './measure/statistics.js';
import { type NationalResults, renderNationalResults } from './national/national-results.js';

/** Ours is to spend at most half of what the library's gateway spends. */
const TARGET = 2;

/** Load averages of a run: how many processes wanted a core, over a minute each. */
export interface Load {
  readonly before: number;
  readonly after: number;
}

/** How many processes want a core now, averaged over the last minute. */
export function loadNow(): number {
  return loadavg()[0] ?? NaN;
}

/** The results as a page; without a date, so that only figures change from run to run. */
export function renderResults(
  results: readonly PageQueryResult[],
  national: NationalResults,
  load: Load,
): string {
  return `# Benchmark results

Written by \`npm run bench\`. Machine: ${availableParallelism()} cores, ${process.platform} ${process.arch},
Node ${process.version}; load average ${load.before.toFixed(1)} before and ${load.after.toFixed(1)} after the run. What
else the machine did is not known; with a load above the number of cores, times are mostly waiting, and only ratios, rows
and statements tell something.

## The gateway's page query

Our gateway as it runs in production, against \`ApolloServer\` with \`ApolloGateway\` and \`RemoteGraphQLDataSource\` at
their default settings, before the same subgraphs. Target: stock spends at least ${TARGET.toFixed(1)} times our CPU time per request.

${operations(results)}

${results.map(describe).join('\n')}

## How to read it

- **CPU** is user and system time of the gateway's process per request, all threads, garbage collection included: the
  median of the rounds. What it costs depends on the machine; **the ratio** is what to compare. It is the median of the
  ratios of the rounds, in which the gateways take turns, so that what else the machine does meets both.
- **p50 and p99** are times until the answer was there, over all rounds. With several requests under way on few cores
  they are mostly waiting for a core, which the load average tells about. They show an order, not a promise.
- Before anything is measured, both gateways must give deeply equal answers without errors, and their hot code is warm.
- **Fetches** are counted at the subgraphs, for one answer. These make up their data from the committed schemas, every
  field filled in, and answer from memory; their time is not counted.
- Ours also signs a viewer for each fetch, measures documents against limits and keeps deadlines; stock does not. Client
  and subgraphs run on the same machine.

${renderNationalResults(national)}
`;
}

const HEADINGS = [
  'Operation',
  'Answer',
  'Fetches',
  'CPU ours',
  'CPU stock',
  'Ratio',
  'p50 / p99 ours',
  'p50 / p99 stock',
];

function operations(results: readonly PageQueryResult[]): string {
  const rows = results.map(({ operation, bytes, fetches, ours, theirs, ratios }) => [
    operation.name,
    `${(bytes / 1_000).toFixed(1)} kB`,
    fetches.ours === fetches.theirs ? String(fetches.ours) : `${fetches.ours} (stock ${fetches.theirs})`,
    `${ours.cpuMs.toFixed(2)} ms`,
    `${theirs.cpuMs.toFixed(2)} ms`,
    `**${median(ratios).toFixed(2)}**`,
    `${ours.p50Ms.toFixed(1)} / ${ours.p99Ms.toFixed(1)} ms`,
    `${theirs.p50Ms.toFixed(1)} / ${theirs.p99Ms.toFixed(1)} ms`,
  ]);
  return table(HEADINGS, rows);
}

function describe({ operation: { name, effort }, ratios }: PageQueryResult): string {
  const each = ratios.map((ratio) => ratio.toFixed(2)).join(', ');
  return `- ${name}: ${effort.rounds} rounds of ${effort.requests} requests to each gateway, ${effort.concurrency} at once; ratios of the rounds ${each}; ${verdict(median(ratios) >= TARGET)}.`;
}
