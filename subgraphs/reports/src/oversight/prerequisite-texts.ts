import type { CheckedPrerequisite, OversightPrerequisite } from './prerequisites.rules.js';

type Told = Readonly<
  Partial<Record<CheckedPrerequisite['verdict'], { readonly id: string; readonly en: string }>>
>;

/** What reporters read about each prerequisite; one of the verdicts below is always there. */
export const PREREQUISITE_TEXTS: Readonly<Record<OversightPrerequisite, Told>> = {
  IDENTITY: {
    MET: {
      id: 'Laporan dikirim dengan akun, sehingga pelapor dapat dikenali Ombudsman bila menyetujuinya.',
      en: 'The report was filed with an account, so the Ombudsman can learn who reported if the reporter agrees.',
    },
    UNMET: {
      id: 'Laporan dikirim tanpa akun, sedangkan Ombudsman mensyaratkan identitas pelapor. Sampaikan pengaduan langsung ke Ombudsman dengan menyebut nomor laporan ini.',
      en: 'The report was filed without an account, and the Ombudsman asks who complains. Turn to the Ombudsman yourself and name the number of this report.',
    },
  },
  DESCRIPTION: {
    MET: { id: 'Permasalahan sudah diuraikan dalam laporan.', en: 'The report describes the matter.' },
  },
  PRIOR_COMPLAINT: {
    MET: {
      id: 'Instansi terlapor sudah menerima pengaduan melalui laporan ini.',
      en: 'The reported agency was complained to by this report.',
    },
    UNMET: {
      id: 'Laporan belum diteruskan kepada instansi yang berwenang.',
      en: 'The report has not been sent to an agency yet.',
    },
  },
  NOT_SETTLED: {
    MET: {
      id: 'Batas waktu 60 hari kerja sudah lewat, atau jawaban akhir instansi ditolak pelapor.',
      en: 'Sixty working days are over, or the reporter has rejected the final answer.',
    },
    UNMET: {
      id: 'Instansi masih memiliki waktu untuk menyelesaikan laporan.',
      en: 'The agency still has time to settle the matter.',
    },
  },
  RECENT_EVENT: {
    MET: {
      id: 'Peristiwa terjadi kurang dari dua tahun yang lalu.',
      en: 'It happened less than two years ago.',
    },
    UNMET: {
      id: 'Peristiwa terjadi lebih dari dua tahun yang lalu; Ombudsman tidak dapat memeriksanya (UU 37/2008 pasal 24).',
      en: 'It happened more than two years ago; the Ombudsman cannot examine it (UU 37/2008 art. 24).',
    },
    UNKNOWN: {
      id: 'Tanggal peristiwa tidak tercantum dalam laporan; sebutkan saat memberi persetujuan.',
      en: 'The report does not say on which day it happened; say so with your consent.',
    },
  },
};
