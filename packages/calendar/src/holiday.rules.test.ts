import { describe, expect, it } from '@jest/globals';

import { parseHolidays } from './holiday.js';

const HEADER = 'date,name,kind,legal_basis,region_code,confirmed,note';

describe('A list of holidays', () => {
  it('keeps commas and quotation marks inside quoted cells', () => {
    const csv = `${HEADER}\n2026-01-01,"Tahun Baru ""Masehi""",NATIONAL_HOLIDAY,"SKB 1497/2025, 2/2025, 5/2025",,1,\n`;
    expect(parseHolidays(csv)).toEqual([
      {
        date: '2026-01-01',
        name: 'Tahun Baru "Masehi"',
        kind: 'NATIONAL_HOLIDAY',
        legalBasis: 'SKB 1497/2025, 2/2025, 5/2025',
        regionCode: null,
      },
    ]);
  });

  it('names the region of a regional holiday', () => {
    const csv = `${HEADER}\r\n2026-06-17,Galungan,JOINT_LEAVE,SE Gubernur Bali,51,1,\r\n`;
    expect(parseHolidays(csv)[0]?.regionCode).toBe('51');
  });

  it.each([
    ['a day that does not exist', '2026-02-30,Salah,NATIONAL_HOLIDAY,SKB,,1,', /row 2.*2026-02-30/],
    ['an unknown kind', '2026-02-03,Salah,libur,SKB,,1,', /row 2.*libur/],
    ['no name', '2026-02-03,,NATIONAL_HOLIDAY,SKB,,1,', /row 2.*name/],
    ['no decree', '2026-02-03,Salah,NATIONAL_HOLIDAY,,,1,', /row 2.*legal basis/],
  ])('is refused as a whole when a row has %s', (_fault, row, message) => {
    const csv = `${HEADER}\n2026-01-01,Tahun Baru Masehi,NATIONAL_HOLIDAY,SKB,,1,\n${row}\n`;
    expect(() => parseHolidays(csv)).toThrow(message);
  });
});
