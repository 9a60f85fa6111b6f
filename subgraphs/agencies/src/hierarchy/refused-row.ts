/** Why a row of facts was not loaded, in one sentence each. */
export const REFUSAL_REASONS = {
  AREAS_NOT_KNOWN: 'such an office may serve several regencies, and the facts do not say which',
  CLASS_OF_OFFICES: 'it names a class of offices, not one office',
  CODE_TAKEN: 'another row has the same code',
  DAY_UNREADABLE: 'a day of its validity is not written YYYY-MM-DD, or the last comes before the first',
  KIND_UNKNOWN: 'its kind is not one that the tree knows',
  LEVEL_UNKNOWN: 'a regency or city begins its name with Kabupaten or Kota',
  NAME_IS_A_PATTERN: 'its name is a pattern for places below a regency, where the tree ends',
  NAME_MISSING: 'its code or its name is empty',
  PARENT_UNKNOWN: 'what it belongs to is not in the facts or was refused',
  PLACES_NOT_LISTED: 'only some places have such an office, and the facts do not say which',
  PLACEHOLDER_UNKNOWN: 'its name asks for something that the facts do not hold',
  SUCCESSOR_UNKNOWN: 'the agency named as its successor is not in the facts or was refused',
  TIME_ZONE_UNKNOWN: 'no time zone is given for it, or not WIB, WITA or WIT',
} as const;

export type RefusalReason = keyof typeof REFUSAL_REASONS;

/** A row of facts that was not loaded. */
export interface RefusedRow {
  /** File it stands in. */
  readonly source: string;
  /** Its key in that file. */
  readonly row: string;
  readonly reason: RefusalReason;
}

/** What a builder makes of facts: rows to load, and those it refuses. Together they are all rows it was given. */
export interface Built<Row> {
  readonly rows: readonly Row[];
  readonly refused: readonly RefusedRow[];
}
