import { type AgencyKind, type AgencyPlace, placeUnder, stableId } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';

interface House {
  readonly kind: AgencyKind;
  readonly offices: readonly string[];
}

/** Offices that the sample's reports to these regions need, and a few to be mistaken for them. */
const OFFICES = ['1.01', '1.02', '1.03', '1.06', '2.07', '2.11', '2.12', '2.15', '3.30', '6.01'];

/** Houses of the demonstration set that exist in the test; the other houses are not known. */
export const HOUSES: Readonly<Record<string, House>> = {
  '32.73': { kind: 'CITY', offices: OFFICES },
  '32.09': { kind: 'REGENCY', offices: OFFICES },
  '35.24': { kind: 'REGENCY', offices: OFFICES },
  PLN: { kind: 'STATE_ENTERPRISE', offices: [] },
  KEMENHUT: { kind: 'MINISTRY', offices: [] },
};

const INSERT = /* sql */ `
  insert into agency (id, code, name, kind, parent_id, path, house_path, time_zone, is_active, version)
  values ($1, $2, $3, $4, $5, $6, $7, 'Asia/Jakarta', $8, 1)
`;

/** Puts those houses under the national desk, with a coordinator in Bandung; KLHK is there, but ended. */
export async function plantDemoTree(database: DataSource): Promise<void> {
  const plant = async (
    code: string,
    kind: AgencyKind,
    parent: (AgencyPlace & { id: string }) | null,
    isActive = true,
  ): Promise<AgencyPlace & { id: string }> => {
    const id = stableId('agency', code);
    const { path, housePath } = placeUnder(id, parent, kind === 'UNIT' ? 'ADMINISTRATIVE' : 'SUPERVISORY');
    const row = [id, code, `Instansi ${code}`, kind, parent?.id ?? null, path, housePath, isActive];
    await database.query(INSERT, row);
    return { id, path, housePath };
  };
  const desk = await plant('NASIONAL', 'NATIONAL_DESK', null);
  await plant('KLHK', 'MINISTRY', desk, false);
  for (const [code, { kind, offices }] of Object.entries(HOUSES)) {
    const house = await plant(code, kind, desk);
    for (const office of offices) await plant(`${code}/${office}`, 'UNIT', house);
  }
  await database.query(
    `insert into officer_post (id, agency_id, role, can_sign_in, version) values ($1, $2, 'COORDINATOR_ADMIN', true, 1)`,
    [stableId('officer', 'koordinator.bandung@demo.test'), stableId('agency', '32.73')],
  );
}
