import { parse } from 'csv-parse/sync';

import { isLocalDate, type LocalDate } from './local-date.js';

/** Libur nasional (election days included) and cuti bersama. Offices are closed on both. */
export type HolidayKind = 'NATIONAL_HOLIDAY' | 'JOINT_LEAVE';

/** One day on which offices are closed, and the decree that closes them. */
export interface Holiday {
  readonly date: LocalDate;
  /** In Indonesian, as citizens read it. */
  readonly name: string;
  readonly kind: HolidayKind;
  /** The decree that declares the day, for instance `SKB 1497/2025, 2/2025, 5/2025`. */
  readonly legalBasis: string;
  /** Kemendagri code of the region where alone it holds (`51`, `35.78`); null for the whole country. */
  readonly regionCode: string | null;
}

/**
 * Reads holidays from CSV with the columns date, name, kind, legal_basis and region_code; further columns are ignored.
 * Throws a RangeError that names the row when one is unusable: a deadline must not rest on a half-read calendar.
 */
export function parseHolidays(csv: string): readonly Holiday[] {
  const rows = parse<Readonly<Record<string, string>>>(csv, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  });
  return rows.map((row, index) => readHoliday(row, index + 1));
}

function readHoliday(row: Readonly<Record<string, string>>, rowNumber: number): Holiday {
  const { date = '', name = '', kind = '', legal_basis: legalBasis = '', region_code: regionCode = '' } = row;
  if (!isLocalDate(date)) throw unusable(rowNumber, `"${date}" is not a calendar day`);
  if (!isHolidayKind(kind)) throw unusable(rowNumber, `"${kind}" is not a kind of holiday`);
  if (name === '' || legalBasis === '') throw unusable(rowNumber, 'a name and a legal basis are needed');
  return { date, name, kind, legalBasis, regionCode: regionCode === '' ? null : regionCode };
}

function isHolidayKind(text: string): text is HolidayKind {
  return text === 'NATIONAL_HOLIDAY' || text === 'JOINT_LEAVE';
}

function unusable(rowNumber: number, reason: string): RangeError {
  return new RangeError(`Holiday in row ${String(rowNumber)}: ${reason}`);
}
