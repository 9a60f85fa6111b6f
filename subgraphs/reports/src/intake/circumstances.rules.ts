import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';

/** Where and when it happened, as far as the reporter says. */
export interface Circumstances {
  /** Calendar day of the incident; null where there was none or it is not known. */
  readonly incidentDate: string | null;
  readonly place: string | null;
  readonly regionCode: string | null;
}

const PLACE = { field: 'place', max: 300 };
/** Kemendagri codes: province, regency, district, village. */
const REGION_CODE = /^\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?$/;

/** Nothing of it is needed; what is given must be a place, a day that has come, and a code of a region. */
export function readCircumstances(
  { incidentDate, place, regionCode }: Circumstances,
  today: string,
): Decision<Circumstances, InvalidInput> {
  const described = place === null ? accept(null) : readText(place, PLACE);
  if (!described.ok) return described;
  if (incidentDate !== null && incidentDate > today) {
    return refuse({ kind: 'InvalidInput', field: 'incidentDate', reason: 'IN_THE_FUTURE' });
  }
  if (regionCode !== null && !REGION_CODE.test(regionCode)) {
    return refuse({ kind: 'InvalidInput', field: 'regionCode', reason: 'MALFORMED' });
  }
  return accept({ incidentDate, place: described.value, regionCode });
}
