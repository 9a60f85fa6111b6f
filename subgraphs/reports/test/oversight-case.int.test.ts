import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { OVERSIGHT_CONSENT_TEXT } from '../src/oversight/consent-text.js';
import { act, dispatched, type Outcome, responded, type Submitted } from './support/acts.js';
import { entities } from './support/entities.js';
import {
  coordinatorBandung,
  national,
  OTHERS,
  ombudsman,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';
import { createSweeper, type Sweeper } from './support/sweeper.js';

/** Sixty working days after that Friday, and a night. */
const AFTER_SIXTY_DAYS = '2026-10-08T03:00:00.000Z';
const SECRET = { title: 'Pungli di loket perizinan', isAnonymous: true, isSecret: true };
const CONSENT = {
  textVersion: OVERSIGHT_CONSENT_TEXT.version,
  revealIdentity: true,
  incidentDate: '2026-07-01',
};
const NUMBER = '0123/LM/X/2026/JKT';
const OUTCOME = {
  finding: 'MALADMINISTRATION_FOUND',
  summary: 'Petugas loket memungut biaya tanpa dasar hukum.',
  correctiveAction: 'Kembalikan pungutan dan umumkan tarif resmi.',
  correctiveActionDueDate: '2026-12-01',
};

let service: ReportsService;
let sweeper: Sweeper;

beforeAll(async () => {
  service = await startReports();
  sweeper = await createSweeper(service);
}, 60_000);
afterAll(async () => {
  await sweeper.close();
  await service.close();
});
beforeEach(() => {
  service.clock.set(FRIDAY);
});

interface Case {
  readonly stage: string;
  readonly prerequisites: readonly {
    readonly code: string;
    readonly isMet: boolean | null;
    readonly explanation: string;
  }[];
  readonly consentText: { readonly version: string; readonly text: string } | null;
  readonly consent: {
    readonly revealsIdentity: boolean;
    readonly keepsNameSecret: boolean;
    readonly givenAt: string;
  } | null;
  readonly caseNumber: string | null;
  readonly transferredAt: string | null;
  readonly outcome: object | null;
}

interface Seen {
  readonly title: string | null;
  readonly reporter: { readonly handle: string } | null;
  readonly oversightStage: string | null;
  readonly oversight: Case | null;
  readonly agency: { readonly id: string };
  readonly viewerActions: readonly string[];
  readonly history: readonly { readonly act: string; readonly reason: string | null; readonly at: string }[];
  readonly followUps: { readonly nodes: readonly { readonly body: string | null }[] };
}

const FIELDS = /* GraphQL */ `
  title reporter { handle } oversightStage agency { id } viewerActions history { act reason at }
  followUps { nodes { body } }
  oversight {
    stage prerequisites { code isMet explanation } consentText { version text }
    consent { revealsIdentity keepsNameSecret givenAt } caseNumber transferredAt
    outcome { finding summary correctiveAction correctiveActionDueDate concludedAt }
  }
`;

async function seen({ trackingId, accessCode }: Submitted, viewer: Viewer): Promise<Seen> {
  const { data, errors } = await service.ask(
    `query ($id: ID!, $code: String) { report(trackingId: $id, accessCode: $code) { ${FIELDS} } }`,
    { id: trackingId, code: viewer === stranger ? accessCode : null },
    viewer,
  );
  expect(errors).toEqual([]);
  return (data as { report: Seen }).report;
}

function consent({ id }: Submitted, changes: object = {}, viewer: Viewer = warga): Promise<Outcome> {
  return act(service.ask, 'consentToOversight', { reportId: id, ...CONSENT, ...changes }, viewer);
}

function take({ id }: Submitted, viewer: Viewer = ombudsman): Promise<Outcome> {
  return act(service.ask, 'acceptOversightCase', { reportId: id, caseNumber: NUMBER }, viewer);
}

async function readingsOf({ id }: Submitted): Promise<number> {
  const [row] = await service.database.query<{ n: number }[]>(
    'select count(*)::int as n from oversight_reading where report_id = $1',
    [id],
  );
  return row?.n ?? 0;
}

/** A report whose time is over: anonymous and secret, of the public works office. */
async function overdue(extra: object = {}, viewer: Viewer = warga): Promise<Submitted> {
  service.clock.set(FRIDAY);
  const report = await dispatched(service.ask, { ...SECRET, ...extra }, viewer);
  service.clock.set(AFTER_SIXTY_DAYS);
  await sweeper.sweep();
  return report;
}

describe('illegal levies, reported anonymously and in secret, that no agency has dealt with', () => {
  let report: Submitted;

  it('come to the Ombudsman by consent alone, are examined, and stay where they are', async () => {
    report = await overdue();
    const offered = await seen(report, warga);
    expect(offered.oversight).toMatchObject({
      stage: 'OFFERED',
      consent: null,
      caseNumber: null,
      outcome: null,
    });
    expect(offered.oversight?.consentText).toEqual({
      version: OVERSIGHT_CONSENT_TEXT.version,
      text: OVERSIGHT_CONSENT_TEXT.id,
    });
    expect(offered.oversight?.prerequisites.map(({ code, isMet }) => [code, isMet])).toEqual([
      ['IDENTITY', true],
      ['DESCRIPTION', true],
      ['PRIOR_COMPLAINT', true],
      ['NOT_SETTLED', true],
      ['RECENT_EVENT', null],
    ]);
    expect(offered.viewerActions).toEqual(
      expect.arrayContaining(['CONSENT_TO_OVERSIGHT', 'DECLINE_OVERSIGHT']),
    );

    expect(await take(report)).toMatchObject({ code: 'NOT_AT_OVERSIGHT_STAGE' });
    expect(await seen(report, ombudsman)).toMatchObject({
      title: null,
      reporter: null,
      followUps: { nodes: [] },
    });
    expect(await readingsOf(report)).toBe(0);

    expect(await consent(report, { keepNameSecret: true })).toMatchObject({
      __typename: 'ConsentToOversightSuccess',
    });
    const read = await seen(report, ombudsman);
    expect(read).toMatchObject({
      title: SECRET.title,
      reporter: { handle: expect.any(String) },
      oversight: { stage: 'CONSENTED', consent: { revealsIdentity: true, keepsNameSecret: true } },
    });
    expect(read.viewerActions).toContain('ACCEPT_OVERSIGHT_CASE');
    expect(await readingsOf(report)).toBe(1);

    const holder = read.agency.id;
    expect(await take(report)).toMatchObject({ report: { state: 'DISPATCHED' } });
    const outcome = { reportId: report.id, ...OUTCOME };
    expect(await act(service.ask, 'recordOversightOutcome', outcome, ombudsman)).toMatchObject({
      report: { state: 'DISPATCHED' },
    });
    expect(holder).toBe(agencyId('32.73/1.03'));
    for (const viewer of [warga, worksOfficer, coordinatorBandung, national, ombudsman]) {
      const told = await seen(report, viewer);
      expect(told.agency.id).toBe(holder);
      expect(told.oversight).toMatchObject({ stage: 'CONCLUDED', caseNumber: NUMBER, outcome: OUTCOME });
      expect(told.history.slice(-2)).toMatchObject([
        { act: 'OVERSIGHT_ACCEPT', reason: NUMBER },
        { act: 'OVERSIGHT_CONCLUDE', reason: 'MALADMINISTRATION_FOUND' },
      ]);
    }
    const rows = await service.database.query<{ type: string }[]>(
      'select type from outbox where aggregate_id = $1 order by version desc limit 3',
      [report.id],
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'report.oversight-concluded',
      'report.oversight-accepted',
      'report.oversight-consented',
    ]);
  });

  it('name nobody to the office, then or now', async () => {
    for (const viewer of [worksOfficer, coordinatorBandung, national]) {
      const told = await seen(report, viewer);
      expect(told.reporter).toBeNull();
      expect(told.oversight).toMatchObject({ prerequisites: [], consentText: null, consent: null });
      expect(told.history.map((entry) => entry.act)).not.toContain('OVERSIGHT_CONSENT');
    }
  });
});

