import type { Locale } from '@satu-pintu/domain-kit';

/**
 * For whom a notification is: who filed the report, an officer who is to know, or who filed a report that was merged
 * into it and is named its own.
 */
export const AUDIENCES = ['REPORTER', 'OFFICE', 'FOLLOWER'] as const;
export type Audience = (typeof AUDIENCES)[number];

type Text = Readonly<Record<Locale, string>>;

/** What each audience is told; who has no text is not told. Nothing of what the report says stands in any of them. */
type Telling = Readonly<Partial<Record<Audience, Text>>>;

/** Every kind, by the event that it follows: `VERIFIED` follows `report.verified`. `{report}` is the tracking number. */
export const TELLINGS = {
  SUBMITTED: {
    REPORTER: {
      id: 'Laporan {report} telah kami terima dan akan diverifikasi.',
      en: 'Report {report} has come in and will be verified.',
    },
    OFFICE: {
      id: 'Laporan baru {report} menunggu verifikasi.',
      en: 'New report {report} waits to be verified.',
    },
  },
  COMPLETION_ASKED: {
    REPORTER: {
      id: 'Laporan {report} perlu dilengkapi sebelum dapat diverifikasi. Mohon jawab dalam 30 hari.',
      en: 'Report {report} needs to be completed before it can be verified. Please answer within 30 days.',
    },
    OFFICE: {
      id: 'Pelapor diminta melengkapi laporan {report}.',
      en: 'The reporter was asked to complete report {report}.',
    },
  },
  COMPLETED: {
    REPORTER: {
      id: 'Kelengkapan laporan {report} telah kami terima.',
      en: 'Your answer on report {report} has come in.',
    },
    OFFICE: {
      id: 'Pelapor telah melengkapi laporan {report}.',
      en: 'The reporter has completed report {report}.',
    },
  },
  COMPLETION_EXPIRED: {
    REPORTER: {
      id: 'Laporan {report} diarsipkan karena kelengkapannya tidak diterima dalam batas waktu.',
      en: 'Report {report} was set aside because no answer came in time.',
    },
    OFFICE: {
      id: 'Laporan {report} diarsipkan karena tidak dilengkapi.',
      en: 'Report {report} was set aside because it was not completed.',
    },
  },
  VERIFIED: {
    REPORTER: {
      id: 'Laporan {report} telah diverifikasi dan diteruskan ke instansi yang berwenang.',
      en: 'Report {report} was verified and sent to the agency in charge.',
    },
    OFFICE: {
      id: 'Laporan {report} didisposisikan kepada Anda.',
      en: 'Report {report} was dispatched to you.',
    },
  },
  ARCHIVED: {
    REPORTER: {
      id: 'Laporan {report} diarsipkan. Alasannya dapat dibaca pada laporan; Anda dapat mengajukan keberatan.',
      en: 'Report {report} was set aside. The reason stands in the report; you may appeal.',
    },
    OFFICE: { id: 'Laporan {report} diarsipkan.', en: 'Report {report} was set aside.' },
  },
  APPEALED: {
    REPORTER: {
      id: 'Keberatan Anda atas laporan {report} telah kami terima.',
      en: 'Your appeal on report {report} has come in.',
    },
    OFFICE: {
      id: 'Pelapor mengajukan keberatan atas pengarsipan laporan {report}; laporan menunggu verifikasi.',
      en: 'The reporter appealed against setting report {report} aside; it waits to be verified.',
    },
  },
  DISPATCHED: {
    REPORTER: {
      id: 'Laporan {report} diteruskan ke unit pelaksana.',
      en: 'Report {report} was sent on to the office in charge.',
    },
    OFFICE: {
      id: 'Laporan {report} didisposisikan kepada Anda.',
      en: 'Report {report} was dispatched to you.',
    },
  },
  ACCEPTED: {
    REPORTER: { id: 'Laporan {report} mulai ditangani.', en: 'Work on report {report} has begun.' },
    OFFICE: { id: 'Laporan {report} mulai ditangani.', en: 'Work on report {report} has begun.' },
  },
  FOLLOWED_UP: {
    REPORTER: {
      id: 'Ada tindak lanjut pada laporan {report}.',
      en: 'There is a follow-up on report {report}.',
    },
    OFFICE: {
      id: 'Tindak lanjut dicatat pada laporan {report}.',
      en: 'A follow-up was recorded on report {report}.',
    },
    FOLLOWER: {
      id: 'Ada tindak lanjut pada laporan yang menampung laporan {report}.',
      en: 'There is a follow-up on the report into which {report} was merged.',
    },
  },
  RESPONDED: {
    REPORTER: {
      id: 'Laporan {report} telah dijawab. Mohon beri tanggapan dalam 10 hari kerja.',
      en: 'Report {report} was answered. Please respond within 10 working days.',
    },
    OFFICE: {
      id: 'Laporan {report} telah dijawab dan menunggu tanggapan pelapor.',
      en: 'Report {report} was answered and waits for the reporter.',
    },
    FOLLOWER: {
      id: 'Laporan yang menampung laporan {report} telah dijawab.',
      en: 'The report into which {report} was merged was answered.',
    },
  },
  RETURNED: {
    REPORTER: {
      id: 'Laporan {report} dikembalikan untuk didisposisikan ulang.',
      en: 'Report {report} was returned, to be dispatched again.',
    },
    OFFICE: {
      id: 'Laporan {report} dikembalikan kepada Anda untuk didisposisikan ulang.',
      en: 'Report {report} was returned to you, to be dispatched again.',
    },
  },
  REDISPATCHED: {
    REPORTER: {
      id: 'Laporan {report} diteruskan ke instansi lain.',
      en: 'Report {report} was sent to another agency.',
    },
    OFFICE: {
      id: 'Laporan {report} didisposisikan kepada Anda.',
      en: 'Report {report} was dispatched to you.',
    },
  },
  PASSED_UP: {
    REPORTER: {
      id: 'Laporan {report} diteruskan ke tingkat di atasnya.',
      en: 'Report {report} was passed on upwards.',
    },
    OFFICE: {
      id: 'Laporan {report} diteruskan kepada Anda untuk didisposisikan.',
      en: 'Report {report} was passed up to you, to be dispatched.',
    },
  },
  BOUND: {
    REPORTER: {
      id: 'Laporan {report} diteruskan ke instansi lain.',
      en: 'Report {report} was sent to another agency.',
    },
    OFFICE: {
      id: 'Laporan {report} didisposisikan kepada Anda dan tidak dapat dikembalikan.',
      en: 'Report {report} was dispatched to you and cannot be returned.',
    },
  },
  REPORTER_ASKED: {
    REPORTER: {
      id: 'Instansi mengajukan pertanyaan pada laporan {report}. Mohon jawab dalam 30 hari.',
      en: 'The agency has a question on report {report}. Please answer within 30 days.',
    },
    OFFICE: {
      id: 'Pelapor ditanya pada laporan {report}.',
      en: 'The reporter was asked on report {report}.',
    },
  },
  REPLIED: {
    REPORTER: {
      id: 'Tanggapan Anda atas laporan {report} telah kami terima.',
      en: 'Your reply on report {report} has come in.',
    },
    OFFICE: {
      id: 'Pelapor menanggapi jawaban atas laporan {report}; pekerjaan dilanjutkan.',
      en: 'The reporter replied to the answer on report {report}; work goes on.',
    },
  },
  MESSAGE_SENT: {
    REPORTER: {
      id: 'Ada pesan dari administrator pada laporan {report}.',
      en: 'An administrator has written on report {report}.',
    },
    OFFICE: {
      id: 'Administrator menulis kepada pelapor pada laporan {report}.',
      en: 'An administrator has written to the reporter on report {report}.',
    },
  },
  CONFIRMED: {
    REPORTER: { id: 'Laporan {report} selesai. Terima kasih.', en: 'Report {report} is closed. Thank you.' },
    OFFICE: {
      id: 'Pelapor menyatakan laporan {report} selesai.',
      en: 'The reporter confirmed report {report} as settled.',
    },
    FOLLOWER: {
      id: 'Laporan yang menampung laporan {report} selesai.',
      en: 'The report into which {report} was merged is closed.',
    },
  },
  AUTO_CLOSED: {
    REPORTER: {
      id: 'Laporan {report} ditutup karena tidak ada tanggapan. Anda dapat membukanya kembali dalam 10 hari kerja.',
      en: 'Report {report} was closed because no response came. You may reopen it within 10 working days.',
    },
    OFFICE: {
      id: 'Laporan {report} ditutup karena pelapor tidak menanggapi.',
      en: 'Report {report} was closed because the reporter did not respond.',
    },
    FOLLOWER: {
      id: 'Laporan yang menampung laporan {report} ditutup.',
      en: 'The report into which {report} was merged is closed.',
    },
  },
  WITHDRAWN: {
    REPORTER: { id: 'Laporan {report} telah Anda cabut.', en: 'You have withdrawn report {report}.' },
    OFFICE: {
      id: 'Laporan {report} dicabut oleh pelapor.',
      en: 'Report {report} was withdrawn by its reporter.',
    },
  },
  REOPENED: {
    REPORTER: { id: 'Laporan {report} dibuka kembali.', en: 'Report {report} was opened again.' },
    OFFICE: { id: 'Laporan {report} dibuka kembali.', en: 'Report {report} was opened again.' },
    FOLLOWER: {
      id: 'Laporan yang menampung laporan {report} dibuka kembali.',
      en: 'The report into which {report} was merged was opened again.',
    },
  },
  RECLASSIFIED: {
    REPORTER: {
      id: 'Klasifikasi laporan {report} diubah; tenggat dihitung ulang.',
      en: 'Report {report} was put into another class; its deadline was counted anew.',
    },
    OFFICE: {
      id: 'Klasifikasi laporan {report} diubah; tenggat dihitung ulang.',
      en: 'Report {report} was put into another class; its deadline was counted anew.',
    },
  },
  EXTENDED: {
    REPORTER: {
      id: 'Tenggat laporan {report} diperpanjang.',
      en: 'The deadline of report {report} was extended.',
    },
    OFFICE: {
      id: 'Tenggat laporan {report} diperpanjang.',
      en: 'The deadline of report {report} was extended.',
    },
  },
  DEADLINE_BREACHED: {
    REPORTER: { id: 'Tenggat laporan {report} terlewati.', en: 'A deadline of report {report} has passed.' },
    OFFICE: { id: 'Tenggat laporan {report} terlewati.', en: 'A deadline of report {report} has passed.' },
  },
  ESCALATED: {
    REPORTER: {
      id: 'Keterlambatan laporan {report} disampaikan ke tingkat di atasnya.',
      en: 'The delay of report {report} was told to the level above.',
    },
    OFFICE: {
      id: 'Tenggat laporan {report} terlewati dan dieskalasi.',
      en: 'A deadline of report {report} has passed and was escalated.',
    },
  },
  HOLDER_REMINDED: {
    OFFICE: {
      id: 'Pengingat: laporan {report} melewati tenggat dan belum ditangani.',
      en: 'Reminder: report {report} is overdue.',
    },
  },
  REPORTER_REMINDED: {
    REPORTER: {
      id: 'Pengingat: laporan {report} menunggu jawaban Anda dan akan ditutup bila tidak dijawab.',
      en: 'Reminder: report {report} waits for your answer and will be closed without one.',
    },
  },
  OVERSIGHT_ELIGIBLE: {
    REPORTER: {
      id: 'Laporan {report} belum selesai dalam 60 hari kerja dan dapat Anda bawa ke Ombudsman.',
      en: 'Report {report} was not settled in 60 working days and may be brought to the Ombudsman.',
    },
    OFFICE: {
      id: 'Laporan {report} dapat dibawa ke Ombudsman.',
      en: 'Report {report} may be brought to the Ombudsman.',
    },
  },
  // How a reporter turns to the Ombudsman is no matter of the reported office before the case is taken.
  OVERSIGHT_CONSENTED: {
    REPORTER: {
      id: 'Persetujuan Anda untuk membawa laporan {report} ke Ombudsman telah kami catat.',
      en: 'Your consent to bring report {report} to the Ombudsman is noted.',
    },
  },
  OVERSIGHT_CONSENT_WITHDRAWN: {
    REPORTER: {
      id: 'Persetujuan Anda atas laporan {report} telah ditarik.',
      en: 'Your consent on report {report} is withdrawn.',
    },
  },
  OVERSIGHT_ACCEPTED: {
    REPORTER: {
      id: 'Ombudsman menerima laporan {report}.',
      en: 'The Ombudsman has taken report {report} up.',
    },
    OFFICE: { id: 'Ombudsman menerima laporan {report}.', en: 'The Ombudsman has taken report {report} up.' },
  },
  OVERSIGHT_DECLINED: {
    REPORTER: {
      id: 'Anda memilih untuk tidak membawa laporan {report} ke Ombudsman.',
      en: 'You have chosen not to bring report {report} to the Ombudsman.',
    },
  },
  OVERSIGHT_CONCLUDED: {
    REPORTER: {
      id: 'Ombudsman telah menyelesaikan laporan {report}.',
      en: 'The Ombudsman has concluded report {report}.',
    },
    OFFICE: {
      id: 'Ombudsman telah menyelesaikan laporan {report}.',
      en: 'The Ombudsman has concluded report {report}.',
    },
  },
  PRIVACY_RAISED: {
    REPORTER: {
      id: 'Perlindungan pada laporan {report} ditingkatkan.',
      en: 'Report {report} is better protected now.',
    },
    OFFICE: {
      id: 'Perlindungan pada laporan {report} ditingkatkan.',
      en: 'Report {report} is better protected now.',
    },
  },
  TAKEN_OVER: {
    REPORTER: {
      id: 'Laporan {report} diambil alih oleh instansi di atasnya.',
      en: 'Report {report} was taken over by an agency above.',
    },
    OFFICE: {
      id: 'Laporan {report} diambil alih oleh instansi Anda.',
      en: 'Report {report} was taken over by your agency.',
    },
  },
  DEADLINES_RECALCULATED: {
    REPORTER: {
      id: 'Tenggat laporan {report} dihitung ulang karena perubahan kalender.',
      en: 'Deadlines of report {report} were counted anew after a change of the calendar.',
    },
    OFFICE: {
      id: 'Tenggat laporan {report} dihitung ulang karena perubahan kalender.',
      en: 'Deadlines of report {report} were counted anew after a change of the calendar.',
    },
  },
  MERGED: {
    REPORTER: {
      id: 'Laporan {report} digabung dengan laporan lain tentang hal yang sama dan ditangani di sana.',
      en: 'Report {report} was merged into another report about the same matter and is handled there.',
    },
    OFFICE: {
      id: 'Laporan {report} digabung dengan laporan lain.',
      en: 'Report {report} was merged into another report.',
    },
  },
  UNMERGED: {
    REPORTER: {
      id: 'Laporan {report} kembali ditangani tersendiri.',
      en: 'Report {report} is handled by itself again.',
    },
    OFFICE: {
      id: 'Laporan {report} kembali ditangani tersendiri.',
      en: 'Report {report} is handled by itself again.',
    },
  },
  // For what has no words yet. The office is not told: nobody has said that it may know.
  CHANGED: {
    REPORTER: { id: 'Ada perubahan pada laporan {report}.', en: 'Something has changed on report {report}.' },
  },
} as const satisfies Readonly<Record<string, Telling>>;

export type NotificationKind = keyof typeof TELLINGS;

export const NOTIFICATION_KINDS = Object.keys(TELLINGS) as readonly NotificationKind[];

/** Whether there is anything to tell this audience. */
export function isTold(kind: NotificationKind, audience: Audience): boolean {
  const telling: Telling = TELLINGS[kind];
  return telling[audience] !== undefined;
}

/** The sentence for a person; a tracking number and what happened, nothing of what the report says. */
export function tell(kind: NotificationKind, audience: Audience, trackingId: string, locale: Locale): string {
  const telling: Telling = TELLINGS[kind];
  const text = telling[audience] ?? TELLINGS.CHANGED.REPORTER;
  return text[locale].replace('{report}', trackingId);
}
