import { REPORT_STATES, REPORT_TYPES } from '@satu-pintu/domain-kit';
import { schemaEnum } from './schema-enum.js';

export const ReportStateEnum = schemaEnum('ReportState', 'State of a report in its life.', REPORT_STATES, {
  SUBMITTED: 'Filed and not yet verified (belum terverifikasi).',
  AWAITING_REPORTER: 'Waits for the reporter to complete it (ditunda).',
  DISPATCHED: 'Sent to the agency that holds it, which has yet to begin (belum ditindaklanjuti).',
  RETURNED: 'Sent back as not within the holder’s authority (bukan kewenangan), to be dispatched again.',
  IN_PROGRESS: 'The holder is at work on it (proses).',
  RESPONDED: 'Has a final follow-up and waits for the reporter’s word or silence.',
  CLOSED: 'Ended: the reporter confirmed, or let the time to answer pass (selesai).',
  ARCHIVED: 'Not taken up, with a reason that the reporter can read (diarsipkan).',
  MERGED: 'Handled within another report about the same matter.',
  WITHDRAWN: 'Taken back by the reporter.',
});

export const ReportTypeEnum = schemaEnum(
  'ReportType',
  'Class of a report, set at verification; it decides the deadlines.',
  REPORT_TYPES,
  {
    COMPLAINT_GENERAL: 'Complaint about a service (pengaduan tidak berkadar pengawasan).',
    COMPLAINT_OVERSIGHT:
      'Complaint that needs an examination, of abuse of office for example (pengaduan berkadar pengawasan).',
    INFO_REQUEST: 'Request for information (permintaan informasi).',
    ASPIRATION: 'Wish or proposal (aspirasi).',
  },
);
