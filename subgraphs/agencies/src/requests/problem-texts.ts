import type { ProblemTexts } from '@satu-pintu/subgraph-kit';
import { SPREADSHEET_TEXTS } from '../spreadsheets/spreadsheet-texts.js';

/** What people read when a change of the tree or of its officers is refused. */
export const AGENCIES_PROBLEM_TEXTS: ProblemTexts = {
  AgencyNotFound: {
    id: 'Instansi tidak ditemukan atau tidak aktif lagi.',
    en: 'There is no such agency, or it is no longer active.',
  },
  AgencyCodeTaken: {
    id: 'Kode ini sudah dipakai instansi lain; satu kode hanya untuk satu instansi, untuk selamanya.',
    en: 'This code belongs to another agency; a code names one agency for ever.',
  },
  WouldFormCircle: {
    id: 'Instansi tidak dapat dipindahkan ke bawah dirinya sendiri.',
    en: 'An agency cannot be moved below itself.',
  },
  SuccessorUnfit: {
    id: 'Instansi penerus tidak boleh berada di bawah instansi yang diakhiri.',
    en: 'The successor must not hang below the agency that ends.',
  },
  AgencyHasUnits: {
    id: 'Masih ada {count} instansi di bawahnya. Pindahkan atau akhiri dahulu, atau gabungkan ke instansi lain.',
    en: 'There are {count} agencies below it. Move or end them first, or merge it into another agency.',
  },
  CannotChange: {
    id: 'Kolom {field} tidak dapat diubah melalui impor. Kosongkan, atau tulis seperti yang sekarang.',
    en: '{field} cannot be changed by an import. Leave it empty, or as it is now.',
  },
  TreeTooDeep: {
    id: 'Instansi berada terlalu dalam; paling banyak {most} tingkat.',
    en: 'The agency hangs too deep; {most} levels at most.',
  },
  RowRepeated: {
    id: 'Baris {other} sudah tentang hal yang sama.',
    en: 'Row {other} is about the same already.',
  },
  OfficerNotFound: {
    id: 'Petugas tidak ditemukan atau penugasannya sudah berakhir.',
    en: 'There is no such post, or it has ended.',
  },
  OwnPost: {
    id: 'Ini jabatan Anda sendiri. Mintalah admin lain yang mengelolanya untuk melakukannya.',
    en: 'This is your own post. Ask somebody else who manages it to do this.',
  },
  PostTakenUp: {
    id: 'Jabatan ini sudah diisi. Untuk orang lain, akhiri penugasannya lalu tunjuk petugas baru.',
    en: 'Somebody holds this post already. For somebody else, end it and appoint a new officer.',
  },
  RoleUnfit: {
    id: 'Peran ini hanya ada di pengelola nasional.',
    en: 'This role exists at the national desk only.',
  },
  ...SPREADSHEET_TEXTS,
  LastAdmin: {
    id: 'Ini admin terakhir, dan instansinya masih memegang {openReports} laporan terbuka. Tentukan instansi yang mengambil alih.',
    en: 'This is the last admin, and the agency holds {openReports} open reports. Name the agency that takes them over.',
  },
};
