import { STOP_WORDS } from '../search/stop-words.js';

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** What people write where a telephone charges by the letter, in full. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  list(`jl:jalan jln:jalan gg:gang ds:desa dsn:dusun kp:kampung kel:kelurahan kec:kecamatan kab:kabupaten
    perum:perumahan no:nomor dpn:depan dkt:dekat sblh:sebelah blkg:belakang blkng:belakang smpg:samping lmpu:lampu
    rsk:rusak jmbtn:jembatan smph:sampah mtr:motor pju:lampu skolah:sekolah ortu:orang`).map((pair) => {
    const [short = '', long = ''] = pair.split(':');
    return [short, long] as const;
  }),
);

/** Words of courtesy, of time and of the channel, beside the stop words of search: they tell nothing of the matter. */
const EMPTY_WORDS: ReadonlySet<string> = new Set([
  ...STOP_WORDS,
  ...list(`mohon mhn tlg sgr segera terima kasih trims makasih bapak ibu yth hormat dinas pemerintah pemkot pemkab
    lapor lapor1708 laporan melaporkan warga masyarakat sy sdh udah utk yg krn dg dgn tdk gak nggak ga aja dong kondisi
    hari minggu bulan tahun bln thn mgg lalu lama ditindaklanjuti tindak lanjut ditangani`),
]);

/** After these a name follows. */
const NAMED: ReadonlySet<string> = new Set(
  list(`jalan gang desa dusun kampung kelurahan kecamatan kabupaten kota perumahan komplek kompleks pasar stasiun
    terminal jembatan rt rw nomor km blok simpang perempatan pertigaan`),
);

/** After these something follows that everybody there knows. */
const BESIDE: ReadonlySet<string> = new Set(
  list('depan dekat samping sebelah belakang seberang antara tepatnya'),
);

/** Said of a street, and no name of one. */
const NOT_A_NAME: ReadonlySet<string> = new Set(
  list(`raya utama umum poros desa kampung kota provinsi kabupaten nasional tol lingkungan setapak aspal rusak berlubang
    bolong macet gelap mati sempit becek licin panjang depan`),
);

const LONGEST_NAME = 2;

/** A report as its words, each by its stem. */
export interface ReadWords {
  /** What it is about. */
  readonly matter: ReadonlySet<string>;
  /** Where it is, as far as the words tell. */
  readonly where: ReadonlySet<string>;
  /** Names of streets, the first word of each. */
  readonly streets: ReadonlySet<string>;
  /** All of them. */
  readonly all: ReadonlySet<string>;
}

/** Reads what a report says; everything in `place` says where. A name ends with its line. */
export function readWords(texts: readonly string[], place: string | null): ReadWords {
  const lines = [...texts, place ?? ''].map(wordsOf);
  const where = new Set((lines.at(-1) ?? []).filter(isTelling).map(stemOf));
  const matter = new Set<string>();
  for (const line of lines.slice(0, -1)) {
    let named = 0;
    for (const word of line) {
      if (!isTelling(word)) named = 0;
      else if (named > 0) {
        where.add(stemOf(word));
        named -= 1;
      } else matter.add(stemOf(word));
      if (NAMED.has(word) || BESIDE.has(word)) named = LONGEST_NAME;
    }
  }
  for (const word of where) matter.delete(word);
  const streets = new Set(lines.flatMap(streetsIn).map(stemOf));
  return { matter, where, streets, all: new Set([...matter, ...where]) };
}

function streetsIn(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => {
    const [before, last] = [words[index - 2], words[index - 1]];
    const follows = last === 'jalan' || last === 'gang' || (before === 'jalan' && last === 'raya');
    return follows && isTelling(word) && !NOT_A_NAME.has(word);
  });
}

function wordsOf(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll(/[@#]\w+|https?:\S+/g, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => ABBREVIATIONS.get(word) ?? word);
}

function isTelling(word: string): boolean {
  return !EMPTY_WORDS.has(word) && (word.length > 2 || /\d/.test(word));
}

/** Near enough: `perbaikan`, `memperbaiki` and `diperbaiki` meet, and nobody reads what comes out. */
function stemOf(word: string): string {
  const end = word.replace(/(?:nya|kan|lah|kah|pun|ku|mu|an|i)$/u, '');
  const bare = end.length >= 4 ? end : word;
  const start = bare.replace(/^(?:memper|diper|meng|meny|mem|men|me|peng|peny|pem|pen|ber|ter|di|per)/u, '');
  return start.length >= 4 ? start : bare;
}
