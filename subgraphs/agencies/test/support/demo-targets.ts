import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Draft } from '../../src/suggestion/suggestion.rules.js';
import { findDataFolder } from '../../src/hierarchy/read-facts.js';

/** A report of the demonstration as a draft, and the code of the agency that it was for. */
export interface DraftWithTarget {
  readonly id: string;
  readonly draft: Draft;
  readonly target: string;
}

/**
 * Institutions of 2019 that are gone, with the one that has what those reports are about: forest fires, help for pupils,
 * content on the internet.
 */
const TODAY_INSTEAD: Readonly<Record<string, string>> = {
  KLHK: 'KEMENHUT',
  KEMENDIKBUDRISTEK: 'KEMENDIKDASMEN',
  KEMENKOMINFO: 'KOMDIGI',
};

/** The tree holds no enterprises of regional governments; the government itself answers for them. */
const ENTERPRISE = 'B.PDAM';

type Row = Readonly<Record<string, string>>;

/** The 800 reports of `data/demo`, with all that their senders gave. */
export async function readDemoDrafts(): Promise<readonly DraftWithTarget[]> {
  const [complaints, categories] = await Promise.all([
    readTable('demo/sample-complaints.csv'),
    readTable('categories.csv'),
  ]);
  const topics = new Map(
    categories.filter(isTopic).map(({ id = '', name = '' }) => [name.toUpperCase(), id]),
  );
  const subTopics = new Map(
    categories.map(({ id = '', parent_id: parent = '', name = '' }) => [
      `${parent} ${name.toUpperCase()}`,
      id,
    ]),
  );
  return complaints.map((row) => {
    const topic = topics.get(row.category ?? '');
    const category = subTopics.get(`${topic ?? ''} ${row.subcategory ?? ''}`) ?? topic;
    return {
      id: row.id ?? '',
      draft: {
        title: row.title ?? null,
        body: row.body ?? null,
        categoryId: category ?? null,
        regionCode: [row.village_code, row.district_code, row.regency_code].find(isGiven) ?? null,
      },
      target: targetOf(row),
    };
  });
}

function targetOf({ target_institution: institution = '', opd_code: office = '' }: Row): string {
  if (office === '') return TODAY_INSTEAD[institution] ?? institution;
  return office === ENTERPRISE ? institution : `${institution}/${office}`;
}

function isGiven(code: string | undefined): boolean {
  return code !== undefined && code !== '';
}

function isTopic({ level }: Row): boolean {
  return level === '1';
}

async function readTable(file: string): Promise<readonly Row[]> {
  return parse<Row>(await readFile(join(findDataFolder(), file)), { columns: true });
}
