import type { Standing } from '../hierarchy/standing.js';
import { redactContacts } from '../privacy/redaction.rules.js';
import { type Sight, sightOf } from '../privacy/sight.rules.js';
import { Report } from './report.type.js';
import type { ReportEntity } from './report.entity.js';
import { dayOnly } from './shown-instant.js';

/**
 * The report as this viewer sees it, or null where it must answer as one that does not exist. `lead` is the one within
 * which it is handled, if it is merged.
 */
export function presentReport(
  row: ReportEntity,
  standing: Standing,
  lead: ReportEntity | null = null,
): Report | null {
  const sight = sightOf(row, standing);
  if (!sight.exists) return null;
  const isReadable = sight.content !== 'NONE';
  return Object.assign(new Report(), {
    row,
    sight,
    standing,
    id: row.id,
    trackingId: row.trackingId,
    type: row.type,
    requestedType: row.requestedType,
    state: row.state,
    title: textFor(sight, row.title, row.publicTitle),
    body: textFor(sight, row.body, row.publicBody),
    incidentDate: isReadable ? row.incidentDate : null,
    place: isReadable ? placeFor(sight, row.place) : null,
    channel: row.channel,
    isAnonymous: row.isAnonymous,
    isSecret: row.isSecret,
    submittedAt: shownAt(row.submittedAt, row, sight),
    publishedAt: row.publishedAt,
    closedAt: lead ? closingOfCase(lead) : shownClosing(row, sight),
    rating: row.rating === null ? null : { stars: row.rating },
  });
}

/** Any instant of a report for this viewer: one that shows when an anonymous reporter was active becomes a day. */
export function shownAt(instant: Date, row: ReportEntity, sight: Sight): Date {
  const isTheReporters = instant.getTime() === row.submittedAt.getTime();
  return isTheReporters && !sight.exactTimes ? dayOnly(instant) : instant;
}

/** A report that its reporter confirmed or took back was closed by an act of the reporter. */
function shownClosing({ closedAt, closeReason, state }: ReportEntity, sight: Sight): Date | null {
  const isTheReporters = closeReason === 'CONFIRMED' || state === 'WITHDRAWN';
  return closedAt && isTheReporters && !sight.exactTimes ? dayOnly(closedAt) : closedAt;
}

/** A merged report is closed with its case; the day alone, and nothing where the case became secret. */
function closingOfCase({ state, closedAt, isSecret }: ReportEntity): Date | null {
  return state === 'CLOSED' && closedAt && !isSecret ? dayOnly(closedAt) : null;
}

function textFor(sight: Sight, filed: string, published: string | null): string | null {
  if (sight.content === 'FULL') return filed;
  return sight.content === 'REDACTED' ? published : null;
}

/** Nobody redacts the place by hand, so contacts that were typed there are taken out for the public. */
function placeFor(sight: Sight, filed: string | null): { description: string } | null {
  if (filed === null) return null;
  return { description: sight.content === 'FULL' ? filed : redactContacts(filed) };
}
