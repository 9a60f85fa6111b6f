import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';
import type { Channel, RequestedType } from '../report/report-state.js';

/** A report as its reporter fills it in. */
export interface Submission {
  readonly requestedType: RequestedType;
  readonly title: string;
  readonly body: string;
  /** Calendar day of the incident; null where there was none or it is not known. */
  readonly incidentDate: string | null;
  readonly place: string | null;
  readonly regionCode: string | null;
  readonly channel: Channel;
  readonly isAnonymous: boolean;
  readonly isSecret: boolean;
  /** The reporter agrees that the report is handled under the rules shown to them (UU 27/2022). */
  readonly consent: boolean;
}

const TITLE = { field: 'title', min: 5, max: 150 };
const BODY = { field: 'body', min: 20, max: 8_000 };
const PLACE = { field: 'place', max: 300 };
/** Kemendagri codes: province, regency, district, village. */
const REGION_CODE = /^\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?$/;

/** T01: what every report must bring, and nothing more; who files it is no matter of this rule. */
export function decideSubmission(submission: Submission, today: string): Decision<Submission, InvalidInput> {
  const invalid = (field: string, reason: InvalidInput['reason']): Decision<never, InvalidInput> =>
    refuse({ kind: 'InvalidInput', field, reason });
  if (!submission.consent) return invalid('consent', 'EMPTY');
  const title = readText(submission.title, TITLE);
  if (!title.ok) return title;
  const body = readText(submission.body, BODY);
  if (!body.ok) return body;
  const place = submission.place === null ? accept(null) : readText(submission.place, PLACE);
  if (!place.ok) return place;
  if (submission.incidentDate !== null && submission.incidentDate > today) {
    return invalid('incidentDate', 'IN_THE_FUTURE');
  }
  if (submission.regionCode !== null && !REGION_CODE.test(submission.regionCode)) {
    return invalid('regionCode', 'MALFORMED');
  }
  return accept({ ...submission, title: title.value, body: body.value, place: place.value });
}
