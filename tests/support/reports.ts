import { stableId } from '@satu-pintu/domain-kit';
import { act, type Asker, type Outcome } from './graph.js';
import type { People } from './people.js';

/** Id of the agency with this code. */
export function agencyId(code: string): string {
  return stableId('agency', code);
}

export const BANDUNG = agencyId('32.73');
export const PUBLIC_WORKS = agencyId('32.73/1.03');
export const HEALTH = agencyId('32.73/1.02');

/** A report as a citizen fills it in, addressed to Kota Bandung. */
export const POTHOLE = {
  requestedType: 'COMPLAINT',
  title: 'Jalan berlubang di Jalan Braga',
  body: 'Lubang sedalam 20 cm di depan nomor 12, sudah dua pengendara jatuh.',
  place: 'Jalan Braga 12',
  regionCode: '32.73',
  agencyId: BANDUNG,
  consent: true,
};

/** What the coordinator of Bandung decides about it. */
export const VERIFICATION = {
  type: 'COMPLAINT_GENERAL',
  categoryId: '08.001',
  publicTitle: 'Lubang jalan di Jalan Braga',
};

export const FINAL_ANSWER = { kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal hari ini.' };

/** A report that was taken in. */
export interface Filed {
  readonly id: string;
  readonly trackingId: string;
  readonly accessCode: string;
}

/** Files a report. */
export async function filed(asker: Asker, changes: object = {}): Promise<Filed> {
  const outcome = await act('submitReport', { ...POTHOLE, ...changes }, asker);
  if (!outcome.report || outcome.accessCode === undefined) throw new Error(JSON.stringify(outcome));
  return { ...outcome.report, accessCode: outcome.accessCode };
}

/** Files a report and brings it to the public works office of Bandung. */
export async function dispatched(asker: Asker, people: People, changes: object = {}): Promise<Filed> {
  const report = await filed(asker, changes);
  const verification = { ...VERIFICATION, reportId: report.id, agencyId: PUBLIC_WORKS };
  succeeded(await act('verifyReport', verification, people.coordinatorBandung));
  return report;
}

/** The state that an act has led to; throws what it was refused with. */
export function succeeded(outcome: Outcome): string {
  if (!outcome.__typename.endsWith('Success')) throw new Error(JSON.stringify(outcome));
  return outcome.report?.state ?? 'out of sight';
}
