import type { CoverageFacts, InstitutionCoverage, OfficeCoverage } from './coverage-facts.js';
import { governmentInCharge } from './level.rules.js';
import { governmentsOf, type ServingGovernment } from './place.rules.js';
import { combine, findWords, type WordPlaces, wordEvidence } from './words.rules.js';

/** Why an agency is suggested. */
export const REASONS = ['CATEGORY', 'REGION', 'WORDS'] as const;
export type Reason = (typeof REASONS)[number];

/** What is known of a report that someone is about to file; null where nothing is. */
export interface Draft {
  readonly title: string | null;
  readonly body: string | null;
  readonly categoryId: string | null;
  readonly regionCode: string | null;
}

/** An agency by its code, before anyone looked whether it exists today. */
export interface Candidate {
  readonly code: string;
  /** Above 0, at most 1, to three decimals: for comparing candidates of one draft, no probability. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** The category itself is the agency's matter. */
const SAME_CATEGORY = 0.5;
/** Only the topic above it is; several agencies share a topic. */
const SAME_TOPIC = 0.3;
/** An office of the other level: it has the matter too, but is not the one in charge. */
const OTHER_LEVEL = 0.5;
/** A government may be asked about anything in its region, but whoever has the matter comes first. */
const GOVERNMENT_AT_LEAST = 0.1;

/** What the report is about. */
interface Matter {
  readonly text: WordPlaces;
  readonly category: { readonly id: string; readonly topicId: string; readonly name: WordPlaces } | null;
}

interface Evidence {
  readonly category: number;
  readonly words: number;
}

/**
 * Agencies that a report may be for, best first: offices of the governments that serve its place, and institutions for
 * the whole country. Without a place there are no offices, without category or words no more than the governments.
 * Equal scores are ordered by code.
 */
export function rankAgencies(draft: Draft, facts: CoverageFacts): readonly Candidate[] {
  const matter = readMatter(draft, facts);
  const governments =
    draft.regionCode === null ? [] : governmentsOf(draft.regionCode, facts.dependentRegions);
  return [
    ...facts.institutions.map((institution) => describe(institution.code, weigh(matter, institution), 1, [])),
    ...facts.offices.flatMap((office) => rankOffices(office, governments, matter)),
    ...rankGovernments(governments, facts.governmentPhrases, matter),
  ]
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || (one.code < other.code ? -1 : 1));
}

/** A category that nobody knows counts as none. */
function readMatter({ title, body, categoryId }: Draft, { categoryNames }: CoverageFacts): Matter {
  const text = findWords(`${title ?? ''} ${body ?? ''}`);
  const name = categoryId === null ? undefined : categoryNames.get(categoryId);
  if (categoryId === null || name === undefined) return { text, category: null };
  const [topicId = categoryId] = categoryId.split('.');
  return { text, category: { id: categoryId, topicId, name: findWords(name) } };
}

/** The name of a category counts like its id: `Jalan Berlubang` is the matter of whoever has that among its phrases. */
function weigh(
  { text, category }: Matter,
  { phrases, categoryIds }: Pick<InstitutionCoverage, 'phrases' | 'categoryIds'>,
): Evidence {
  const words = wordEvidence(text, phrases);
  if (category === null) return { category: 0, words };
  const isSame = categoryIds.includes(category.id) || wordEvidence(category.name, phrases) > 0;
  const hasTopic = categoryIds.includes(category.topicId);
  return { category: combine([isSame ? SAME_CATEGORY : 0, hasTopic ? SAME_TOPIC : 0]), words };
}

function rankOffices(
  office: OfficeCoverage,
  governments: readonly ServingGovernment[],
  matter: Matter,
): readonly Candidate[] {
  const having = governments.filter(({ level }) => office.levels.includes(level));
  const inCharge = governmentInCharge(office.code, having, matter.text);
  const evidence = weigh(matter, office);
  return having.map((government) => {
    const share = government === inCharge ? 1 : OTHER_LEVEL;
    return describe(`${government.code}/${office.code}`, evidence, share, ['REGION']);
  });
}

function rankGovernments(
  governments: readonly ServingGovernment[],
  phrases: readonly string[],
  matter: Matter,
): readonly Candidate[] {
  const evidence = weigh(matter, { phrases, categoryIds: [] });
  const score = Math.max(combine([evidence.category, evidence.words]), GOVERNMENT_AT_LEAST);
  return governments.map(({ code }, distance) => ({
    code,
    score: round(score * OTHER_LEVEL ** distance),
    reasons: reasonsOf(evidence, ['REGION']),
  }));
}

function describe(code: string, evidence: Evidence, share: number, place: readonly Reason[]): Candidate {
  const score = round(combine([evidence.category, evidence.words]) * share);
  return { code, score, reasons: reasonsOf(evidence, place) };
}

function reasonsOf({ category, words }: Evidence, place: readonly Reason[]): readonly Reason[] {
  return [
    ...(category > 0 ? (['CATEGORY'] as const) : []),
    ...place,
    ...(words > 0 ? (['WORDS'] as const) : []),
  ];
}

function round(score: number): number {
  return Math.round(score * 1_000) / 1_000;
}
