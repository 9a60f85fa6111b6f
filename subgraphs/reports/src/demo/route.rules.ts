import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import type { DemoAgency } from './demo-agency.store.js';
import type { SampleRow } from './sample-row.js';
import { seededShare } from './seeded.js';

/** Whom a report passes on its way. */
export interface Route {
  /** Region or institution that is competent. */
  readonly house: DemoAgency;
  /** Office of the region that acts; the house itself where it has no such office. */
  readonly actor: DemoAgency;
  /** Another office of the same house, to which a report may be sent by mistake; null where there is none. */
  readonly detour: DemoAgency | null;
}

/**
 * Institutions of the sample, written as of 2019, that ended in October 2024; only one that exists can receive a report. Where
 * several came after one, it is the one that the reports of the sample concern.
 */
const SUCCESSORS: Readonly<Record<string, string>> = {
  // Renamed.
  KEMENKOMINFO: 'KOMDIGI',
  // Divided in three; the sample asks about scholarships of school children.
  KEMENDIKBUDRISTEK: 'KEMENDIKDASMEN',
  // Divided in two; the sample reports forest fires.
  KLHK: 'KEMENHUT',
};

/** Offices that letters go to by mistake: health, works, environment, transport, social affairs. */
const DETOURS = ['1.06', '2.15', '2.11', '1.03', '1.02'];

/** Codes of all agencies that the way of a row may lead to. */
export function codesOnRouteOf({ houseCode, officeCode }: SampleRow): readonly string[] {
  if (officeCode === '') return [houseCode, SUCCESSORS[houseCode]].filter((code) => code !== undefined);
  return [houseCode, ...[officeCode, ...DETOURS].map((office) => `${houseCode}/${office}`)];
}

/** The way of a row through the agencies that are known; refused where nobody is there to receive it. */
export function routeOf(row: SampleRow, agencies: ReadonlyMap<string, DemoAgency>): Decision<Route, string> {
  const active = (code: string | undefined): DemoAgency | null => {
    const agency = code === undefined ? undefined : agencies.get(code);
    return agency?.isActive === true ? agency : null;
  };
  const house = active(row.houseCode) ?? active(SUCCESSORS[row.houseCode]);
  if (!house) return refuse('AGENCY_UNKNOWN');
  const others = DETOURS.filter((office) => office !== row.officeCode).flatMap(
    (office) => active(`${house.code}/${office}`) ?? [],
  );
  return accept({
    house,
    // Administrative regencies and cities of Jakarta have no offices of their own.
    actor: active(`${house.code}/${row.officeCode}`) ?? house,
    detour: others[Math.floor(seededShare(row.id, 'detour') * others.length)] ?? null,
  });
}
