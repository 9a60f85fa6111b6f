import type { ProblemTexts } from '@satu-pintu/subgraph-kit';

/** What people read when a file, or something in it, is refused. */
export const SPREADSHEET_TEXTS: ProblemTexts = {
  ColumnMissing: { id: 'Kolom {name} tidak ada.', en: 'There is no column {name}.' },
  ColumnUnknown: { id: 'Kolom {name} tidak dikenal.', en: 'The column {name} is not known.' },
  ColumnRepeated: {
    id: 'Kolom {name} ada lebih dari satu.',
    en: 'The column {name} is there more than once.',
  },
  CellsMisplaced: {
    id: 'Baris ini berisi {found} sel, seharusnya {expected}.',
    en: 'This row has {found} cells instead of {expected}.',
  },
  CellIsFormula: {
    id: "Sel diawali =, +, - atau @ sehingga dibaca sebagai rumus. Kosongkan, atau awali dengan tanda petik (').",
    en: "The cell begins with =, +, - or @, so a spreadsheet takes it for a formula. Leave it empty, or put a quote (') in front.",
  },
  TableNotUtf8: {
    id: 'Mulai baris ini berkas bukan UTF-8. Simpan ulang sebagai “CSV UTF-8”.',
    en: 'From this row on the file is not UTF-8. Save it as “CSV UTF-8”.',
  },
  TableMalformed: {
    id: 'Mulai baris ini berkas tidak dapat dibaca sebagai CSV; mungkin tanda kutip tidak ditutup.',
    en: 'From this row on the file cannot be read as CSV; a quote may not be closed.',
  },
  TableEmpty: {
    id: 'Berkas tidak berisi baris di bawah judul kolom.',
    en: 'The file has no row below its heading.',
  },
  TableTooLong: {
    id: 'Berkas berisi lebih dari {most} baris. Bagilah menjadi beberapa berkas.',
    en: 'The file has more than {most} rows. Divide it into several.',
  },
  FileTooLarge: {
    id: 'Berkas terlalu besar; paling besar 20 MB.',
    en: 'The file is too large; 20 MB at most.',
  },
  UploadNotFound: {
    id: 'Alamat ini tidak dikenal. Mintalah alamat baru.',
    en: 'This address is not known. Ask for a new one.',
  },
  UploadExpired: {
    id: 'Alamat ini sudah kedaluwarsa. Mintalah alamat baru.',
    en: 'This address has expired. Ask for a new one.',
  },
  UploadUsed: {
    id: 'Alamat ini sudah menerima berkasnya. Mintalah impor baru untuk setiap berkas.',
    en: 'This address has taken its file. Ask for a new import for each file.',
  },
  UploadBrokenOff: {
    id: 'Pengiriman berkas terputus. Silakan coba lagi.',
    en: 'The file broke off. Please send it again.',
  },
  UploadsBusy: {
    id: 'Terlalu banyak berkas menunggu saat ini. Silakan coba beberapa saat lagi.',
    en: 'Too many files are waiting. Please try again soon.',
  },
  ExportNotFound: {
    id: 'Berkas tidak ditemukan atau alamatnya sudah kedaluwarsa. Mintalah alamat baru.',
    en: 'There is no such file, or its address has expired. Ask for a new one.',
  },
};
