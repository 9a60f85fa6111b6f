import { beforeAll, describe, expect, it } from '@jest/globals';
import { type AgencyKind, pathLabel } from '@satu-pintu/domain-kit';
import { buildHierarchy, type Hierarchy } from './build-hierarchy.rules.js';
import type { AgencyNode } from './agency-node.js';
import type { HierarchyFacts } from './hierarchy-facts.js';
import { readFacts } from './read-facts.js';
import { isValidOn } from './validity.rules.js';

describe('The hierarchy that ships with the product', () => {
  let facts: HierarchyFacts;
  let hierarchy: Hierarchy;
  let byCode: ReadonlyMap<string, AgencyNode>;

  beforeAll(async () => {
    facts = await readFacts();
    hierarchy = buildHierarchy(facts, '2026-08-18');
    byCode = new Map(hierarchy.agencies.map((agency) => [agency.code, agency]));
  });

  it('has every code and every id once', () => {
    const { agencies } = hierarchy;
    expect(agencies).toHaveLength(20_866);
    expect(byCode.size).toBe(agencies.length);
    expect(new Set(agencies.map((agency) => agency.id)).size).toBe(agencies.length);
  });

  it('has 38 provinces, 508 self-governing regencies and cities, and the 6 parts of Jakarta', () => {
    expect(count('PROVINCE')).toBe(38);
    expect([count('REGENCY'), count('CITY')]).toEqual([415, 93]);
    expect([count('ADMINISTRATIVE_REGENCY'), count('ADMINISTRATIVE_CITY')]).toEqual([1, 5]);
  });

  it.each(['2019-10-23', '2021-04-27', '2021-04-28', '2024-10-20'])('has 34 ministries on %s', (day) => {
    expect(ministriesOn(day)).toBe(34);
  });

  it('has the 48 ministries of 2026, each active', () => {
    expect(ministriesOn('2026-08-18')).toBe(48);
    expect(hierarchy.agencies.filter(({ kind, isActive }) => kind === 'MINISTRY' && isActive)).toHaveLength(
      48,
    );
  });

  it('has about a hundred state agencies today', () => {
    const today = hierarchy.agencies.filter(({ kind, isActive }) => kind === 'STATE_AGENCY' && isActive);
    expect(today).toHaveLength(101);
  });

  it('gives each agency a path that is its parent’s and its own label, and a house that ends it', () => {
    const byId = new Map(hierarchy.agencies.map((agency) => [agency.id, agency]));
    for (const agency of hierarchy.agencies) {
      const parent = agency.parentId === null ? null : byId.get(agency.parentId);
      const label = pathLabel(agency.id);
      expect(agency.path).toBe(parent ? `${parent.path}.${label}` : label);
      expect(agency.path.endsWith(agency.housePath)).toBe(true);
    }
  });

  it('guides regions and institutions by a supervisory tie and joins everything else to its parent', () => {
    const supervised = new Set(
      hierarchy.agencies.filter(({ tie }) => tie === 'SUPERVISORY').map(({ kind }) => kind),
    );
    const houses: AgencyKind[] = [
      'NATIONAL_DESK',
      'MINISTRY',
      'STATE_AGENCY',
      'STATE_ENTERPRISE',
      'PROVINCE',
    ];
    expect([...supervised].sort()).toEqual([...houses, 'REGENCY', 'CITY'].sort());
    expect(byCode.get('31.73')).toMatchObject({ kind: 'ADMINISTRATIVE_CITY', tie: 'ADMINISTRATIVE' });
  });

  it('gives every self-governing region its offices, named after it', () => {
    expect(byCode.get('32.73/1.02')).toMatchObject({
      name: 'Dinas Kesehatan Kota Bandung',
      abbreviation: 'Dinkes',
      parentId: byCode.get('32.73')?.id,
      isVerified: false,
    });
    expect(byCode.get('32/3.28')?.name).toBe('Dinas Kehutanan Provinsi Jawa Barat');
    expect([byCode.has('32.73/3.28'), byCode.has('32.73/2.13'), byCode.has('32.04/2.13')]).toEqual([
      false,
      false,
      true,
    ]);
    expect(hierarchy.agencies.filter(({ code }) => code.startsWith('31.73/'))).toEqual([]);
  });

  it('puts an institution’s offices in the regions below the institution, not below the region', () => {
    const bandung = byCode.get('KEMENAG/W32.73');
    expect(bandung).toMatchObject({ name: 'Kantor Kementerian Agama Kota Bandung', regionCode: '32.73' });
    expect(bandung?.parentId).toBe(byCode.get('KEMENAG/W32')?.id);
    expect(byCode.get('KEMENAG/W32')?.parentId).toBe(byCode.get('KEMENAG')?.id);
  });

  it('ends the units and offices of an institution with it', () => {
    for (const code of ['KEMENKUMHAM', 'KEMENKUMHAM/01', 'KEMENKUMHAM/W32']) {
      expect(byCode.get(code)).toMatchObject({ isActive: false, validTo: '2024-10-20' });
    }
  });

  it('names the successor of an institution that handed everything to one other', () => {
    expect(byCode.get('KEMENKOMINFO')?.successorId).toBe(byCode.get('KOMDIGI')?.id);
    expect(byCode.get('KLHK')?.successorId).toBeNull();
  });

  it('counts days in the zone of the place', () => {
    const zones = ['32.73', '51.71/1.02', '91/1.02', 'KEMENKES'].map((code) => byCode.get(code)?.timeZone);
    expect(zones).toEqual(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Jakarta']);
  });

  it('has 38 provinces, 514 regencies and cities and 7,285 districts as regions', () => {
    const levels = Map.groupBy(hierarchy.regions, ({ level }) => level);
    const sizes = (['PROVINCE', 'REGENCY', 'CITY', 'DISTRICT'] as const).map(
      (level) => levels.get(level)?.length,
    );
    expect(sizes).toEqual([38, 416, 98, 7285]);
  });

  it('names every row that it does not load, and why', () => {
    const reasons = Map.groupBy(hierarchy.refused, ({ reason }) => reason);
    expect(Object.fromEntries([...reasons].map(([reason, rows]) => [reason, rows.length]))).toEqual({
      CLASS_OF_OFFICES: 4,
      NAME_IS_A_PATTERN: 6,
      AREAS_NOT_KNOWN: 5,
      PLACES_NOT_LISTED: 7,
      PLACEHOLDER_UNKNOWN: 1,
    });
  });

  it('refuses a place without a time zone and everything that lies in it or serves it', () => {
    const withoutZone = facts.regionFacts.filter(({ code }) => code !== '32.73');
    const { refused, agencies, regions } = buildHierarchy(
      { ...facts, regionFacts: withoutZone },
      '2026-08-18',
    );
    expect(refused).toContainEqual({ source: 'idn-area-data', row: '32.73', reason: 'TIME_ZONE_UNKNOWN' });
    expect(refused).toContainEqual({ source: 'idn-area-data', row: '32.73.01', reason: 'PARENT_UNKNOWN' });
    expect(regions.filter(({ code }) => code.startsWith('32.73'))).toEqual([]);
    expect(agencies.filter(({ regionCode }) => regionCode === '32.73')).toEqual([]);
  });

  function count(kind: AgencyKind): number {
    return hierarchy.agencies.filter((agency) => agency.kind === kind).length;
  }

  function ministriesOn(day: string): number {
    return hierarchy.agencies.filter((agency) => agency.kind === 'MINISTRY' && isValidOn(day, agency)).length;
  }
});
