import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { getDistricts, getProvinces, getRegencies } from 'idn-area-data';
import type { HierarchyFacts } from './hierarchy-facts.js';

/**
 * Reads the facts that ship with the product, and the regions of `idn-area-data`
 * (contains data from idn-area-data by fityannugroho, Open Database License 1.0).
 */
export async function readFacts(folder = findDataFolder()): Promise<HierarchyFacts> {
  const [provinces, regencies, districts] = await Promise.all([
    getProvinces(),
    getRegencies(),
    getDistricts(),
  ]);
  return {
    institutions: await readTable(folder, 'institutions.csv', [
      'id',
      'kind',
      'name',
      'abbreviation',
      'valid_from',
      'valid_to',
    ]),
    ministryUnits: await readTable(folder, 'ministry-units.csv', [
      'institution_id',
      'unit_name',
      'level',
      'verified',
    ]),
    verticalUnits: await readTable(folder, 'vertical-units.csv', [
      'institution_id',
      'unit_name_pattern',
      'per',
      'verified',
    ]),
    regionalOffices: await readTable(folder, 'regional-offices.csv', [
      'code',
      'unit_name',
      'abbreviation',
      'applies_province',
      'applies_kabupaten',
      'applies_kota',
    ]),
    regionFacts: await readTable(folder, 'region-facts.csv', [
      'code',
      'timezone',
      'autonomous',
      'code_2019',
      'province_code_2019',
      'valid_from',
    ]),
    provinces: provinces.map(({ code, name }) => ({ code, name, parentCode: null })),
    regencies: regencies.map(({ code, name, province_code: parentCode }) => ({ code, name, parentCode })),
    districts: districts.map(({ code, name, regency_code: parentCode }) => ({ code, name, parentCode })),
  };
}

type Row<Column extends string> = Readonly<Record<Column, string>>;

/** Rows of a CSV file by column; a missing column stops the load, since every row would be wrong. */
export async function readTable<const Column extends string>(
  folder: string,
  file: string,
  columns: readonly Column[],
): Promise<readonly Row<Column>[]> {
  const rows = parse<Record<string, string>>(await readFile(join(folder, file)), {
    columns: true,
    bom: true,
    trim: true,
    skip_empty_lines: true,
  });
  return rows.map((row) => {
    const missing = columns.find((column) => row[column] === undefined);
    if (missing !== undefined) throw new Error(`${file} has no column ${missing}.`);
    return row as Row<Column>;
  });
}

/** The folder lies at the root of the product, above both `src` (tests) and `dist/src` (the running service). */
export function findDataFolder(): string {
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    const candidate = join(folder, 'data');
    if (existsSync(join(candidate, 'institutions.csv'))) return candidate;
  }
  throw new Error('The folder data/ with institutions.csv is missing from the product.');
}
