import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OfficerRole, publicViewer, stableId, type Viewer } from '@satu-pintu/domain-kit';
import type { TestDatabase } from '@satu-pintu/test-kit';
import pg from 'pg';
import { loadedDatabase } from './support/agencies-database.js';
import { type AgenciesUnderTest, citizen, demoOfficer, startAgencies } from './support/running-agencies.js';

const DPUPR = stableId('agency', '32.73/1.03');
const LIAISON = stableId('officer', 'petugas.dpupr.bandung@demo.test');
const COORDINATOR = stableId('officer', 'koordinator.bandung@demo.test');

describe('Whoever runs a house', () => {
  let test: TestDatabase;
  let agencies: AgenciesUnderTest;

  beforeAll(async () => {
    test = await loadedDatabase();
    agencies = await startAgencies(test);
  }, 90_000);

  afterAll(async () => {
    await agencies.close();
    await test.drop();
  });

  it('gives somebody a post, and a code that is told once', async () => {
    const idempotencyKey = randomUUID();
    const input = {
      agencyId: DPUPR,
      role: 'AGENCY_ADMIN',
      name: 'Siti Aminah',
      workEmail: 'Siti@Bandung.test',
    };
    const first = await act('appointOfficer', { ...input, idempotencyKey });
    expect(first).toMatchObject({
      __typename: 'AppointOfficerSuccess',
      officer: { role: 'AGENCY_ADMIN', name: 'Siti Aminah', workEmail: 'siti@bandung.test', isActive: true },
      invitation: { code: expect.stringMatching(/^[0-9a-f]{40}$/), expiresAt: '2026-09-01T03:00:00.000Z' },
    });
    const again = await act('appointOfficer', { ...input, idempotencyKey });
    expect(again).toMatchObject({ officer: { id: first.officer?.id }, invitation: null });
    const inCapitals = await act('appointOfficer', {
      ...input,
      idempotencyKey: idempotencyKey.toUpperCase(),
    });
    expect(inCapitals).toMatchObject({ officer: { id: first.officer?.id }, invitation: null });
    const [told] = await events(first.officer?.id ?? '');
    expect(told).toMatchObject({
      type: 'officer.appointed',
      payload: { role: 'AGENCY_ADMIN', accountId: null },
    });
    expect(JSON.stringify(told)).not.toContain(first.invitation?.code);
    expect(JSON.stringify(told)).not.toContain('Siti');
  });

  it.each<[string, OfficerRole, string, string]>([
    ['more than a coordinator has', 'NATIONAL_ADMIN', '32.73', 'NOT_ALLOWED'],
    ['what reads the country', 'OMBUDSMAN', '32.73', 'NOT_ALLOWED'],
    ['a post next door', 'LIAISON_OFFICER', '32.77', 'NOT_ALLOWED'],
    ['a post above', 'LIAISON_OFFICER', '32', 'NOT_ALLOWED'],
    ['a post in a ministry', 'LIAISON_OFFICER', 'KEMENKES', 'NOT_ALLOWED'],
    ['a post nowhere', 'LIAISON_OFFICER', 'NOWHERE', 'AGENCY_NOT_FOUND'],
  ])('does not give %s', async (_what, role, code, problem) => {
    const input = { agencyId: stableId('agency', code), role, name: 'Siapa Saja' };
    expect(await act('appointOfficer', input)).toMatchObject({ code: problem });
  });

  it.each(['petugas.dpupr.bandung@demo.test', 'koordinator.jabar@demo.test', 'ombudsman@demo.test'])(
    'is not %s in Bandung',
    async (email) => {
      const input = { agencyId: DPUPR, role: 'INTAKE_OFFICER', name: 'Siapa Saja' };
      expect(await act('appointOfficer', input, demoOfficer(email))).toMatchObject({ code: 'NOT_ALLOWED' });
    },
  );

  it('names a national admin at the national desk only', async () => {
    const national = demoOfficer('nasional@demo.test');
    const input = { role: 'NATIONAL_ADMIN', name: 'Admin Baru' };
    const elsewhere = await act('appointOfficer', { ...input, agencyId: DPUPR }, national);
    expect(elsewhere).toMatchObject({ code: 'ROLE_UNFIT' });
    const desk = await act(
      'appointOfficer',
      { ...input, agencyId: stableId('agency', 'NASIONAL') },
      national,
    );
    expect(desk).toMatchObject({ __typename: 'AppointOfficerSuccess' });
  });

  it.each([
    ['name', { name: '' }],
    ['name', { name: 'x' }],
    ['title', { name: 'Siti', title: 'x'.repeat(151) }],
    ['workEmail', { name: 'Siti', workEmail: 'siti' }],
    ['workPhone', { name: 'Siti', workPhone: 'telepon' }],
    ['idempotencyKey', { name: 'Siti', idempotencyKey: 'once' }],
  ])('writes nothing that cannot be right: %s', async (field, wrong) => {
    const input = { agencyId: DPUPR, role: 'INTAKE_OFFICER', ...wrong };
    expect(await act('appointOfficer', input)).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  it('changes a post, and leaves what it does not name', async () => {
    const changed = await act('updateOfficer', { officerId: LIAISON, title: 'Sekretaris Dinas' });
    expect(changed).toMatchObject({
      officer: { title: 'Sekretaris Dinas', name: 'Demo Petugas DPUPR Bandung', role: 'LIAISON_OFFICER' },
    });
    expect(await act('updateOfficer', { officerId: LIAISON, title: null })).toMatchObject({
      officer: { title: null },
    });
    expect(await act('updateOfficer', { officerId: LIAISON, name: null })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'name',
    });
  });

  it('knows of no post elsewhere, and answers as if there were none', async () => {
    const foreign = stableId('officer', 'koordinator.kemenkes@demo.test');
    for (const officerId of [foreign, randomUUID(), 'nobody']) {
      expect(await act('updateOfficer', { officerId, name: 'Orang Lain' })).toMatchObject({
        code: 'OFFICER_NOT_FOUND',
      });
      expect(await act('endAppointment', { officerId })).toMatchObject({ code: 'OFFICER_NOT_FOUND' });
    }
  });

  it('is not an admin of one agency to another admin of it', async () => {
    const admin = await act('appointOfficer', { agencyId: DPUPR, role: 'AGENCY_ADMIN', name: 'Admin Kedua' });
    const as = (id: string): Viewer => ({
      ...publicViewer('en'),
      isSignedIn: true,
      tag: id,
      appointments: [{ officerId: id, agencyId: DPUPR, role: 'AGENCY_ADMIN' }],
    });
    const viewer = as(admin.officer?.id ?? '');
    const appoint = (role: OfficerRole): Promise<Answer> =>
      act('appointOfficer', { agencyId: DPUPR, role, name: 'Petugas Meja' }, viewer);
    expect(await appoint('INTAKE_OFFICER')).toMatchObject({ __typename: 'AppointOfficerSuccess' });
    expect(await appoint('AGENCY_ADMIN')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(
      await act('updateOfficer', { officerId: LIAISON, role: 'COORDINATOR_ADMIN' }, viewer),
    ).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await act('endAppointment', { officerId: admin.officer?.id });
    expect(await appoint('INTAKE_OFFICER')).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('moves a post with its holder between two agencies that it runs', async () => {
    const transfer = (code: string): Promise<Answer> =>
      act('transferOfficer', { officerId: LIAISON, agencyId: stableId('agency', code) });
    expect(await transfer('32.77/1.03')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await transfer('32.73/1.04')).toMatchObject({ officer: { agency: { code: '32.73/1.04' } } });
    expect(await transfer('32.73/1.03')).toMatchObject({ officer: { agency: { code: '32.73/1.03' } } });
  });

  it('invites again to a post that nobody has taken up yet, and to no other', async () => {
    const post = await act('appointOfficer', {
      agencyId: DPUPR,
      role: 'INTAKE_OFFICER',
      name: 'Petugas Baru',
    });
    const officerId = post.officer?.id ?? '';
    const renew = (id: string): Promise<Answer> => act('renewInvitation', { officerId: id });
    const renewed = await renew(officerId);
    expect(renewed.invitation?.code).toMatch(/^[0-9a-f]{40}$/);
    expect(renewed.invitation?.code).not.toBe(post.invitation?.code);
    // A demonstration officer has an account from the start.
    expect(await renew(LIAISON)).toMatchObject({ code: 'POST_TAKEN_UP' });

    const told = await events(officerId);
    await takenUp(officerId);
    expect(await renew(officerId)).toMatchObject({ code: 'POST_TAKEN_UP' });
    expect(await events(officerId)).toEqual(told);
    expect(await act('updateOfficer', { officerId, title: 'Petugas Meja' })).toMatchObject({
      __typename: 'UpdateOfficerSuccess',
    });
    expect(await renew(officerId)).toMatchObject({ code: 'POST_TAKEN_UP' });
  });

  it('orders that an officer sets the second factor up anew, and tells users alone', async () => {
    const idempotencyKey = randomUUID();
    const reset = (): Promise<Answer> => act('resetSecondFactor', { officerId: LIAISON, idempotencyKey });
    expect(await reset()).toMatchObject({
      __typename: 'ResetSecondFactorSuccess',
      officer: { id: LIAISON, isActive: true },
    });
    expect(await reset()).toMatchObject({ __typename: 'ResetSecondFactorSuccess' });
    const told = await agencies.database.query<object[]>(
      `select type, payload from outbox where aggregate_id = $1 and payload ? 'isSecondFactorReset'`,
      [LIAISON],
    );
    expect(told).toMatchObject([{ type: 'officer.changed', payload: { isSecondFactorReset: true } }]);
    expect(await act('updateOfficer', { officerId: LIAISON, title: null })).toMatchObject({
      __typename: 'UpdateOfficerSuccess',
    });
    const last = (await events(LIAISON)).at(-1);
    expect(JSON.stringify(last)).not.toContain('isSecondFactorReset');
  });

  it.each<[string, string, string, string]>([
    ['its holder', 'koordinator.bandung', COORDINATOR, 'OWN_POST'],
    ['the province above', 'koordinator.jabar', LIAISON, 'NOT_ALLOWED'],
    ['a ministry', 'koordinator.kemenkes', LIAISON, 'OFFICER_NOT_FOUND'],
    ['the Ombudsman', 'ombudsman', LIAISON, 'OFFICER_NOT_FOUND'],
    ['an officer below', 'petugas.dpupr.bandung', COORDINATOR, 'OFFICER_NOT_FOUND'],
    ['an officer for themselves', 'petugas.dpupr.bandung', LIAISON, 'NOT_ALLOWED'],
    ['anybody, of a post that is not there', 'koordinator.bandung', 'nobody', 'OFFICER_NOT_FOUND'],
  ])('takes the second factor of a post away, and not %s', async (_who, name, officerId, problem) => {
    const outcome = await act('resetSecondFactor', { officerId }, demoOfficer(`${name}@demo.test`));
    expect(outcome).toMatchObject({ code: problem });
  });

  it('does not leave open reports behind: the last admin names who takes them', async () => {
    await agencies.database.query(
      `insert into held_report (report_id, holder_agency_id, is_open, version)
       values (gen_random_uuid(), $1, true, 1), (gen_random_uuid(), $1, false, 4)`,
      [stableId('agency', '32.73')],
    );
    const national = demoOfficer('nasional@demo.test');
    const end = (nextHolder?: string): Promise<Answer> =>
      act(
        'endAppointment',
        { officerId: COORDINATOR, ...(nextHolder && { nextHolderId: stableId('agency', nextHolder) }) },
        national,
      );
    expect(await end()).toMatchObject({ code: 'LAST_ADMIN', openReports: 1 });
    expect(await end('32.73')).toMatchObject({ code: 'LAST_ADMIN' });
    expect(
      await act('updateOfficer', { officerId: COORDINATOR, role: 'INTAKE_OFFICER' }, national),
    ).toMatchObject({ code: 'LAST_ADMIN' });
    expect(await end('32')).toMatchObject({ officer: { isActive: false } });
    const [declared] = await agencies.database.query<object[]>(
      `select payload from outbox where type = 'succession.declared'`,
    );
    expect(declared).toEqual({
      payload: {
        agencyId: stableId('agency', '32.73'),
        successorId: stableId('agency', '32'),
        reason: 'VACATED',
      },
    });
    expect(await act('updateOfficer', { officerId: LIAISON, title: 'Terlambat' })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('is nobody without a post', async () => {
    const input = { agencyId: DPUPR, role: 'INTAKE_OFFICER', name: 'Siapa Saja' };
    for (const viewer of [citizen, publicViewer()])
      expect(await act('appointOfficer', input, viewer)).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  interface Answer {
    readonly __typename: string;
    readonly code?: string;
    readonly officer?: { readonly id: string };
    readonly invitation?: { readonly code: string } | null;
  }

  async function act(
    mutation: string,
    input: object,
    viewer = demoOfficer('koordinator.bandung@demo.test'),
  ): Promise<Answer> {
    const name = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}`;
    const invitation = ['appointOfficer', 'renewInvitation'].includes(mutation)
      ? 'invitation { code expiresAt }'
      : '';
    const lastAdmin = ['appointOfficer', 'renewInvitation', 'resetSecondFactor'].includes(mutation)
      ? ''
      : '... on LastAdmin { openReports }';
    const { data, errors } = await agencies.ask(
      `mutation ($input: ${name}Input!) { ${mutation}(input: $input) {
         __typename
         ... on ${name}Success { officer { id role name title workEmail isActive agency { code } } ${invitation} }
         ... on Problem { code message }
         ... on InvalidInput { field }
         ${lastAdmin} } }`,
      { input },
      viewer,
    );
    expect(errors).toEqual([]);
    return data?.[mutation] as Answer;
  }

  /** Tells of it as users does, and waits until it is known here. */
  async function takenUp(officerId: string): Promise<void> {
    const users = new pg.Client({ connectionString: test.appUrl('users') });
    await users.connect();
    await users.query(
      `insert into event_log.event (producer, id, type, aggregate_id, version, at, payload)
       values ('users', gen_random_uuid(), 'post.taken-up', $1, 1, now(), $2)`,
      [officerId, JSON.stringify({ officerId })],
    );
    await users.end();
    const learnt = async (): Promise<boolean> => {
      const rows = await agencies.database.query<object[]>(
        'select from officer where id = $1 and is_taken_up',
        [officerId],
      );
      return rows.length > 0;
    };
    while (!(await learnt())) await pause(50);
  }

  function events(aggregateId: string): Promise<object[]> {
    return agencies.database.query(
      'select type, payload from outbox where aggregate_id = $1 order by version',
      [aggregateId],
    );
  }
});
