import { readWords, type ReadWords } from './report-words.js';

/** What of a report is compared: what the viewer reads, and nothing else. */
export interface Comparable {
  readonly title: string;
  readonly body: string;
  readonly place: string | null;
  readonly categoryId: string | null;
  readonly regionCode: string | null;
  /** When it was filed; of an anonymous report the day. */
  readonly at: Date;
}

/** What two reports have in common. */
export const LIKENESS_REASONS = ['PLACE', 'WORDS', 'CATEGORY', 'TIME'] as const;
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

/** How likely two reports are about the same incident, for people. */
export const LIKENESS_BANDS = ['HIGH', 'POSSIBLE'] as const;
export type LikenessBand = (typeof LIKENESS_BANDS)[number];

/** A report that may be about the same incident. */
export interface Likeness<Item> {
  readonly item: Item;
  /** From 0 to 1; for comparing, no probability. */
  readonly score: number;
  readonly band: LikenessBand;
  readonly matchedOn: readonly LikenessReason[];
}

const DAY_MS = 86_400_000;

/* Found by trying: `docs/quality/duplicates.md` says what they give. */
const HIGH = 0.6;
const POSSIBLE = 0.35;
const SAME_PLACE = 0.5;
const SAME_WORDS = 0.3;
const DAYS_APART = 14;
/** Names of streets that share half of their groups of three letters are one name, misspelt. */
const SAME_NAME = 0.5;

/**
 * The reports that may be about the same incident as one, the likeliest first. Text alone misleads: another hole in
 * another street reads more alike than the same hole told by two people. So a report has to be alike in place and in
 * matter, and a street of another name counts against it.
 */
export function rankByLikeness<Item extends Comparable>(
  own: Comparable,
  others: readonly Item[],
): readonly Likeness<Item>[] {
  const read = others.map((item) => ({ item, text: readText(item) }));
  const rarity = rarityAmong(read.map(({ text }) => text.words));
  const ownText = readText(own);
  const topic = own.categoryId ?? likelyTopic(ownText, read, rarity);
  return read
    .flatMap(({ item, text }) => {
      const likeness = describe(item, compare({ ...own, categoryId: topic }, item, ownText, text, rarity));
      return likeness ? [withoutGuess(likeness, own)] : [];
    })
    .sort((one, other) => other.score - one.score);
}

/** A report as it is compared. */
interface ReadText {
  readonly words: ReadWords;
  readonly grams: ReadonlySet<string>;
}

/** Votes that add up to less say nothing. */
const FEWEST_VOTES = 0.05;

/** The topic of those nearby that say the most alike, in whichever street; null where nothing is said alike. */
function likelyTopic(
  own: ReadText,
  others: readonly { readonly item: Comparable; readonly text: ReadText }[],
  rarity: Rarity,
): string | null {
  const votes = new Map<string, number>();
  for (const { item, text } of others) {
    const alike = sharedWords(own.words, text.words, rarity) ** 2;
    if (item.categoryId !== null) votes.set(item.categoryId, (votes.get(item.categoryId) ?? 0) + alike);
  }
  const best = [...votes].sort(([, one], [, other]) => other - one).at(0);
  return best && best[1] > FEWEST_VOTES ? best[0] : null;
}

/** A topic that nobody has chosen is not named as a reason. */
function withoutGuess<Item>(likeness: Likeness<Item>, { categoryId }: Comparable): Likeness<Item> {
  if (categoryId !== null) return likeness;
  return { ...likeness, matchedOn: likeness.matchedOn.filter((reason) => reason !== 'CATEGORY') };
}

/** From 0 to 1 each. */
interface Comparison {
  readonly place: number;
  readonly text: number;
  readonly category: number;
  readonly days: number;
}

/** How much a word tells, by how few reports have it. */
type Rarity = (word: string) => number;

function readText({ title, body, place }: Comparable): ReadText {
  return { words: readWords([title, body], place), grams: gramsOf(`${title} ${body}`) };
}

function compare(
  own: Comparable,
  other: Comparable,
  mine: ReadText,
  theirs: ReadText,
  rarity: Rarity,
): Comparison {
  const words = sharedWords(mine.words, theirs.words, rarity);
  const grams = Math.min(1, 1.6 * likeGrams(mine.grams, theirs.grams));
  return {
    place: likePlace(own, other, mine.words, theirs.words, rarity),
    text: 0.7 * words + 0.3 * grams,
    category: likeCategory(own.categoryId, other.categoryId),
    days: Math.abs(own.at.getTime() - other.at.getTime()) / DAY_MS,
  };
}

