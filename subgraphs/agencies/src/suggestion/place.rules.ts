import type { GovernmentLevel } from './coverage-facts.js';

/** A regional government that serves a place. */
export interface ServingGovernment {
  /** Its Kemendagri code, which is its agency's code too: `32.73`. */
  readonly code: string;
  readonly level: GovernmentLevel;
}

/** Kemendagri numbers the cities of a province from here on, its regencies from 01. */
const FIRST_CITY = 71;

/**
 * The governments that have offices of their own for a place, nearest first: for a district of Bandung (`32.73.06`) the
 * city and the province. Empty for what is no code of a place.
 */
export function governmentsOf(
  regionCode: string,
  dependentRegions: ReadonlySet<string>,
): readonly ServingGovernment[] {
  const [province, regency] = /^(\d{2})(?:\.(\d{2}))?(?:\.|$)/.exec(regionCode)?.slice(1) ?? [];
  if (province === undefined) return [];
  const provincial: ServingGovernment = { code: province, level: 'PROVINCE' };
  if (regency === undefined) return [provincial];
  const code = `${province}.${regency}`;
  if (dependentRegions.has(code)) return [provincial];
  return [{ code, level: Number(regency) < FIRST_CITY ? 'REGENCY' : 'CITY' }, provincial];
}
