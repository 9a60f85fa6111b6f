import { registerEnumType } from 'type-graphql';
import { ReportState, ReportType } from './report-state.js';

export { ReportState, ReportType };

registerEnumType(ReportState, {
  name: 'ReportState',
  description: 'State of a report in its life.',
  valuesConfig: {
    SUBMITTED: { description: 'Filed and not yet verified (belum terverifikasi).' },
    AWAITING_REPORTER: { description: 'Waits for the reporter to complete it (ditunda).' },
    DISPATCHED: {
      description: 'Sent to the agency that holds it, which has yet to begin (belum ditindaklanjuti).',
    },
    RETURNED: {
      description:
        'Sent back as not within the holder’s authority (bukan kewenangan), to be dispatched again.',
    },
    IN_PROGRESS: { description: 'The holder is at work on it (proses).' },
    RESPONDED: { description: 'Has a final follow-up and waits for the reporter’s word or silence.' },
    CLOSED: { description: 'Ended: the reporter confirmed, or let the time to answer pass (selesai).' },
    ARCHIVED: { description: 'Not taken up, with a reason that the reporter can read (diarsipkan).' },
    MERGED: { description: 'Handled within another report about the same matter.' },
    WITHDRAWN: { description: 'Taken back by the reporter.' },
  },
});

registerEnumType(ReportType, {
  name: 'ReportType',
  description: 'Class of a report, set at verification; it decides the deadlines.',
  valuesConfig: {
    COMPLAINT_GENERAL: { description: 'Complaint about a service (pengaduan tidak berkadar pengawasan).' },
    COMPLAINT_OVERSIGHT: {
      description:
        'Complaint that needs an examination, of abuse of office for example (pengaduan berkadar pengawasan).',
    },
    INFO_REQUEST: { description: 'Request for information (permintaan informasi).' },
    ASPIRATION: { description: 'Wish or proposal (aspirasi).' },
  },
});
