/** A report as the generator writes it. */
export interface MadeReport {
  readonly key: string;
  readonly channel: 'WEB' | 'SMS' | 'X' | 'WHATSAPP';
  readonly title: string;
  readonly body: string;
  readonly place: string | null;
  readonly categoryId: string;
  readonly regionCode: string;
  /** Days after the first day of the set. */
  readonly day: number;
}

/** A report, one about the same incident in other words, and two that only look like it. */
export interface MadeCase {
  readonly report: MadeReport;
  readonly duplicate: MadeReport;
  /** The same words about another spot of the same district. */
  readonly otherPlace: MadeReport;
  /** Another matter at the same spot. */
  readonly otherIssue: MadeReport;
}

interface Spot {
  readonly street: string;
  readonly landmark: string;
  readonly village: string;
  readonly district: string;
  readonly regionCode: string;
}

interface Issue {
  readonly categoryId: string;
  readonly title: string;
  /** Ways of saying it that share as few words as people do; `$S` street, `$L` landmark, `$V` village, `$D` district. */
  readonly said: readonly string[];
}

/** Topics as they are in the reference data: pairs that are near one another and pairs that are not. */
const ISSUES: readonly Issue[] = [
  {
    categoryId: '08.007',
    title: 'Jalan berlubang',
    said: [
      'Jalan $S di $L berlubang sedalam 20 cm sejak sebulan. Sudah dua pengendara motor jatuh. Mohon segera ditambal.',
      'Aspal $S, $V, rusak parah tepat di $L. Kalau hujan kubangannya tidak kelihatan dan motor terperosok.',
      'Tolong perbaiki lubang besar di $S dekat $L kelurahan $V, tiap malam ada yang kecelakaan.',
      'Saya jatuh semalam di $S ($L) gara-gara jalan bolong yang tergenang air. Bahaya sekali untuk pengendara.',
    ],
  },
  {
    categoryId: '08.002',
    title: 'Saluran air mampet',
    said: [
      'Gorong-gorong di $S, $L, tersumbat sampah. Setiap hujan air meluap ke rumah warga $V.',
      'Got depan $L di $S mampet penuh lumpur, banjir setinggi lutut kalau hujan sebentar saja.',
      'Drainase $S kelurahan $V perlu dikeruk, airnya tidak mengalir dan bau, lokasi $L.',
      'Rumah kami di $S kebanjiran terus karena selokan dekat $L tidak pernah dibersihkan.',
    ],
  },
  {
    categoryId: '08.010',
    title: 'Lampu jalan mati',
    said: [
      'Lampu penerangan jalan di $S depan $L padam sudah tiga minggu, gelap dan rawan kejahatan.',
      'PJU mati di $S, $V. Kalau malam gelap gulita di sekitar $L, kemarin ada penjambretan.',
      'Mohon bohlam tiang lampu $S dekat $L diganti, tidak menyala sejak bulan lalu.',
      'Gelap sekali jalan $S sekitar $L kelurahan $V, penerangannya tidak ada yang hidup.',
    ],
  },
  {
    categoryId: '07.027',
    title: 'Sampah menumpuk',
    said: [
      'Sampah di TPS $S, $L, menumpuk dua minggu tidak diangkut. Baunya sampai ke rumah warga $V.',
      'Truk kebersihan tidak pernah datang ke $S. Tumpukan plastik di $L penuh belatung dan lalat.',
      'Bau busuk dari buangan liar di dekat $L, $S kelurahan $V, mohon dibersihkan.',
      'Orang membuang limbah rumah tangga sembarangan di $S samping $L, sudah menggunung.',
    ],
  },
  {
    categoryId: '16.002',
    title: 'Air PDAM tidak mengalir',
    said: [
      'Air PDAM di $S, $V, mati sudah lima hari tanpa pemberitahuan. Pelanggan sekitar $L kesulitan mandi.',
      'Keran kami di $S dekat $L kering sejak Senin, padahal tagihan ledeng dibayar terus.',
      'Aliran ledeng ke perumahan di $S ($L) kelurahan $V hanya menetes tengah malam.',
      'Mohon pipa bocor di $S depan $L diperbaiki, distribusi air bersih berhenti total.',
    ],
  },
  {
    categoryId: '31.003',
    title: 'Parkir liar',
    said: [
      'Mobil parkir di badan jalan $S depan $L setiap pagi, macet panjang. Mohon ditertibkan.',
      'Juru parkir tidak resmi di $S, $L, menarik lima ribu tanpa karcis.',
      'Kendaraan berhenti sembarangan dua lapis di $S dekat $L, lalu lintas $V lumpuh.',
      'Trotoar dan bahu jalan $S sekitar $L dipakai parkir, pejalan kaki turun ke jalan.',
    ],
  },
  {
    categoryId: '04.003',
    title: 'Pelayanan puskesmas lambat',
    said: [
      'Antrean puskesmas di $S dekat $L sampai lima jam, dokter hanya satu. Pasien lansia terlantar.',
      'Loket pendaftaran puskesmas $V, $S, tutup sebelum jam sepuluh padahal pasien masih banyak.',
      'Obat di puskesmas $S ($L) kosong terus, disuruh beli sendiri di apotek.',
      'Petugas puskesmas $V di $S tidak ramah dan menunggu dokter berjam-jam.',
    ],
  },
  {
    categoryId: '12.052',
    title: 'Pungutan di sekolah',
    said: [
      'Sekolah di $S dekat $L meminta uang gedung dua juta kepada wali murid, padahal negeri.',
      'Komite memungut iuran bulanan wajib di SD $V, $S. Yang belum bayar tidak menerima rapor.',
      'Anak saya diharuskan membeli seragam dan buku di koperasi SD $S samping $L dengan harga mahal.',
      'Pungutan perpisahan kelas enam di sekolah $S ($L), $V, memberatkan orang tua.',
    ],
  },
];

