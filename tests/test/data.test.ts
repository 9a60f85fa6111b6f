import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';

type Row = Readonly<Record<string, string>>;

function read(file: string): readonly Row[] {
  const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
  return parse<Row>(text, { columns: true });
}

function column(rows: readonly Row[], name: string): readonly string[] {
  return rows.map((row) => row[name] ?? '');
}

const institutions = read('institutions.csv');
const ministryUnits = read('ministry-units.csv');
const verticalUnits = read('vertical-units.csv');
const offices = read('regional-offices.csv');
const categories = read('categories.csv');
const holidays = read('holidays.csv');
const regions = read('region-facts.csv');
const complaints = read('demo/sample-complaints.csv');
const pairs = read('demo/duplicate-pairs.csv');

describe('The data that ships with the product', () => {
  it('is as much as its SOURCES.md says', () => {
    const levels = Object.groupBy(categories, ({ level = '' }) => level);
    const provinces = regions.filter(({ code = '' }) => code.length === 2);
    expect({
      institutions: institutions.length,
      ministryUnits: ministryUnits.length,
      verticalUnits: verticalUnits.length,
      offices: offices.length,
      topics: levels['1']?.length,
      subTopics: levels['2']?.length,
      holidays: holidays.length,
      provinces: provinces.length,
      regenciesAndCities: regions.length - provinces.length,
      complaints: complaints.length,
      pairs: pairs.length,
      trueDuplicates: pairs.filter((pair) => pair.is_duplicate === '1').length,
    }).toEqual({
      institutions: 206,
      ministryUnits: 200,
      verticalUnits: 24,
      offices: 43,
      topics: 38,
      subTopics: 920,
      holidays: 215,
      provinces: 38,
      regenciesAndCities: 514,
      complaints: 800,
      pairs: 106,
      trueDuplicates: 64,
    });
  });

  it.each([
    ['institutions', institutions, 'id'],
    ['regional offices', offices, 'code'],
    ['categories', categories, 'id'],
    ['regions', regions, 'code'],
    ['demonstration reports', complaints, 'id'],
  ])('names each of the %s once', (_what, rows, key) => {
    expect(new Set(column(rows, key)).size).toBe(rows.length);
  });

  it.each([
    ['units of a ministry', ministryUnits, 'institution_id', institutions, 'id'],
    ['offices in the regions', verticalUnits, 'institution_id', institutions, 'id'],
    ['sub-topics', categories, 'parent_id', categories, 'id'],
    ['regional offices', offices, 'default_category_id', categories, 'id'],
    ['regencies and cities', regions, 'province_code_2019', regions, 'code_2019'],
    ['duplicates', complaints, 'duplicate_of', complaints, 'id'],
    ['first halves of a pair', pairs, 'id_a', complaints, 'id'],
    ['second halves of a pair', pairs, 'id_b', complaints, 'id'],
  ])('hangs %s under something that is there', (_what, rows, reference, targets, key) => {
    const known = new Set(column(targets, key));
    expect(column(rows, reference).filter((value) => value !== '' && !known.has(value))).toEqual([]);
  });

  it('holds 34 ministries for the cabinet of 2019 and 48 for that of 2026', () => {
    const ministries = institutions.filter(({ kind }) => kind === 'kementerian' || kind === 'kemenko');
    expect(ministries.filter((row) => row.in_baseline_2019 === '1')).toHaveLength(34);
    expect(ministries.filter((row) => row.in_current_2026 === '1')).toHaveLength(48);
  });

  it('names real days as holidays, each once per place', () => {
    const unreal = column(holidays, 'date').filter(
      (date) => new Date(date).toISOString().slice(0, 10) !== date,
    );
    expect(unreal).toEqual([]);
    const days = holidays.map(({ date = '', name = '', region_code: place = '' }) =>
      [date, name, place].join(),
    );
    expect(new Set(days).size).toBe(days.length);
  });
});
