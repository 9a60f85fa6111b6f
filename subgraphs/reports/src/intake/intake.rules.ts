import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';
import type { Channel, RequestedType } from '../report/report-state.js';
import { type Circumstances, readCircumstances } from './circumstances.rules.js';

/** A report as its reporter fills it in. */
export interface Submission extends Circumstances {
  readonly requestedType: RequestedType;
  readonly title: string;
  readonly body: string;
  readonly channel: Channel;
  readonly isAnonymous: boolean;
  readonly isSecret: boolean;
  /** The reporter agrees that the report is handled under the rules shown to them (UU 27/2022). */
  readonly consent: boolean;
}

const TITLE = { field: 'title', min: 5, max: 150 };
const BODY = { field: 'body', min: 20, max: 8_000 };

/** T01: what every report must bring, and nothing more; who files it is no matter of this rule. */
export function decideSubmission(submission: Submission, today: string): Decision<Submission, InvalidInput> {
  if (!submission.consent) return refuse({ kind: 'InvalidInput', field: 'consent', reason: 'EMPTY' });
  const title = readText(submission.title, TITLE);
  if (!title.ok) return title;
  const body = readText(submission.body, BODY);
  if (!body.ok) return body;
  const circumstances = readCircumstances(submission, today);
  if (!circumstances.ok) return circumstances;
  return accept({ ...submission, title: title.value, body: body.value, ...circumstances.value });
}
