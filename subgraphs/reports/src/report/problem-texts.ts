import type { ProblemTexts } from '@satu-pintu/subgraph-kit';
import { FILE_PROBLEM_TEXTS } from '../uploads/file-problem-texts.js';

/** What people read when a request about a report is refused. */
export const REPORT_PROBLEM_TEXTS: ProblemTexts = {
  ...FILE_PROBLEM_TEXTS,
  ReportNotFound: {
    id: 'Laporan tidak ditemukan. Periksa nomor laporan dan kode aksesnya.',
    en: 'There is no such report. Check its number and its access code.',
  },
  ReportNotInState: {
    id: 'Laporan sudah berubah status; muat ulang untuk melihat keadaan terbarunya.',
    en: 'The report has moved on; reload it to see where it stands.',
  },
  VersionConflict: {
    id: 'Laporan sudah diubah orang lain sejak Anda membukanya; muat ulang, lalu putuskan kembali.',
    en: 'Somebody has changed the report since you opened it; reload it, then decide anew.',
  },
  ApprovalRequired: {
    id: 'Jawaban instansi ini harus disetujui lebih dahulu; buatlah konsep jawaban.',
    en: 'Answers of this agency need approval; draft the answer instead.',
  },
  AnswerDraftExists: {
    id: 'Sudah ada konsep jawaban untuk laporan ini; ubah konsep itu.',
    en: 'There is a draft for this report already; revise that one.',
  },
  AnswerDraftNotFound: {
    id: 'Konsep jawaban ini tidak ada lagi; muat ulang laporan.',
    en: 'This draft is not there any more; reload the report.',
  },
  AnswerDraftChanged: {
    id: 'Konsep jawaban sudah diubah petugas lain; baca dahulu versi terbarunya.',
    en: 'Another officer has changed the draft; read the newest version first.',
  },
  NeedsAnotherApprover: {
    id: 'Konsep jawaban harus diperiksa petugas yang tidak ikut menulisnya.',
    en: 'A draft is judged by an officer who has not written in it.',
  },
  AnswerTemplateNotFound: {
    id: 'Templat jawaban tidak ditemukan; muat ulang daftarnya.',
    en: 'There is no such template; reload the list.',
  },
  AnswerTemplateChanged: {
    id: 'Templat jawaban sudah diubah admin lain; baca dahulu versi terbarunya.',
    en: 'Another admin has changed the template; read the newest version first.',
  },
  AnswerTemplateNameTaken: {
    id: 'Instansi ini sudah mempunyai templat dengan nama tersebut; pilih nama lain.',
    en: 'The agency has a template of this name already; choose another name.',
  },
  UnknownPlaceholder: {
    id: 'Isian {placeholder} tidak dikenal di dalam templat.',
    en: '{placeholder} is no placeholder of a template.',
  },
  AnswerWasRejected: {
    id: 'Konsep jawaban sudah ditolak dan harus diperbaiki dahulu.',
    en: 'The draft was rejected and has to be revised first.',
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
  QuestionsUsedUp: {
    id: 'Pertanyaan kepada pelapor sudah diajukan {allowed} kali; laporan harus ditindaklanjuti dengan data yang ada.',
    en: 'The reporter has been asked {allowed} times; the report must be followed up with what is known.',
  },
  CompletionRequestsUsedUp: {
    id: 'Pelapor sudah {allowed} kali diminta melengkapi; verifikasi atau arsipkan laporan dengan data yang ada.',
    en: 'The reporter has been asked for completion {allowed} times; verify or archive it with what is known.',
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
  NoAppealLeft: {
    id: 'Keberatan atas pengarsipan laporan ini sudah pernah diajukan.',
    en: 'The archiving of this report has been appealed already.',
  },
  AppealWindowOver: {
    id: 'Batas waktu mengajukan keberatan atas pengarsipan sudah lewat.',
    en: 'The time to appeal against the archiving is over.',
  },
  NoReopeningLeft: {
    id: 'Laporan ini sudah terlalu sering dibuka kembali. Silakan kirim laporan baru.',
    en: 'This report was reopened as often as possible. Please file a new one.',
  },
  ReopenWindowOver: {
    id: 'Batas waktu membuka kembali laporan sudah lewat. Silakan kirim laporan baru.',
    en: 'The time to reopen the report is over. Please file a new one.',
  },
  PublicationUnfit: {
    id: 'Tindakan ini tidak sesuai dengan status publikasi laporan; muat ulang untuk melihatnya.',
    en: 'This does not fit how public the report is; reload it to see.',
  },
  NotSecret: {
    id: 'Laporan ini tidak rahasia.',
    en: 'The report is not secret.',
  },
  AlreadyPrivate: {
    id: 'Laporan ini sudah anonim atau rahasia seperti yang Anda minta.',
    en: 'The report is already anonymous or secret, as you ask.',
  },
  NotAtOversightStage: {
    id: 'Tindakan ini tidak sesuai dengan tahap laporan menuju Ombudsman; muat ulang untuk melihat tahapnya.',
    en: 'This does not fit how far the report is on its way to the Ombudsman; reload it to see.',
  },
  OversightPrerequisitesUnmet: {
    id: 'Syarat Ombudsman belum terpenuhi; lihat penjelasan setiap syarat pada laporan.',
    en: 'What the Ombudsman asks for is not all there; the report explains each prerequisite.',
  },
  NobodyAbove: {
    id: 'Laporan sudah berada di admin nasional; tidak ada instansi di atasnya. Tentukan instansi tujuannya.',
    en: 'The national desk holds the report; there is nobody above. Decide where it goes.',
  },
  LaterNeedsNationalDesk: {
    id: 'Tenggat laporan sudah terlewati; hanya admin nasional yang dapat mengubahnya menjadi lebih lambat.',
    en: 'The deadline of the report has passed; only the national desk can move it later.',
  },
  ExtensionsUsedUp: {
    id: 'Tenggat laporan sudah pernah diperpanjang dan tidak dapat diperpanjang lagi.',
    en: 'The deadline of the report has been extended before and cannot be extended again.',
  },
  DeadlineIsOver: {
    id: 'Tenggat sudah terlewati, sehingga tidak dapat diperpanjang lagi.',
    en: 'The deadline has passed, so it can no longer be extended.',
  },
  MergeTargetUnfit: {
    id: 'Laporan tidak dapat digabung ke laporan itu. Pilih laporan lain tentang masalah yang sama.',
    en: 'The report cannot be merged into that one. Choose another one about the same matter.',
  },
  CalendarNotLoaded: {
    id: 'Kalender hari kerja tahun {year} belum ditetapkan, sehingga tenggat belum dapat dihitung.',
    en: 'The working days of {year} are not decreed yet, so the deadline cannot be counted.',
  },
};
