import type { DataSource } from 'typeorm';
import { writeRecord } from '../spreadsheets/cells.rules.js';

interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly kind: string;
  readonly tie: string;
  readonly parentCode: string | null;
  readonly regionCode: string | null;
}

const PAGE = 500;

const UNITS = /* sql */ `
  select agency.code, agency.name, agency.abbreviation, agency.kind, agency.tie, parent.code as "parentCode",
         agency.region_code as "regionCode"
    from agency left join agency parent on parent.id = agency.parent_id
   where agency.path <@ $1::ltree and agency.is_active and agency.code > $2
   order by agency.code
   limit ${String(PAGE)}
`;

/** The table of an agency and all below it that exist today, by code, as an import takes it. */
export async function* exportUnits(database: DataSource, path: string): AsyncGenerator<string> {
  yield writeRecord(['code', 'name', 'abbreviation', 'kind', 'tie', 'parentCode', 'regionCode']);
  let after = '';
  for (;;) {
    const rows = await database.query<UnitRow[]>(UNITS, [path, after]);
    yield rows.map(recordOf).join('');
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.code;
  }
}

function recordOf({ code, name, abbreviation, kind, tie, parentCode, regionCode }: UnitRow): string {
  return writeRecord([code, name, abbreviation, kind, tie, parentCode, regionCode]);
}
