import { AgencyReference, OfficerReference } from '../report/references.type.js';
import type { Report } from '../report/report.type.js';
import { dayOnly } from '../report/shown-instant.js';
import type { FollowUpRow } from './follow-up.store.js';
import { FollowUp, ReporterVoice, SystemVoice } from './follow-up.type.js';

/** A line of the conversation as the viewer of its report sees it. */
export function presentFollowUp(row: FollowUpRow, report: Report): FollowUp {
  const { content, exactTimes } = report.sight;
  const isTheReporters = row.author_kind === 'REPORTER';
  const body = content === 'FULL' ? row.body : content === 'REDACTED' ? publicBodyOf(row, report) : null;
  return Object.assign(new FollowUp(), {
    id: row.id,
    report,
    kind: row.kind,
    body,
    author: presentAuthor(row, report),
    outcome: row.outcome,
    promisedDate: row.promised_date,
    missing: body === null ? [] : row.missing,
    createdAt: isTheReporters && !exactTimes ? dayOnly(row.created_at) : row.created_at,
  });
}

/** What was asked and answered before verification went into what the verifier published; it is not public itself. */
function publicBodyOf({ public_body, created_at }: FollowUpRow, { row }: Report): string | null {
  return row.publishedAt && created_at >= row.publishedAt ? public_body : null;
}

/** The office sees the officer, everybody else the agency; the reporter is a voice and never a person. */
function presentAuthor(row: FollowUpRow, { sight, standing }: Report): FollowUp['author'] {
  if (row.author_kind === 'REPORTER') {
    return Object.assign(new ReporterVoice(), { label: 'Pelapor', isMe: standing.isReporter });
  }
  if (row.officer_id !== null && sight.office)
    return Object.assign(new OfficerReference(), { id: row.officer_id });
  if (row.agency_id !== null) return Object.assign(new AgencyReference(), { id: row.agency_id });
  return Object.assign(new SystemVoice(), { label: 'Satu Pintu' });
}