describe('the way of a report to the Ombudsman', () => {
  it.each(Object.keys(OTHERS))('shows %s of a consent no more than they may know', async (who) => {
    const viewer = OTHERS[who] ?? stranger;
    const report = await overdue({ isSecret: false });
    await consent(report, { revealIdentity: false });
    const query = `query ($id: ID!) { report(trackingId: $id) { ${FIELDS} } }`;
    const { data, errors } = await service.ask(query, { id: report.trackingId }, viewer);
    expect(errors).toEqual([]);
    const told = (data as { report: Seen }).report;
    const byReference = await entities(
      service.ask,
      [{ __typename: 'Report', id: report.id }],
      `... on Report { ${FIELDS} }`,
      viewer,
    );
    const [entity] = (byReference.data as { _entities: readonly Seen[] })._entities;
    expect({ ...entity, reporter: null }).toEqual({ ...told, reporter: null });
    expect(told.reporter).toBeNull();
    const isOmbudsman = who === 'the Ombudsman';
    const takesPart = [
      'the admin of the office',
      'the officer',
      'the intake officer',
      'the coordinator of the city',
      'the national desk',
    ];
    const stage = isOmbudsman ? 'CONSENTED' : takesPart.includes(who) ? 'ELIGIBLE' : null;
    expect(told.oversightStage).toBe(stage);
    expect(told.oversight?.stage ?? null).toBe(stage);
    expect(told.oversight?.consent ?? null).toEqual(
      isOmbudsman
        ? { revealsIdentity: false, keepsNameSecret: false, givenAt: '2026-10-07T17:00:00.000Z' }
        : null,
    );
    expect(told.oversight?.prerequisites.length ?? 0).toBe(isOmbudsman ? 5 : 0);
    expect(told.oversight?.consentText ?? null).toBeNull();
    expect(told.history.some((entry) => entry.act === 'OVERSIGHT_CONSENT')).toBe(isOmbudsman);
  });

  it('opens by a rejected answer, once, in the same breath', async () => {
    const report = await responded(service.ask);
    const { id } = report;
    await act(service.ask, 'replyToReport', { reportId: id, body: 'Masih berlubang.' }, warga);
    expect(await seen(report, warga)).toMatchObject({
      oversightStage: 'OFFERED',
      history: expect.arrayContaining([
        expect.objectContaining({ act: 'OVERSIGHT_ELIGIBLE', reason: 'ANSWER_REJECTED' }),
      ]),
    });
    const answer = { reportId: id, kind: 'FINAL', outcome: 'FIXED', body: 'Sudah ditambal lagi.' };
    await act(service.ask, 'recordFollowUp', answer, worksOfficer);
    await act(service.ask, 'replyToReport', { reportId: id, body: 'Tetap berlubang.' }, warga);
    service.clock.set(AFTER_SIXTY_DAYS);
    await Promise.all([sweeper.sweep(), sweeper.sweep()]);
    expect((await sweeper.sweep()).done).toEqual({});
    const acts = (await seen(report, warga)).history.map((entry) => entry.act);
    expect(acts.filter((done) => done === 'OVERSIGHT_ELIGIBLE')).toHaveLength(1);
  });

  it('is closed to a report behind which nobody is known, which says why', async () => {
    const report = await overdue({}, stranger);
    const { oversight, viewerActions } = await seen(report, stranger);
    expect(oversight).toMatchObject({ stage: 'ELIGIBLE' });
    expect(oversight?.prerequisites[0]).toMatchObject({ code: 'IDENTITY', isMet: false });
    expect(oversight?.prerequisites[0]?.explanation).toContain('tanpa akun');
    expect(viewerActions).not.toContain('CONSENT_TO_OVERSIGHT');
    const withCode = { accessCode: report.accessCode };
    expect(await consent(report, withCode, stranger)).toMatchObject({
      code: 'OVERSIGHT_PREREQUISITES_UNMET',
    });
    const input = { reportId: report.id, ...withCode };
    expect(await act(service.ask, 'declineOversight', input, stranger)).toMatchObject({
      __typename: 'DeclineOversightSuccess',
    });
  });

  it('can be declined, thought better of, and left again before the case is taken', async () => {
    const report = await overdue();
    const input = { reportId: report.id };
    await act(service.ask, 'declineOversight', input, warga);
    expect((await seen(report, warga)).oversightStage).toBe('DECLINED');
    expect((await seen(report, ombudsman)).oversightStage).toBe('ELIGIBLE');
    expect(await consent(report)).toMatchObject({ __typename: 'ConsentToOversightSuccess' });
    expect((await seen(report, ombudsman)).title).toBe(SECRET.title);
    expect(await act(service.ask, 'withdrawOversightConsent', input, warga)).toMatchObject({
      __typename: 'WithdrawOversightConsentSuccess',
    });
    expect(await seen(report, ombudsman)).toMatchObject({ title: null, reporter: null });
    expect(await take(report)).toMatchObject({ code: 'NOT_AT_OVERSIGHT_STAGE' });
    await consent(report);
    await take(report);
    expect(await act(service.ask, 'withdrawOversightConsent', input, warga)).toMatchObject({
      code: 'NOT_AT_OVERSIGHT_STAGE',
    });
  });

  it('ends with the report that is taken back', async () => {
    const report = await overdue();
    await consent(report);
    await act(service.ask, 'withdrawReport', { reportId: report.id, confirm: true }, warga);
    expect(await seen(report, ombudsman)).toMatchObject({ title: null, reporter: null });
    expect(await take(report)).toMatchObject({ code: 'REPORT_NOT_IN_STATE' });
  });

  it('is refused to words that were not read, to strangers, and twice', async () => {
    const report = await overdue();
    expect(await consent(report, { textVersion: 'lama' })).toMatchObject({ field: 'textVersion' });
    expect(await consent(report, { incidentDate: null })).toMatchObject({
      code: 'OVERSIGHT_PREREQUISITES_UNMET',
    });
    expect(await consent(report, {}, worksOfficer)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await consent(report, {}, stranger)).toMatchObject({ code: 'REPORT_NOT_FOUND' });
    expect(await take(report, national)).toMatchObject({ code: 'NOT_ALLOWED' });
    const key = { idempotencyKey: '5f0c8f4e-8e1e-4a53-9a37-0a4f6cf0f0c3' };
    for (const outcome of await Promise.all([consent(report, key), consent(report, key)])) {
      expect(outcome).toMatchObject({ __typename: 'ConsentToOversightSuccess' });
    }
    expect(await consent(report)).toMatchObject({ code: 'NOT_AT_OVERSIGHT_STAGE' });
  });

  it('is not open before its time, to anybody', async () => {
    const report = await dispatched(service.ask);
    expect(await seen(report, warga)).toMatchObject({ oversight: null, oversightStage: null });
    expect(await consent(report)).toMatchObject({ code: 'NOT_AT_OVERSIGHT_STAGE' });
  });

  it('rests on a stored consent in the database too, and none is ever changed', async () => {
    const report = await overdue();
    await expect(
      service.database.query(
        `insert into oversight_transfer (report_id, version, consent_version, case_number, at)
         values ($1, 3, 2, 'X', now())`,
        [report.id],
      ),
    ).rejects.toThrow('oversight_transfer_rests_on_a_consent');
    await expect(
      service.database.query('update report set oversight_reveals_identity = true where id = $1', [
        report.id,
      ]),
    ).rejects.toThrow('report_reveals_identity_only_by_consent');
    await consent(report);
    for (const table of ['oversight_consent', 'oversight_transfer', 'oversight_outcome']) {
      await expect(sweeper.parts.database.query(`delete from ${table}`)).rejects.toThrow('permission denied');
    }
  });
});

describe("the Ombudsman's desk", () => {
  it('finds by stage what has come to it, and each reading is written down once', async () => {
    const [consented, silent] = [await overdue(), await overdue()];
    await consent(consented);
    const list = async (stages: string): Promise<readonly string[]> => {
      const { data, errors } = await service.ask(
        `{ oversightReports(first: 50, stages: [${stages}]) { nodes { id title } } }`,
        {},
        ombudsman,
      );
      expect(errors).toEqual([]);
      return (data as { oversightReports: { nodes: { id: string }[] } }).oversightReports.nodes.map(
        ({ id }) => id,
      );
    };
    expect(await list('CONSENTED')).toContain(consented.id);
    expect(await readingsOf(consented)).toBe(1);
    expect(await list('CONSENTED')).not.toContain(silent.id);
    expect(await list('ELIGIBLE')).toContain(silent.id);
    expect(await list('OFFERED, DECLINED')).toEqual([]);
  });
});
