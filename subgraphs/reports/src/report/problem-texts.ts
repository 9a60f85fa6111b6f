import type { ProblemTexts } from '@satu-pintu/subgraph-kit';

/** What people read when a request about a report is refused. */
export const REPORT_PROBLEM_TEXTS: ProblemTexts = {
  ReportNotFound: {
    id: 'Laporan tidak ditemukan. Periksa nomor laporan dan kode aksesnya.',
    en: 'There is no such report. Check its number and its access code.',
  },
  ReportNotInState: {
    id: 'Laporan sudah berubah status; muat ulang untuk melihat keadaan terbarunya.',
    en: 'The report has moved on; reload it to see where it stands.',
  },
  AgencyNotFound: {
    id: 'Instansi tidak ditemukan atau tidak aktif lagi. Pilih instansi lain.',
    en: 'There is no such agency, or it is no longer active. Choose another one.',
  },
  AgencyOutOfReach: {
    id: 'Anda hanya dapat meneruskan laporan di lingkungan instansi Anda.',
    en: 'You can send reports only within the house that you manage.',
  },
  CategoryNotFound: {
    id: 'Kategori tidak ditemukan atau masih memiliki subkategori. Pilih kategori paling rinci.',
    en: 'There is no such topic, or it has topics below it. Choose the most precise one.',
  },
  AgencyHasReturnedIt: {
    id: 'Instansi ini sudah mengembalikan laporan. Pilih instansi lain atau minta admin nasional memutuskan.',
    en: 'This agency has sent the report back. Choose another one, or ask the national desk to decide.',
  },
  NeedsNationalDesk: {
    id: 'Laporan sudah terlalu sering dikembalikan; hanya admin nasional yang dapat memutuskan tujuannya.',
    en: 'The report was returned too often; only the national desk can decide where it goes.',
  },
  DispositionIsBinding: {
    id: 'Disposisi ini mengikat dan tidak dapat dikembalikan.',
    en: 'This disposition is binding and cannot be returned.',
  },
  ReturnWindowOver: {
    id: 'Batas waktu pengembalian sudah lewat; laporan harus ditindaklanjuti.',
    en: 'The time for a return is over; the report must be followed up.',
  },
  AlreadyFollowedUp: {
    id: 'Laporan yang sudah ditindaklanjuti tidak dapat dikembalikan.',
    en: 'A report that has been followed up cannot be returned.',
  },
  CalendarNotLoaded: {
    id: 'Kalender hari kerja tahun {year} belum ditetapkan, sehingga tenggat belum dapat dihitung.',
    en: 'The working days of {year} are not decreed yet, so the deadline cannot be counted.',
  },
};
