import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { supporterTagOf } from '../src/privacy/ownership.js';
import { act, dispatched, type Outcome, responded, type Submitted, submitted } from './support/acts.js';
import {
  citizen,
  coordinatorBandung,
  otherCitizen,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { columnsOf, columnsWith } from './support/tables.js';

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
afterAll(() => service.close());

function support({ id }: Submitted, viewer: Viewer, key?: string): Promise<Outcome> {
  return act(service.ask, 'supportReport', { reportId: id, idempotencyKey: key }, viewer);
}

function takeBack({ id }: Submitted, viewer: Viewer): Promise<Outcome> {
  return act(service.ask, 'withdrawSupport', { reportId: id }, viewer);
}

interface Voice {
  readonly supportCount: number;
  readonly isSupportedByViewer: boolean;
  readonly viewerActions: readonly string[];
}

async function voiceOf({ trackingId }: Submitted, viewer: Viewer): Promise<Voice | null> {
  const query =
    'query ($id: ID!) { report(trackingId: $id) { supportCount isSupportedByViewer viewerActions } }';
  const { data, errors } = await service.ask(query, { id: trackingId }, viewer);
  expect(errors).toEqual([]);
  return (data as { report: Voice | null }).report;
}

describe('a public report', () => {
  it('is supported once by each account, however often it is said', async () => {
    const report = await dispatched(service.ask);
    const supporters = [otherCitizen, citizen('warga3'), otherCitizen, otherCitizen];
    const outcomes = await Promise.all(supporters.map((viewer) => support(report, viewer)));
    expect(new Set(outcomes.map(({ __typename }) => __typename))).toEqual(new Set(['SupportReportSuccess']));
    expect(await voiceOf(report, stranger)).toMatchObject({ supportCount: 2, isSupportedByViewer: false });
    expect(await voiceOf(report, otherCitizen)).toMatchObject({
      supportCount: 2,
      isSupportedByViewer: true,
      viewerActions: ['SUPPORT'],
    });
  });

  it('loses a support that is taken back, and no other', async () => {
    const report = await dispatched(service.ask);
    await support(report, otherCitizen);
    await support(report, citizen('warga3'));
    for (let time = 0; time < 2; time += 1)
      expect((await takeBack(report, otherCitizen)).__typename).toBe('WithdrawSupportSuccess');
    expect(await voiceOf(report, otherCitizen)).toMatchObject({
      supportCount: 1,
      isSupportedByViewer: false,
    });
  });

  it('keeps its version: a voice is no act', async () => {
    const report = await dispatched(service.ask);
    await support(report, otherCitizen);
    const [row] = await service.database.query<{ version: number }[]>(
      'select version from report where id = $1',
      [report.id],
    );
    expect(row?.version).toBe(2);
  });

  it('answers the same under the same key, and refuses the key for another report', async () => {
    const key = '5d2f7b0c-4b8e-4a57-9d6e-0a1f0c017b0c';
    const [report, another] = [await dispatched(service.ask), await dispatched(service.ask)];
    expect((await support(report, otherCitizen, key)).__typename).toBe('SupportReportSuccess');
    expect((await support(report, otherCitizen, key)).__typename).toBe('SupportReportSuccess');
    expect((await support(another, otherCitizen, key)).__typename).toBe('IdempotencyConflict');
    expect(await voiceOf(another, stranger)).toMatchObject({ supportCount: 0 });
  });

  it.each<[string, Viewer]>([
    ['a visitor', stranger],
    ['its reporter', warga],
    ['the officer who works on it', worksOfficer],
    ['the coordinator of the house', coordinatorBandung],
  ])('is not supported by %s', async (_who, viewer) => {
    const report = await dispatched(service.ask);
    expect((await support(report, viewer)).__typename).toBe('NotAllowed');
    expect((await voiceOf(report, viewer))?.viewerActions).not.toContain('SUPPORT');
    expect(await voiceOf(report, viewer)).toMatchObject({ supportCount: 0, isSupportedByViewer: false });
  });

  it('may be supported while it waits for the word of its reporter, and not once it has ended', async () => {
    const report = await responded(service.ask);
    expect((await support(report, otherCitizen)).__typename).toBe('SupportReportSuccess');
    await act(service.ask, 'confirmResolution', { reportId: report.id, rating: 5 }, warga);
    expect(await support(report, citizen('warga3'))).toMatchObject({
      __typename: 'ReportNotInState',
      state: 'CLOSED',
    });
    expect((await takeBack(report, otherCitizen)).__typename).toBe('WithdrawSupportSuccess');
    expect(await voiceOf(report, stranger)).toMatchObject({ supportCount: 0 });
  });
});

describe('a report that is not public', () => {
  it.each([
    ['not verified', () => submitted(service.ask)],
    ['secret', () => dispatched(service.ask, { isSecret: true })],
  ])('because it is %s is not there to be supported', async (_why, made) => {
    const report = await made();
    const nobody = { id: '00000000-0000-4000-8000-000000000000', trackingId: '', accessCode: '' };
    const answers = [await support(report, otherCitizen), await support(nobody, otherCitizen)];
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ __typename: 'ReportNotFound' });
    expect((await takeBack(report, otherCitizen)).__typename).toBe('ReportNotFound');
  });
});

describe('a supporter', () => {
  it('is a tag that differs from report to report, and nothing else', async () => {
    const key = createHash('sha256').update('pendukung').digest();
    const [one, another] = [await dispatched(service.ask), await dispatched(service.ask)];
    await support(one, citizen('pendukung'));
    await support(another, citizen('pendukung'));
    const rows = await service.database.query<{ supporter_tag: Buffer }[]>(
      'select supporter_tag from support where report_id = any($1)',
      [[one.id, another.id]],
    );
    const tags = rows.map((row) => row.supporter_tag.toString('hex'));
    expect(new Set(tags)).toEqual(
      new Set([one, another].map(({ id }) => supporterTagOf(key.toString('base64url'), id).toString('hex'))),
    );
    expect(new Set(tags).size).toBe(2);
    expect(await columnsWith(service.database, key)).toEqual([]);
    const columns = (await columnsOf(service.database)).filter(({ table }) => table === 'reports.support');
    expect(columns.map(({ column }) => column).sort()).toEqual(['report_id', 'supporter_tag']);
  });
});