const STREETS =
  `Braga Kenanga Melati Gajah_Mada Pahlawan Cempaka Diponegoro Anggrek Veteran Merpati Kartini Mawar
  Sudirman Rajawali Pemuda Flamboyan Hasanuddin Cendrawasih Ahmad_Yani Teratai`
    .trim()
    .split(/\s+/);
const LANDMARKS =
  `masjid_Al_Ikhlas pasar_baru kantor_kelurahan SMP_Negeri jembatan pos_ronda lapangan_voli bengkel_Jaya
  toko_Sinar gereja apotek_Sehat warung_Bu_Sri taman_kota pangkalan_ojek`
    .trim()
    .split(/\s+/);
const VILLAGES =
  `Sukamaju Karangsari Mekarjaya Cibunar Tanjungsari Rawabelong Sidomulyo Margahayu Pasirjati Wanasari`
    .trim()
    .split(/\s+/);
const DISTRICTS = `Sukasari Cempaka_Putih Banjarsari Tegalrejo`.trim().split(/\s+/);
const REGENCIES = ['32.73', '33.74', '35.78', '51.71'] as const;

/** How a telephone writes. */
const SHORT: readonly (readonly [string, string])[] = [
  ['jalan', 'jln'],
  ['depan', 'dpn'],
  ['dekat', 'dkt'],
  ['kelurahan', 'kel'],
  ['tidak', 'gak'],
  ['sudah', 'udh'],
  ['mohon', 'mhn'],
  ['tolong', 'tlg'],
  ['samping', 'smpg'],
  ['dan', '&'],
  ['yang', 'yg'],
  ['karena', 'krn'],
];

/** Makes the same cases for the same seed. */
export function makeCases(count: number, seed: number): readonly MadeCase[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => makeCase(index, random));
}

function makeCase(index: number, random: () => number): MadeCase {
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('Nothing to choose from.');
    return item;
  };
  const pickOther = <Item>(items: readonly Item[], than: Item): Item =>
    pick(items.filter((item) => item !== than));
  const issue = pick(ISSUES);
  const spot = pickSpot(pick);
  const said = pick(issue.said);
  const otherStreet = pickOther(STREETS, named(spot.street));
  const elsewhere = {
    ...spot,
    street: spaced(otherStreet),
    landmark: spaced(pickOther(LANDMARKS, named(spot.landmark))),
  };
  const another = pickOther(ISSUES, issue);
  const day = Math.floor(random() * 60);
  const around = (): number => day + Math.floor(random() * 6);
  const write = (role: string, about: Issue, words: string, where: Spot, on: number): MadeReport =>
    writeReport(`${String(index)}-${role}`, about, words, where, on, random);
  return {
    report: write('report', issue, said, spot, day),
    duplicate: write('duplicate', issue, pickOther(issue.said, said), spot, around()),
    otherPlace: write('other-place', issue, said, elsewhere, around()),
    otherIssue: write('other-issue', another, pick(another.said), spot, around()),
  };
}

function pickSpot(pick: <Item>(items: readonly Item[]) => Item): Spot {
  const regency = pick(REGENCIES);
  const district = pick(DISTRICTS);
  return {
    street: spaced(pick(STREETS)),
    landmark: spaced(pick(LANDMARKS)),
    village: pick(VILLAGES),
    district: spaced(district),
    regionCode: `${regency}.0${String(DISTRICTS.indexOf(district) + 1)}`,
  };
}

function writeReport(
  key: string,
  issue: Issue,
  words: string,
  spot: Spot,
  day: number,
  random: () => number,
): MadeReport {
  const full = words
    .replaceAll(
      '$S',
      words.includes('Jalan $S') || words.includes('jalan $S') ? spot.street : `Jalan ${spot.street}`,
    )
    .replaceAll('$L', spot.landmark)
    .replaceAll('$V', spot.village)
    .replaceAll('$D', spot.district);
  const { categoryId, title } = issue;
  // Half of all people write at the site and fill in every field; the others send what fits into a message.
  if (random() < 0.5) {
    const place = `Jalan ${spot.street}, ${spot.landmark}, ${spot.village}, ${spot.district}`;
    return {
      key,
      channel: 'WEB',
      title: `${title} di ${spot.village}`,
      body: full,
      place,
      categoryId,
      regionCode: spot.regionCode,
      day,
    };
  }
  const short = misspelt(abbreviated(full.toLowerCase(), random), random);
  const channel = random() < 0.5 ? 'SMS' : 'X';
  const regionCode = random() < 0.5 ? spot.regionCode : spot.regionCode.slice(0, 5);
  const name = short.split(' ').slice(0, 6).join(' ');
  return {
    key,
    channel,
    title: name,
    body: channel === 'X' ? `@LAPOR1708 ${short}` : short,
    place: null,
    categoryId,
    regionCode,
    day,
  };
}

function abbreviated(text: string, random: () => number): string {
  return SHORT.reduce(
    (said, [word, short]) =>
      random() < 0.7 ? said.replaceAll(new RegExp(`\\b${word}\\b`, 'g'), short) : said,
    text,
  );
}

/** One word in fifteen loses a letter. */
function misspelt(text: string, random: () => number): string {
  return text
    .split(' ')
    .map((word) => {
      if (word.length < 5 || random() > 1 / 15) return word;
      const at = 1 + Math.floor(random() * (word.length - 2));
      return word.slice(0, at) + word.slice(at + 1);
    })
    .join(' ');
}

const named = (name: string): string => name.replaceAll(' ', '_');
const spaced = (name: string): string => name.replaceAll('_', ' ');

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
