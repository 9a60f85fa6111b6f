import type { Viewer } from '@satu-pintu/domain-kit';
import type { Caller } from '@satu-pintu/test-kit';
import { agencyId } from './small-tree.js';
import type { ReportsService } from './reports-service.js';
import { coordinatorBandung, warga, worksOfficer } from './people.js';

/** What a mutation answered: its success type with the report, or a problem. */
export interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly field?: string;
  readonly state?: string;
  readonly accessCode?: string;
  readonly report?: { readonly id: string; readonly trackingId: string; readonly state: string } | null;
}

const RESULT = /* GraphQL */ `
  __typename
  ... on Problem { code message }
  ... on InvalidInput { field }
`;
const STATE = /* GraphQL */ `... on ReportNotInState { state }`;

/** Sends one mutation and gives back its outcome. */
export async function act(ask: Caller, name: string, input: object, viewer: Viewer): Promise<Outcome> {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const code = name === 'submitReport' ? 'accessCode' : '';
  const state = name === 'submitReport' ? '' : STATE;
  const { data, errors } = await ask(
    `mutation ($input: ${type}Input!) { outcome: ${name}(input: $input) {
       ${RESULT} ${state} ... on ${type}Success { ${code} report { id trackingId state } } } }`,
    { input },
    viewer,
  );
  if (errors.length > 0 || !data) throw new Error(JSON.stringify(errors));
  return data.outcome as Outcome;
}

export const POTHOLE = {
  requestedType: 'COMPLAINT',
  title: 'Jalan berlubang di Jalan Braga',
  body: 'Lubang sedalam 20 cm di depan nomor 12, sudah dua pengendara jatuh. Hubungi saya di 0812-3456-7890.',
  place: 'Jalan Braga 12',
  regionCode: '32.73',
  consent: true,
};

/** A submitted report, addressed to Bandung, whose coordinator verifies it. */
export async function submitted(ask: Caller, extra: object = {}, viewer: Viewer = warga): Promise<Submitted> {
  const outcome = await act(
    ask,
    'submitReport',
    { ...POTHOLE, agencyId: agencyId('32.73'), ...extra },
    viewer,
  );
  if (!outcome.report) throw new Error(JSON.stringify(outcome));
  return {
    id: outcome.report.id,
    trackingId: outcome.report.trackingId,
    accessCode: outcome.accessCode ?? '',
  };
}

export interface Submitted {
  readonly id: string;
  readonly trackingId: string;
  readonly accessCode: string;
}

export const VERIFICATION = {
  type: 'COMPLAINT_GENERAL',
  categoryId: '08.001',
  publicTitle: 'Lubang jalan di Jalan Braga',
};

/** A report that lies with the public works office of Bandung. */
export async function dispatched(
  ask: Caller,
  extra: object = {},
  viewer: Viewer = warga,
): Promise<Submitted> {
  const report = await submitted(ask, extra, viewer);
  const input = { ...VERIFICATION, reportId: report.id, agencyId: agencyId('32.73/1.03') };
  const outcome = await act(ask, 'verifyReport', input, coordinatorBandung);
  if (outcome.report?.state !== 'DISPATCHED') throw new Error(JSON.stringify(outcome));
  return report;
}

/** A report that the office has answered finally. */
export async function responded(ask: Caller, extra: object = {}, viewer: Viewer = warga): Promise<Submitted> {
  const report = await dispatched(ask, extra, viewer);
  const answer = { kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal pada tanggal 9 Juli.' };
  const outcome = await act(ask, 'recordFollowUp', { reportId: report.id, ...answer }, worksOfficer);
  if (outcome.report?.state !== 'RESPONDED') throw new Error(JSON.stringify(outcome));
  return report;
}

/** A report that its reporter did not accept the answer to, then did: every way in which a reporter speaks. */
export async function lived({ ask, clock }: ReportsService, extra: object = {}): Promise<Lived> {
  const at = (instant: string): string => {
    clock.set(instant);
    return instant;
  };
  const reporterActed = [at('2026-07-10T03:14:15.926Z')];
  const report = await submitted(ask, extra);
  const reportId = report.id;
  at('2026-07-13T02:00:00.000Z');
  const verification = { ...VERIFICATION, reportId, agencyId: agencyId('32.73/1.03') };
  await act(ask, 'verifyReport', verification, coordinatorBandung);
  at('2026-07-14T02:00:00.000Z');
  const answer = { reportId, kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal.' };
  await act(ask, 'recordFollowUp', answer, worksOfficer);
  reporterActed.push(at('2026-07-15T05:35:58.979Z'));
  await act(ask, 'replyToReport', { reportId, body: 'Tambalannya sudah lepas lagi.' }, warga);
  at('2026-07-16T02:00:00.000Z');
  await act(ask, 'recordFollowUp', answer, worksOfficer);
  reporterActed.push(at('2026-07-17T03:23:46.264Z'));
  const confirmed = await act(ask, 'confirmResolution', { reportId, rating: 4 }, warga);
  if (confirmed.report?.state !== 'CLOSED') throw new Error(JSON.stringify(confirmed));
  return { ...report, reporterActed };
}

/** A report with the exact instants at which its reporter did something. */
export interface Lived extends Submitted {
  readonly reporterActed: readonly string[];
}
