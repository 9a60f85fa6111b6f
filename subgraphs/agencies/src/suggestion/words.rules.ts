/** Endings that Indonesian writes onto a word without changing what it names: `baunya`, `jalanku`. */
const ENDING = /^(.{2,})(?:nya|ku|mu|lah|kah|pun)$/u;

/** After these a word says where something is, not what it is: `dekat pasar`, `samping sekolah`. */
const WHERE_WORDS: ReadonlySet<string> = new Set([
  'dekat',
  'dkt',
  'depan',
  'dpn',
  'samping',
  'belakang',
  'sebelah',
  'seberang',
  'sekitar',
  'perempatan',
  'simpang',
]);

/** Words of two or more say more than one alone, which may be there by chance; so may the words of a torn phrase. */
const WEIGHT_OF_PHRASE = 0.55;
const WEIGHT_OF_WORD = 0.4;

/** Other words that may stand between two of a phrase: `jalan di Baros sudah lama rusak`. */
const WIDEST_GAP = 5;

/** The words of a text, by the places where each stands, first is 0. */
export type WordPlaces = ReadonlyMap<string, readonly number[]>;

/** Where each word of a text stands, with and without its ending; words that only say where something is are left out. */
export function findWords(text: string): WordPlaces {
  const words = readWords(text);
  const places = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    if (WHERE_WORDS.has(words[at - 1] ?? '')) continue;
    for (const form of [word, ENDING.exec(word)?.[1]]) {
      if (form === undefined) continue;
      const known = places.get(form);
      if (known) known.push(at);
      else places.set(form, [at]);
    }
  }
  return places;
}

/** The words or phrases of a cell of facts, which `;` separates, in small letters without marks. */
export function readPhrases(cell: string): readonly string[] {
  return cell
    .split(';')
    .map((phrase) => readWords(phrase).join(' '))
    .filter((phrase) => phrase !== '');
}

/**
 * How strongly a text points to something: 0 where none of its phrases occurs, nearing 1 the more do. A phrase within a
 * longer one that also occurs (`listrik` in `tarif listrik`) is not counted again.
 */
export function wordEvidence(text: WordPlaces, phrases: readonly string[]): number {
  const found = phrases
    .map((phrase) => ({ phrase, weight: weightOf(text, phrase.split(' ')) }))
    .filter(({ weight }) => weight > 0);
  const whole = found.filter(
    ({ phrase }) => !found.some((other) => other.phrase !== phrase && contains(other.phrase, phrase)),
  );
  return combine(whole.map(({ weight }) => weight));
}

/** Independent pieces of evidence, each 0 to 1, as one: more pieces say more, and none takes away. */
export function combine(evidence: readonly number[]): number {
  return 1 - evidence.reduce((doubt, one) => doubt * (1 - one), 1);
}

/** The parts of `gorong-gorong` are two words. */
function readWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function weightOf(text: WordPlaces, [first = '', ...rest]: readonly string[]): number {
  const starts = text.get(first) ?? [];
  if (starts.some((at) => goesOn(text, rest, at, 0)))
    return rest.length > 0 ? WEIGHT_OF_PHRASE : WEIGHT_OF_WORD;
  return starts.some((at) => goesOn(text, rest, at, WIDEST_GAP)) ? WEIGHT_OF_WORD : 0;
}

/** Whether these words follow the one at `start`, in this order, with no more than `gap` others before each. */
function goesOn(text: WordPlaces, words: readonly string[], start: number, gap: number): boolean {
  let last = start;
  return words.every((word) => {
    const next = nextPlace(text.get(word) ?? [], last);
    const isNear = next !== null && next - last <= 1 + gap;
    if (isNear) last = next;
    return isNear;
  });
}

/** The first place after another; by halves, since a text may repeat one word a thousand times. */
function nextPlace(places: readonly number[], after: number): number | null {
  let from = 0;
  let to = places.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((places[middle] ?? after) > after) to = middle;
    else from = middle + 1;
  }
  return places[from] ?? null;
}

function contains(phrase: string, part: string): boolean {
  return ` ${phrase} `.includes(` ${part} `);
}
