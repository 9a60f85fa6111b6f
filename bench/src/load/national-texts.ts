import type { SampleRow } from '@satu-pintu/reports';
import type { Chance } from './chance.js';
import type { District } from './country.js';

const TITLE_LENGTH = 130;

const LANDMARKS = [
  'masjid',
  'gereja',
  'pura',
  'pasar',
  'terminal',
  'puskesmas',
  'balai desa',
  'SPBU',
  'jembatan',
];
const NAMES = [
  'Asih',
  'Bagyo',
  'Cahya',
  'Dewi',
  'Eko',
  'Fitri',
  'Gunadi',
  'Hendra',
  'Intan',
  'Joko',
  'Kartika',
  'Laila',
];
const LETTERS = Array.from('ABCDEFGHJKLMNPRSTUVW');

/** What a reporter wrote, and where. */
export interface Story {
  readonly title: string;
  readonly body: string;
  readonly place: string | null;
}

/** The text of a pattern, told of another district, with details that no other report has. */
export function tellOf(pattern: SampleRow, district: District, neighbour: District, chance: Chance): Story {
  const move = mover(pattern, district, neighbour);
  return {
    title: move(pattern.title).slice(0, TITLE_LENGTH),
    body: `${move(pattern.body).replace(/(?<=[^.!?])$/, '.')} ${detailOf(district, chance)}`,
    place: pattern.place === null ? null : move(pattern.place),
  };
}

/** Puts other names for those of the pattern's village, district and regency: its place ends with them. */
function mover({ place }: SampleRow, district: District, neighbour: District): (text: string) => string {
  const names = (place ?? '').split(', ').slice(-3);
  if (names.length < 3) return (text) => text;
  const [village = '', oldDistrict = '', regency = ''] = names;
  const short = (name: string): string => name.replace(/^(?:Kabupaten|Kota)(?: Administrasi)? /, '');
  const moves = new Map([
    [village, neighbour.name],
    [regency, district.regencyName],
    [short(regency), short(district.regencyName)],
    [oldDistrict, district.name],
  ]);
  const known = [...moves.keys()].sort((one, other) => other.length - one.length).map(escape);
  const pattern = new RegExp(known.join('|'), 'g');
  return (text) => text.replaceAll(pattern, (name) => moves.get(name) ?? name);
}

/** Words by which one report is found among all: a number on a pole, a house, a name on a shop. */
function detailOf(district: District, chance: Chance): string {
  const pole = `${chance.oneOf(LETTERS)}${chance.oneOf(LETTERS)}${chance.between(10_000, 99_999)}`;
  const shop = `warung ${chance.oneOf(NAMES)}${chance.oneOf(NAMES).toLowerCase()}`;
  switch (chance.between(0, 3)) {
    case 0:
      return `Patokannya tiang listrik ${pole} di dekat ${chance.oneOf(LANDMARKS)}.`;
    case 1:
      return `Tempatnya di RT ${chance.between(1, 12)} RW ${chance.between(1, 20)}, ${district.name}, seberang ${shop}.`;
    case 2:
      return `Nomor pengaduan sebelumnya ${pole}, belum ada kabar.`;
    default:
      return `Bisa ditanyakan di ${shop}, dekat ${chance.oneOf(LANDMARKS)}, atau ke 0812-0000-${chance.between(1_000, 9_999)}.`;
  }
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
