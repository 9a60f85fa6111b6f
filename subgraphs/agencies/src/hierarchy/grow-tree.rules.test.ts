import { describe, expect, it } from '@jest/globals';
import { manages, monitors, stableId } from '@satu-pintu/domain-kit';
import { type AgencyDraft, NATIONAL_DESK } from './agency-draft.js';
import type { AgencyNode } from './agency-node.js';
import { growTree } from './grow-tree.rules.js';

const province = anAgency('32', { kind: 'PROVINCE', tie: 'SUPERVISORY', parentCode: 'NASIONAL' });
const city = anAgency('32.73', { kind: 'CITY', tie: 'SUPERVISORY', parentCode: '32' });
const office = anAgency('32.73/1.02', { parentCode: '32.73' });

describe('The tree of agencies', () => {
  it('hangs each agency under its parent, whatever order they come in', () => {
    const { rows, refused } = growTree([office, city, NATIONAL_DESK, province], '2026-08-18');
    expect(refused).toEqual([]);
    expect(rows.map((row) => row.code)).toEqual(['NASIONAL', '32', '32.73', '32.73/1.02']);
    expect(rows.map((row) => row.parentId)).toEqual([null, id('NASIONAL'), id('32'), id('32.73')]);
  });

  it('lets a city manage its office, and a province and the national desk only monitor both', () => {
    const { rows } = growTree([NATIONAL_DESK, province, city, office], '2026-08-18');
    const [desk, jabar, bandung, dinkes] = rows as [AgencyNode, AgencyNode, AgencyNode, AgencyNode];
    expect([manages(bandung, dinkes), manages(jabar, bandung), manages(jabar, dinkes)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([monitors(jabar, dinkes), monitors(desk, dinkes), monitors(bandung, jabar)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('refuses an agency whose parent is not there, and everything below it', () => {
    const { rows, refused } = growTree([NATIONAL_DESK, city, office], '2026-08-18');
    expect(rows).toHaveLength(1);
    expect(refused.map(({ row, reason }) => [row, reason])).toEqual([
      ['32.73', 'PARENT_UNKNOWN'],
      ['32.73/1.02', 'PARENT_UNKNOWN'],
    ]);
  });

  it('refuses agencies that hang under each other in a circle', () => {
    const circle = [anAgency('A', { parentCode: 'B' }), anAgency('B', { parentCode: 'A' })];
    const { rows, refused } = growTree([NATIONAL_DESK, ...circle], '2026-08-18');
    expect(rows).toHaveLength(1);
    expect(refused.map(({ row, reason }) => [row, reason])).toEqual([
      ['A', 'PARENT_UNKNOWN'],
      ['B', 'PARENT_UNKNOWN'],
    ]);
  });

  it('refuses a second agency with the same code, one without a name, and one with an unknown successor', () => {
    const { refused } = growTree(
      [
        NATIONAL_DESK,
        province,
        { ...province, name: 'Another' },
        anAgency('33', { name: ' ', parentCode: 'NASIONAL' }),
        anAgency('34', { parentCode: 'NASIONAL', successorCode: '99' }),
      ],
      '2026-08-18',
    );
    expect(refused.map(({ row, reason }) => [row, reason])).toEqual([
      ['32', 'CODE_TAKEN'],
      ['33', 'NAME_MISSING'],
      ['34', 'SUCCESSOR_UNKNOWN'],
    ]);
  });

  it('counts an agency as active on the days of its validity only', () => {
    const ended = anAgency('KLHK', { parentCode: 'NASIONAL', validTo: '2024-10-20' });
    const on = (day: string): boolean | undefined =>
      growTree([NATIONAL_DESK, ended], day).rows.at(-1)?.isActive;
    expect([on('2024-10-20'), on('2024-10-21')]).toEqual([true, false]);
  });
});

function anAgency(code: string, differences: Partial<AgencyDraft>): AgencyDraft {
  return {
    ...NATIONAL_DESK,
    code,
    name: `Instansi ${code}`,
    kind: 'UNIT',
    tie: 'ADMINISTRATIVE',
    ...differences,
  };
}

function id(code: string): string {
  return stableId('agency', code);
}
