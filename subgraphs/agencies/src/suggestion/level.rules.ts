import type { ServingGovernment } from './place.rules.js';
import { type WordPlaces, wordEvidence } from './words.rules.js';

interface LevelWords {
  readonly provincial: readonly string[];
  readonly local: readonly string[];
}

/** Words that tell which level is in charge, by office; from the column `note` of `regional-offices.csv` (UU 23/2014). */
const LEVEL_WORDS: Readonly<Record<string, LevelWords>> = {
  '1.01': {
    provincial: ['sma', 'sman', 'smk', 'smkn', 'slb', 'slbn'],
    local: ['paud', 'tk', 'sd', 'sdn', 'smp', 'smpn'],
  },
  '1.03': { provincial: ['jalan provinsi'], local: ['jalan kabupaten', 'jalan kota'] },
  '2.07': { provincial: ['pengawas ketenagakerjaan', 'pengawasan ketenagakerjaan'], local: [] },
  '3.25': { provincial: ['laut'], local: [] },
  '5.02b': {
    provincial: ['samsat', 'pajak kendaraan', 'pkb', 'bbnkb'],
    local: ['pbb', 'bphtb', 'pajak restoran'],
  },
};

/**
 * Which of the governments that have an office is in charge: the one that the words tell, else the nearest. Null where
 * none has it.
 */
export function governmentInCharge(
  officeCode: string,
  governments: readonly ServingGovernment[],
  text: WordPlaces,
): ServingGovernment | null {
  const [nearest, ...others] = governments;
  const told = LEVEL_WORDS[officeCode];
  const isProvincial =
    told !== undefined && wordEvidence(text, told.provincial) > wordEvidence(text, told.local);
  const provincial = isProvincial ? others.find(({ level }) => level === 'PROVINCE') : undefined;
  return provincial ?? nearest ?? null;
}
