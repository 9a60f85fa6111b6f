import { findDataFolder, readTable } from '../hierarchy/read-facts.js';
import { readPhrases } from './words.rules.js';

/** Level of a regional government: a province, or a regency or city in it. */
export type GovernmentLevel = 'PROVINCE' | 'REGENCY' | 'CITY';

/** A kind of regional office, the levels that have it, and what points to it. */
export interface OfficeCoverage {
  /** Code of `regional-offices.csv`: `1.03`. */
  readonly code: string;
  readonly levels: readonly GovernmentLevel[];
  readonly phrases: readonly string[];
  readonly categoryIds: readonly string[];
}

/** A national institution and what points to it. */
export interface InstitutionCoverage {
  readonly code: string;
  readonly phrases: readonly string[];
  readonly categoryIds: readonly string[];
}

/** Everything by which an agency is suggested, as it is read once when the service starts. */
export interface CoverageFacts {
  readonly offices: readonly OfficeCoverage[];
  readonly institutions: readonly InstitutionCoverage[];
  /** What a government does itself or through its enterprises, for which the tree has no office: drinking water. */
  readonly governmentPhrases: readonly string[];
  /** Names of categories by id; the parent of `08.007` is `08`. */
  readonly categoryNames: ReadonlyMap<string, string>;
  /** Codes of the administrative regencies and cities of Jakarta, which the offices of the province serve. */
  readonly dependentRegions: ReadonlySet<string>;
}

type OfficeFact = Readonly<
  Record<
    | 'code'
    | 'unit_name'
    | 'abbreviation'
    | 'applies_province'
    | 'applies_kabupaten'
    | 'applies_kota'
    | 'keywords'
    | 'default_category_id',
    string
  >
>;

/** The office that answers for a unit of which only the pattern of its name is known (column `note`). */
const OFFICE_OF_UNIT: Readonly<Record<string, string>> = {
  'U.RSUD': '1.02',
  'U.PKM': '1.02',
  'U.SMA': '1.01',
};

/** Enterprises of a regional government; the government answers for them (column `note`). */
const ENTERPRISES: readonly string[] = ['B.PDAM'];

/** Reads what points to which agency from the facts that ship with the product. */
export async function readCoverageFacts(folder = findDataFolder()): Promise<CoverageFacts> {
  const [offices, institutions, categories, regions] = await Promise.all([
    readTable(folder, 'regional-offices.csv', [
      'code',
      'unit_name',
      'abbreviation',
      'applies_province',
      'applies_kabupaten',
      'applies_kota',
      'keywords',
      'default_category_id',
    ]),
    readTable(folder, 'institution-keywords.csv', ['institution_id', 'keywords', 'category_ids']),
    readTable(folder, 'categories.csv', ['id', 'name']),
    readTable(folder, 'region-facts.csv', ['code', 'autonomous']),
  ]);
  return {
    offices: coverageOfOffices(offices),
    institutions: institutions.map((fact) => ({
      code: fact.institution_id,
      phrases: readPhrases(fact.keywords),
      categoryIds: fact.category_ids.split(';'),
    })),
    governmentPhrases: offices
      .filter(({ code }) => ENTERPRISES.includes(code))
      .flatMap(({ keywords }) => readPhrases(keywords)),
    categoryNames: new Map(categories.map(({ id, name }) => [id, name])),
    dependentRegions: new Set(regions.filter(({ autonomous }) => autonomous === '0').map(({ code }) => code)),
  };
}

/**
 * Districts and kelurahan (patterns without a holder above) are left out: almost every address names one, whatever the
 * report is about.
 */
function coverageOfOffices(facts: readonly OfficeFact[]): readonly OfficeCoverage[] {
  return facts
    .filter(({ unit_name: name }) => !name.includes('{'))
    .map((office) => {
      const units = facts.filter(({ code }) => OFFICE_OF_UNIT[code] === office.code);
      const matters = [office, ...units].map(({ keywords }) => keywords);
      const phrases = [office.unit_name, office.abbreviation, ...matters].flatMap(readPhrases);
      return {
        code: office.code,
        levels: levelsOf(office),
        phrases: [...new Set(phrases)],
        categoryIds: [office.default_category_id],
      };
    });
}

function levelsOf(fact: OfficeFact): readonly GovernmentLevel[] {
  const applies: Readonly<Record<GovernmentLevel, string>> = {
    PROVINCE: fact.applies_province,
    REGENCY: fact.applies_kabupaten,
    CITY: fact.applies_kota,
  };
  return (['PROVINCE', 'REGENCY', 'CITY'] as const).filter((level) => applies[level] === '1');
}
