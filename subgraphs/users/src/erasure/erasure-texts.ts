import type { Locale } from '@satu-pintu/domain-kit';
import type { ErasedKind, KeptKind } from './erasure.rules.js';

type Text = Readonly<Record<Locale, string>>;

/** What went, as its owner reads it. */
export const ERASED_TEXTS: Readonly<Record<ErasedKind, Text>> = {
  ACCOUNT: {
    id: 'Akun Anda: nama, alamat surel, nomor telepon, kata sandi, dan kunci yang membuktikan bahwa laporan itu milik Anda.',
    en: 'Your account: name, e-mail address, telephone number, password, and the key that proves reports to be yours.',
  },
  SESSIONS: {
    id: 'Semua sesi masuk Anda, termasuk yang sedang Anda pakai.',
    en: 'All your sessions, the one you were using included.',
  },
  PASSKEYS: {
    id: 'Kunci sandi Anda. Yang tersimpan di perangkat Anda tidak lagi membuka apa pun, dan dapat Anda hapus di sana.',
    en: 'Your passkeys. What is left of them on your devices opens nothing any more; you can remove it there.',
  },
  SECOND_FACTOR: {
    id: 'Aplikasi autentikator Anda beserta kode pemulihannya.',
    en: 'Your authenticator app, with its recovery codes.',
  },
  REPORT_LINKS: {
    id: 'Catatan bahwa laporan-laporan itu Anda yang mengirim.',
    en: 'The records that it was you who sent these reports.',
  },
  NOTIFICATIONS: {
    id: 'Pemberitahuan yang pernah kami kirim kepada Anda.',
    en: 'What we had told you about reports.',
  },
};

/** What stays, why, and by which law. */
export const KEPT_TEXTS: Readonly<
  Record<KeptKind, { readonly text: Text; readonly reason: Text; readonly legalBasis: string }>
> = {
  REPORTS: {
    text: {
      id: 'Laporan Anda, tanpa keterangan siapa pengirimnya. Yang masih terbuka tetap ditangani, dan dapat Anda ikuti dengan nomor pelacakan dan kode rahasianya.',
      en: 'Your reports, without any record of who sent them. Open ones go on, and you can follow them with their tracking number and access code.',
    },
    reason: {
      id: 'Penyelenggara pelayanan publik wajib mengelola dan menyelesaikan setiap pengaduan, dan mengarsipkannya.',
      en: 'Public services must handle and settle every complaint, and keep it in their archives.',
    },
    legalBasis: 'UU 25/2009 Pasal 36; UU 43/2009',
  },
  ACCESS_RECEIPTS: {
    text: {
      id: 'Catatan bahwa nama pelapor pernah dibaca: peran, instansi, laporan, dan waktunya, tanpa keterangan nama siapa.',
      en: "The records that a reporter's name was read: role, agency, report and time, without whose name it was.",
    },
    reason: {
      id: 'Pengendali data wajib merekam pemrosesan data pribadi; catatan ini mengawasi petugas, bukan Anda.',
      en: 'Who processes personal data must record it; these records watch the officers, not you.',
    },
    legalBasis: 'UU 27/2022 Pasal 31',
  },
  POSTS: {
    text: {
      id: 'Catatan instansi tentang jabatan yang pernah dipegang, tanpa kaitan dengan akun ini.',
      en: "The agencies' own records of the posts that were held, without a tie to this account.",
    },
    reason: {
      id: 'Penugasan pejabat adalah arsip instansi.',
      en: 'Who was appointed to what is part of the archives of an agency.',
    },
    legalBasis: 'UU 43/2009',
  },
  REVOCATION: {
    text: {
      id: 'Nomor acak akun yang dihapus, selama 11 menit.',
      en: 'The random number of the erased account, for 11 minutes.',
    },
    reason: {
      id: 'Supaya token yang masih beredar langsung ditolak.',
      en: 'So that tokens that are still about are refused at once.',
    },
    legalBasis: 'UU 27/2022 Pasal 35',
  },
};
