import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { loadValidCategories } from '../src/category/category.store.js';
import { readSample } from '../src/demo/sample-row.js';
import { topicOf } from '../src/demo/topic.rules.js';
import { dataFile } from '../src/persistence/data-file.js';
import { entities } from './support/entities.js';
import { filledId, fillReports, type FilledReport } from './support/fill-reports.js';
import { national, stranger } from './support/people.js';
import { type MadeCase, type MadeReport, makeCases } from './support/report-pairs.js';
import { type ReportsService, startReports } from './support/reports-service.js';

/*
 * How good the search for duplicates is, on the two sets of pairs that we have. What it gives is published in
 * docs/quality/duplicates.md: this test fails when the page says something else, and shows what it should say.
 */

const CASES = 400;
const SEED = 20_260_710;
const FIRST_DAY = Date.parse('2026-05-01T02:00:00Z');
const DAY_MS = 86_400_000;

let service: ReportsService;
const table: string[] = [];

beforeAll(async () => {
  service = await startReports();
}, 60_000);
afterAll(() => service.close());

/** What was found for one report, best first, by id. */
type Found = readonly { readonly report: { readonly id: string }; readonly likeness: string }[];

const FOUND = 'report { id } likeness matchedOn';

/** Share of so many, as the page has it. */
function share(count: number, all: number): string {
  return `${String(count)} of ${String(all)} (${((100 * count) / all).toFixed(1)} %)`;
}

const placeOf = (found: Found, key: string): number =>
  found.findIndex(({ report }) => report.id === filledId(key));

describe('for the pairs of the demonstration set', () => {
  interface Pair {
    readonly a: string;
    readonly b: string;
    readonly kind: string;
    readonly isDuplicate: boolean;
  }
  const found = new Map<string, Found>();
  let pairs: readonly Pair[];

  beforeAll(async () => {
    pairs = parse<Record<string, string>>(await readFile(dataFile('demo/duplicate-pairs.csv'), 'utf8'), {
      columns: true,
    }).map((row) => ({
      a: row.id_a ?? '',
      b: row.id_b ?? '',
      kind: row.kind ?? '',
      isDuplicate: row.is_duplicate === '1',
    }));
    const categories = await loadValidCategories(service.database.manager, '2019-12-31');
    const rows = (await readSample()).flatMap((row): FilledReport[] => {
      const topic = topicOf(row, categories);
      if (!topic) return [];
      const title = row.title || row.body.slice(0, 60);
      return [{ ...row, key: row.id, title, categoryId: topic.id, at: row.createdAt }];
    });
    await fillReports(service.database, rows);
    for (const id of new Set(pairs.flatMap(({ a, b }) => [a, b])))
      found.set(id, await duplicatesOf(filledId(id)));
  }, 240_000);

  async function duplicatesOf(id: string): Promise<Found> {
    const fields = `... on Report { likelyDuplicates(first: 5) { ${FOUND} } }`;
    const { data, errors } = await entities(service.ask, [{ __typename: 'Report', id }], fields, national);
    expect(errors).toEqual([]);
    return (
      (data as { _entities: readonly { likelyDuplicates: Found }[] })._entities[0]?.likelyDuplicates ?? []
    );
  }

  /** Both ways: each report of a pair looks for the other one. */
  function count(kind: string, counts: (found: Found, key: string) => boolean): [number, number] {
    const ways = pairs
      .filter((pair) => pair.kind === kind)
      .flatMap(({ a, b }) => [[a, b] as const, [b, a] as const]);
    return [ways.filter(([a, b]) => counts(found.get(a) ?? [], b)).length, ways.length];
  }

  it.each([
    'typo_slang',
    'resend_other_channel',
    'paraphrase_same_incident',
    'same_incident_other_reporter_detail',
  ])('nine of ten duplicates of the kind %s are among the first five', (kind) => {
    const first = count(kind, (list, key) => placeOf(list, key) === 0);
    const five = count(kind, (list, key) => placeOf(list, key) >= 0);
    table.push(`| demonstration, ${kind} | ${share(...first)} | ${share(...five)} | |`);
    expect(five[0] / five[1]).toBeGreaterThanOrEqual(0.9);
  });

  it.each(['hard_negative_same_place_other_issue', 'hard_negative_same_issue_other_place'])(
    'hardly any pair of the kind %s is called likely',
    (kind) => {
      const high = count(kind, (list, key) => list[placeOf(list, key)]?.likeness === 'HIGH');
      const listed = count(kind, (list, key) => placeOf(list, key) >= 0);
      table.push(`| demonstration, ${kind} | | ${share(...listed)} | ${share(...high)} called HIGH |`);
      expect(high[0] / high[1]).toBeLessThanOrEqual(0.1);
    },
  );
});

describe('for pairs made up by our own generator', () => {
  let cases: readonly MadeCase[];

  beforeAll(async () => {
    await service.database.query(
      'truncate report_words, support, clock, history_entry, disposition, report cascade',
    );
    cases = makeCases(CASES, SEED);
    const filled = cases
      .flatMap(({ duplicate, otherPlace, otherIssue }) => [duplicate, otherPlace, otherIssue])
      .map((report): FilledReport => ({ ...report, at: new Date(FIRST_DAY + report.day * DAY_MS) }));
    await fillReports(service.database, filled);
  }, 240_000);

  async function forDraft(report: MadeReport, hasCategory: boolean): Promise<Found> {
    const { title, body, place, categoryId, regionCode } = report;
    const query = `query ($draft: ReportDraft!, $place: String) { likelyDuplicates(draft: $draft, place: $place) { ${FOUND} } }`;
    const draft = { title, body, regionCode, categoryId: hasCategory ? categoryId : null };
    const { data, errors } = await service.ask(query, { draft, place }, stranger);
    expect(errors).toEqual([]);
    return (data as { likelyDuplicates: Found }).likelyDuplicates;
  }

  it.each([
    ['with a topic', true],
    ['without a topic', false],
  ])(
    'the true one is among the first five and stands before those that only look alike, %s',
    async (name, hasCategory) => {
      const lists: Found[] = [];
      for (const { report } of cases) lists.push(await forDraft(report, hasCategory));
      const of = (holds: (list: Found, made: MadeCase) => boolean): number =>
        cases.filter((made, index) => holds(lists[index] ?? [], made)).length;
      const stands = (list: Found, { key }: MadeReport): number => {
        const place = placeOf(list, key);
        return place === -1 ? 5 : place;
      };
      const first = of((list, { duplicate }) => placeOf(list, duplicate.key) === 0);
      const five = of((list, { duplicate }) => placeOf(list, duplicate.key) >= 0);
      const above = of(
        (list, { duplicate, otherPlace, otherIssue }) =>
          Math.min(stands(list, otherPlace), stands(list, otherIssue)) < stands(list, duplicate),
      );
      table.push(
        `| generated, ${name} | ${share(first, CASES)} | ${share(five, CASES)} | ${share(above, CASES)} above the true one |`,
      );
      expect(five / CASES).toBeGreaterThanOrEqual(0.9);
      expect(above / CASES).toBeLessThanOrEqual(0.1);
    },
    240_000,
  );

  it('is what the page says', async () => {
    const page = await readFile(
      join(dirname(dataFile('categories.csv')), '../docs/quality/duplicates.md'),
      'utf8',
    );
    const squeezed = (line: string): string => line.replaceAll(/\s+/g, ' ').trim();
    const lines = page.split('\n').map(squeezed);
    expect(lines.filter((line) => /^\| (demonstration|generated)/.test(line))).toEqual(table.map(squeezed));
  });
});