function describe<Item>(item: Item, { place, text, category, days }: Comparison): Likeness<Item> | null {
  const matter = 0.65 * text + 0.35 * category;
  const score = Math.sqrt(place * matter) * (0.9 + 0.1 * Math.exp(-days / 30));
  if (score < POSSIBLE) return null;
  const has = {
    PLACE: place >= SAME_PLACE,
    WORDS: text >= SAME_WORDS,
    CATEGORY: category === 1,
    TIME: days <= DAYS_APART,
  };
  return {
    item,
    score,
    band: score >= HIGH ? 'HIGH' : 'POSSIBLE',
    matchedOn: LIKENESS_REASONS.filter((reason) => has[reason]),
  };
}

/** The region, the street and everything else that says where; what neither says counts neither way. */
function likePlace(
  one: Comparable,
  other: Comparable,
  mine: ReadWords,
  theirs: ReadWords,
  rarity: Rarity,
): number {
  const region = likeRegion(one.regionCode, other.regionCode);
  const [there, back] = [shareOf(mine.where, theirs.all, rarity), shareOf(theirs.where, mine.all, rarity)];
  const named = there === null || back === null ? (there ?? back ?? 0.5) : mixed(there, back);
  const isSameStreet = likeStreet(mine.streets, theirs.streets);
  if (isSameStreet === true) return 0.25 * region + 0.4 + 0.35 * named;
  const rest = 0.3 * region + 0.7 * named;
  return isSameStreet === null ? rest : 0.4 * rest;
}

/** 1 where one lies within the other, half where they share the regency, 0 elsewhere. */
function likeRegion(one: string | null, other: string | null): number {
  if (one === null || other === null) return 0.5;
  const [mine, theirs] = [one.split('.'), other.split('.')];
  const depth = Math.min(mine.length, theirs.length);
  const differsAt = mine.slice(0, depth).findIndex((part, index) => part !== theirs[index]);
  if (differsAt === -1) return 1;
  return differsAt < 2 ? 0 : 0.5;
}

/** Null where one of them names no street. */
function likeStreet(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean | null {
  if (mine.size === 0 || theirs.size === 0) return null;
  return [...mine].some((name) => [...theirs].some((other) => isSameName(name, other)));
}

function isSameName(one: string, other: string): boolean {
  if (one === other) return true;
  return Math.min(one.length, other.length) > 3 && likeGrams(gramsOf(one), gramsOf(other)) >= SAME_NAME;
}

/** 1 for the same topic, less for one beside it, half where nobody has chosen one yet. */
function likeCategory(one: string | null, other: string | null): number {
  if (one === null || other === null) return 0.5;
  if (one === other) return 1;
  return one.split('.')[0] === other.split('.')[0] ? 0.4 : 0;
}

function sharedWords(mine: ReadWords, theirs: ReadWords, rarity: Rarity): number {
  const [there, back] = [shareOf(mine.matter, theirs.all, rarity), shareOf(theirs.matter, mine.all, rarity)];
  return there === null || back === null ? 0 : mixed(there, back);
}

/** A message of twenty words can say all that a letter says, so the larger share counts for more. */
function mixed(there: number, back: number): number {
  return 0.6 * Math.max(there, back) + 0.4 * Math.min(there, back);
}

/** Which part of some words is found among others, by what each tells; null where there are none. */
function shareOf(words: ReadonlySet<string>, others: ReadonlySet<string>, rarity: Rarity): number | null {
  let [all, found] = [0, 0];
  for (const word of words) {
    all += rarity(word);
    if (others.has(word)) found += rarity(word);
  }
  return all === 0 ? null : found / all;
}

function rarityAmong(read: readonly ReadWords[]): Rarity {
  const counts = new Map<string, number>();
  for (const { all } of read) for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + (read.length + 1) / ((counts.get(word) ?? 0) + 0.5));
}

/** Groups of three letters, as `pg_trgm` makes them: a letter that is missing spoils few of them. */
function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = `  ${word} `;
    for (let start = 0; start + 3 <= padded.length; start += 1) grams.add(padded.slice(start, start + 3));
  }
  return grams;
}

function likeGrams(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((gram) => other.has(gram)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
