import type { ProblemTexts } from '@satu-pintu/subgraph-kit';

/** What people read when a file is refused. */
export const FILE_PROBLEM_TEXTS: ProblemTexts = {
  AttachmentNotFound: {
    id: 'Lampiran tidak ditemukan atau sudah kedaluwarsa. Unggah kembali berkasnya.',
    en: 'There is no such file, or no longer. Upload it again.',
  },
  UploadNotFound: {
    id: 'Alamat unggahan tidak dikenal. Mintalah alamat baru.',
    en: 'This upload address is not known. Ask for a new one.',
  },
  UploadExpired: {
    id: 'Alamat unggahan sudah kedaluwarsa. Mintalah alamat baru.',
    en: 'This upload address has expired. Ask for a new one.',
  },
  UploadUsed: {
    id: 'Alamat unggahan ini sudah dipakai. Mintalah alamat baru untuk setiap berkas.',
    en: 'This upload address has been used. Ask for a new one for each file.',
  },
  UploadBrokenOff: {
    id: 'Unggahan terputus. Silakan coba lagi.',
    en: 'The upload broke off. Please try again.',
  },
  UploadsBusy: {
    id: 'Terlalu banyak unggahan saat ini. Silakan coba beberapa saat lagi.',
    en: 'Too many files are being uploaded. Please try again soon.',
  },
  FileEmpty: { id: 'Berkas kosong.', en: 'The file is empty.' },
  FileTooLarge: {
    id: 'Berkas terlalu besar; paling besar 20 MB.',
    en: 'The file is too large; 20 MB at most.',
  },
  FileTypeNotAccepted: {
    id: 'Jenis berkas ini tidak diterima. Kirimlah foto (JPEG, PNG, WebP) atau dokumen PDF.',
    en: 'Files of this kind are not taken. Send a photograph (JPEG, PNG, WebP) or a PDF.',
  },
  FileUnreadable: {
    id: 'Berkas rusak atau tidak lengkap. Simpan ulang lalu kirim kembali.',
    en: 'The file is damaged or not complete. Save it anew and send it again.',
  },
  FileIsEncrypted: {
    id: 'Dokumen terkunci dengan kata sandi. Kirimlah tanpa kunci.',
    en: 'The document is locked with a password. Send it without.',
  },
  FileHasActiveContent: {
    id: 'Dokumen memuat program, formulir aktif, atau berkas lain. Cetaklah ke PDF biasa lalu kirim kembali.',
    en: 'The document holds a program, an active form or another file. Print it to a plain PDF and send that.',
  },
  FileIsTwoThings: {
    id: 'Berkas memuat lebih dari satu jenis isi. Simpan ulang lalu kirim kembali.',
    en: 'The file is more than one thing at once. Save it anew and send it again.',
  },
  FileIsMalware: {
    id: 'Berkas ini dikenali sebagai program jahat dan tidak diterima.',
    en: 'The file is recognised as malware and is not taken.',
  },
  FileTooDemanding: {
    id: 'Berkas terlalu rumit atau gambarnya terlalu besar (paling besar 50 megapiksel).',
    en: 'The file is too demanding, or its image too large (50 megapixels at most).',
  },
};
