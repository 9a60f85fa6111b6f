/** A row of `institutions.csv`. Days are `YYYY-MM-DD`, both inclusive, empty where open. */
export interface InstitutionFact {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly abbreviation: string;
  readonly valid_from: string;
  readonly valid_to: string;
}

/** A row of `ministry-units.csv`: a unit directly below an institution. */
export interface MinistryUnitFact {
  readonly institution_id: string;
  readonly unit_name: string;
  readonly level: string;
  /** `1` where someone has checked it, else `0`. */
  readonly verified: string;
}

/** A row of `vertical-units.csv`: how an institution names its offices in the regions. */
export interface VerticalUnitFact {
  readonly institution_id: string;
  readonly unit_name_pattern: string;
  /** `provinsi` or `kabkota`: one in each; `terpilih`: only in some places. */
  readonly per: string;
  readonly verified: string;
}

/** A row of `regional-offices.csv`: a kind of regional office and the levels that have it (`1` or `0`). */
export interface RegionalOfficeFact {
  readonly code: string;
  readonly unit_name: string;
  readonly abbreviation: string;
  readonly applies_province: string;
  readonly applies_kabupaten: string;
  readonly applies_kota: string;
}

/** A row of `region-facts.csv`. */
export interface RegionFact {
  readonly code: string;
  /** WIB, WITA or WIT. */
  readonly timezone: string;
  /** `0` for the administrative regencies and cities of Jakarta, which are parts of the province. */
  readonly autonomous: string;
  /** Code that the place had in 2019; empty for a province that did not exist. */
  readonly code_2019: string;
  /** Code of the province in which it lay in 2019. */
  readonly province_code_2019: string;
  /** Day on which it came into being, empty when before 2019. */
  readonly valid_from: string;
}

/** A place as the list of regions names it. */
export interface PlaceFact {
  readonly code: string;
  readonly name: string;
  /** Code of the place it lies in; null for a province. */
  readonly parentCode: string | null;
}

/** Everything the tree is built from, as it was read and before anything was judged. */
export interface HierarchyFacts {
  readonly institutions: readonly InstitutionFact[];
  readonly ministryUnits: readonly MinistryUnitFact[];
  readonly verticalUnits: readonly VerticalUnitFact[];
  readonly regionalOffices: readonly RegionalOfficeFact[];
  readonly regionFacts: readonly RegionFact[];
  readonly provinces: readonly PlaceFact[];
  readonly regencies: readonly PlaceFact[];
  readonly districts: readonly PlaceFact[];
}
