import type { Viewer } from '@satu-pintu/domain-kit';
import { createLoaders, listReports, openStatesOf, type ReportListRequest } from '@satu-pintu/reports';
import { explain } from '../measure/explain.js';
import { Recorder, type Statement } from '../measure/recorder.js';
import { quantile } from '../measure/statistics.js';
import type { NationalHouse } from './national-house.js';

/** A list that somebody opens. */
export interface ListCase {
  readonly name: string;
  readonly viewer: Viewer;
  readonly orderBy: ReportListRequest['orderBy'];
  readonly filter: ReportListRequest['filter'];
  /** Only what is open, as an inbox has it. */
  readonly isInbox?: boolean;
  readonly words?: string;
  /** Which page, from 1; default 1. */
  readonly page?: number;
}

/** What it took. */
export interface ListResult {
  readonly name: string;
  /** Reports on the page. */
  readonly found: number;
  /** Milliseconds until the whole page was there, with all that belongs to its reports. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly allMs: readonly number[];
  /** Statements sent for one page, and for how many kinds of things. */
  readonly statements: number;
  readonly kinds: number;
  /** Most rows that a step of the list's own plan read, and which. */
  readonly mostRows: number;
  readonly step: string;
}

const PAGE = 20;
const SLOW_MS = 1_000;
const FEW = 3;

/** Opens a page several times and looks at the plan of its list. */
export async function measureList(
  house: NationalHouse,
  listCase: ListCase,
  runs: number,
): Promise<ListResult> {
  const request = await requestOf(house, listCase);
  const first = await openPage(house, listCase.viewer, request);
  const allMs: number[] = [];
  // What takes so long tells enough after a few times.
  for (let run = 0; run < (first.ms > SLOW_MS ? FEW : runs); run += 1)
    allMs.push((await openPage(house, listCase.viewer, request)).ms);
  // Where no report holds the words, nothing is asked after that.
  const list =
    first.statements.find(({ sql }) => sql.includes('left join report_words')) ?? first.statements.at(-1);
  if (!list) throw new Error(`${listCase.name}: nothing was asked for.`);
  const { mostRows, step } = await explain(house.client, list);
  return {
    name: listCase.name,
    found: first.found,
    p50Ms: quantile(allMs, 0.5),
    p95Ms: quantile(allMs, 0.95),
    allMs,
    statements: first.statements.length,
    kinds: new Set(first.statements.map(tableOf)).size,
    mostRows,
    step,
  };
}

async function requestOf(house: NationalHouse, listCase: ListCase): Promise<ReportListRequest> {
  const { filter, isInbox = false, orderBy, words = null, page = 1, viewer } = listCase;
  const asked = isInbox ? Object.assign({}, filter, { states: openStatesOf(filter) }) : filter;
  const request = { filter: asked, words, among: null, orderBy, limit: PAGE, after: null, now: house.now };
  if (page === 1) return request;
  const rows = await listReports(house.reportsDatabase.manager, viewer, {
    ...request,
    limit: PAGE * (page - 1) - 1,
  });
  const last = rows.at(-1);
  return { ...request, after: last ? { at: last.sortedAt, id: last.id } : null };
}

interface OpenedPage {
  readonly ms: number;
  readonly found: number;
  readonly statements: readonly Statement[];
}

/** The list, and all that a page shows of each report, by the loaders of one request. */
async function openPage(
  house: NationalHouse,
  viewer: Viewer,
  request: ReportListRequest,
): Promise<OpenedPage> {
  const { statements, manager } = new Recorder(house.reportsDatabase.manager);
  const since = performance.now();
  const reports = (await listReports(manager, viewer, request)).slice(0, PAGE);
  const loaders = createLoaders(manager, () => house.now, viewer);
  await Promise.all(
    reports.flatMap(({ id, categoryId, holderAgencyId }) => [
      loaders.agencies.load(holderAgencyId),
      ...(categoryId === null ? [] : [loaders.categories.load(categoryId)]),
      loaders.clocks.load(id),
      loaders.dispositions.load(id),
      loaders.history.load(id),
      loaders.latestFollowUps.load(id),
    ]),
  );
  return { ms: performance.now() - since, found: reports.length, statements };
}

function tableOf({ sql }: Statement): string {
  return /\bfrom\s+(\w+)/.exec(sql)?.[1] ?? sql;
}
