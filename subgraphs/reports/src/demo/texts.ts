import type { OfficerArchiveReason, Outcome } from '../report/report-state.js';
import type { SampleRow } from './sample-row.js';
import { seededChoice } from './seeded.js';

/** Says wherever a title shows that nothing of this happened. */
export const LABEL = '[Simulasi] ';
/** Room for a title made of the first words of a text message. */
const TITLE_LENGTH = 70;

type Choices = readonly [string, ...string[]];

const INTERIM: Choices = [
  'Terima kasih atas laporan Anda. {kantor} sudah menugaskan petugas untuk memeriksa perihal "{topik}".',
  'Laporan Anda sudah kami terima. {kantor} sedang mengumpulkan data dan akan memberi kabar lagi setelah selesai.',
  'Petugas {kantor} sudah meninjau lokasi. Hasilnya sedang dibahas untuk menentukan tindakan selanjutnya.',
];

const FINAL: Readonly<Record<Outcome, Choices>> = {
  FIXED: [
    '{kantor} sudah menyelesaikan perihal "{topik}" yang Anda laporkan. Terima kasih telah memberi tahu kami.',
    'Petugas {kantor} sudah turun ke lokasi dan masalah "{topik}" sudah ditangani. Mohon diperiksa kembali.',
  ],
  EXPLAINED: [
    'Perihal "{topik}": {kantor} sudah memeriksa laporan Anda. Ketentuan dan langkahnya dapat ditanyakan di loket layanan kami pada jam kerja.',
    'Terima kasih atas perhatian Anda. Masukan tentang "{topik}" sudah dicatat {kantor} sebagai bahan perbaikan layanan.',
  ],
  SCHEDULED: [
    'Penanganan "{topik}" sudah masuk rencana kerja {kantor} dan akan dikerjakan paling lambat pada tanggal yang disebut.',
  ],
  REJECTED_WITH_REASON: [
    'Hasil pemeriksaan {kantor}: hal yang dilaporkan tentang "{topik}" sudah sesuai ketentuan, sehingga tidak ada tindakan lanjutan.',
  ],
};

const AFTER_REPLY: Choices = [
  'Petugas {kantor} sudah memeriksa ulang setelah tanggapan Anda, dan kekurangannya sudah diperbaiki.',
];

const REPLY: Choices = [
  'Mohon diperiksa lagi, di lapangan keadaannya belum berubah.',
  'Terima kasih, tetapi sebagian masalahnya masih ada. Mohon ditindaklanjuti kembali.',
];

const RETURN: Choices = [
  'Setelah dipelajari, hal ini bukan tugas kantor kami. Mohon diteruskan ke kantor yang berwenang di pemerintah daerah yang sama.',
];

const ARCHIVE: Readonly<Record<'NOT_UNDERSTANDABLE' | 'TOO_GENERAL' | 'OUT_OF_SCOPE', Choices>> = {
  NOT_UNDERSTANDABLE: [
    'Isi laporan belum dapat kami pahami. Silakan kirim laporan baru dengan menyebut tempat, waktu, dan hal yang dikeluhkan.',
  ],
  TOO_GENERAL: [
    'Laporan masih terlalu umum untuk diteruskan. Silakan kirim laporan baru dengan lokasi yang tepat dan, bila ada, foto.',
  ],
  OUT_OF_SCOPE: [
    'Hal ini termasuk ranah pidana. Silakan melapor ke kantor polisi terdekat atau melalui layanan 110.',
  ],
};

/** Templates of the sample that tell of a crime. */
const CRIMES = ['T34', 'T38'];

/** What a text is written about. */
export interface Subject {
  readonly row: SampleRow;
  readonly officeName: string;
  readonly topicName: string;
}

export const interimText = (subject: Subject): string => write(subject, 'interim', INTERIM);
export const finalText = (subject: Subject, outcome: Outcome): string =>
  write(subject, 'final', FINAL[outcome]);
export const answerAfterReply = (subject: Subject): string => write(subject, 'after reply', AFTER_REPLY);
export const replyText = (subject: Subject): string => write(subject, 'reply', REPLY);
export const returnText = (subject: Subject): string => write(subject, 'return', RETURN);

/** Why a row was set aside, and what its reporter was told. */
export function archivalOf(row: SampleRow): {
  readonly reason: OfficerArchiveReason;
  readonly explanation: string;
} {
  const reason = CRIMES.includes(row.template)
    ? 'OUT_OF_SCOPE'
    : seededChoice(row.id, 'archive', ['TOO_GENERAL', 'TOO_GENERAL', 'NOT_UNDERSTANDABLE'] as const);
  return { reason, explanation: ARCHIVE[reason][0] };
}

/** The title of a row, labelled as simulated; made of the first words of a message that came without one. */
export function titleOf({ title, body }: SampleRow): string {
  return LABEL + (title === '' ? firstWordsOf(body) : title);
}

function firstWordsOf(body: string): string {
  const words = body.split(/\s+/).filter((word) => !/^(?:[@#]|LAPOR$)/.test(word));
  const fitting = words
    .filter((_, index) => words.slice(0, index + 1).join(' ').length <= TITLE_LENGTH)
    .join(' ');
  return fitting.charAt(0).toUpperCase() + fitting.slice(1);
}

function write({ row, officeName, topicName }: Subject, purpose: string, choices: Choices): string {
  return seededChoice(row.id, purpose, choices)
    .replaceAll('{kantor}', officeName)
    .replaceAll('{topik}', topicName);
}
