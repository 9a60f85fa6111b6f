import { beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from '../support/authenticator.js';
import { eventually } from '../support/eventually.js';
import { act, ask, type Asker, outcomeOf, request } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';
import { dispatched, type Filed, FINAL_ANSWER, PUBLIC_WORKS, succeeded } from '../support/reports.js';
import { account, arrive, enrol, invite, type Newcomer, takeUp } from '../support/staff.js';

describe('A new officer of public works in Bandung', () => {
  let people: People;
  let rini: Newcomer;
  let session: Asker;
  let refreshToken: string;
  let report: Filed;
  let secret: string;
  let recoveryCodes: readonly string[];

  beforeAll(async () => {
    people = await everybody();
    report = await dispatched(people.warga, people);
    const newcomer = await arrive();
    ({ session, refreshToken } = newcomer);
    rini = { email: newcomer.email, password: newcomer.password };
  }, 60_000);

  it('takes the post up, and can do nothing in it with a password alone', async () => {
    const { code } = await invite(PUBLIC_WORKS, 'LIAISON_OFFICER', people.coordinatorBandung);
    await takeUp(code, session);
    const { secondFactor } = await account('signIn', rini);
    expect(secondFactor).toBe('MISSING');
    const refreshed = await account('refreshSession', { refreshToken });
    expect(refreshed.secondFactor).toBe('MISSING');
    ({ refreshToken = '' } = refreshed);
    session = { token: refreshed.accessToken ?? '' };
    expect(await inbox(session)).toEqual(await inbox(null));
    expect(await tryToAccept(session)).toEqual(await tryToAccept(people.warga2));
  });

  it('sets an authenticator app up, and then works in it', async () => {
    ({ secret, recoveryCodes } = await enrol(rini, session));
    const refreshed = await account('refreshSession', { refreshToken });
    expect(refreshed.secondFactor).toBe('GIVEN');
    session = { token: refreshed.accessToken ?? '' };
    expect(succeeded(await act('acceptReport', { reportId: report.id }, session))).toBe('IN_PROGRESS');
  });

  it('is asked for its code at the next sign-in, and the code counts once', async () => {
    const { challenge, accessToken } = await account('signIn', rini);
    expect(accessToken).toBeUndefined();
    const code = codeOf(secret, 1);
    expect(await account('completeSignIn', { challenge, code: '000000' })).toMatchObject({
      code: 'INVALID_CODE',
    });
    expect(await account('completeSignIn', { challenge, code })).toMatchObject({ secondFactor: 'GIVEN' });
    expect(await account('completeSignIn', { challenge, code })).toMatchObject({ code: 'CHALLENGE_ENDED' });
    const { challenge: second } = await account('signIn', rini);
    expect(await account('completeSignIn', { challenge: second, code })).toMatchObject({
      code: 'INVALID_CODE',
    });
  });

  it('gets in with a recovery code when the telephone is lost, once', async () => {
    const [recoveryCode] = recoveryCodes;
    const { challenge } = await account('signIn', rini);
    const { accessToken: token = '' } = await account('completeSignIn', { challenge, recoveryCode });
    const { me } = await ask<{ me: object }>(
      '{ me { isDemo secondFactor { recoveryCodesLeft } } }',
      {},
      { token },
    );
    expect(me).toEqual({ isDemo: false, secondFactor: { recoveryCodesLeft: 9 } });
    const { challenge: second } = await account('signIn', rini);
    expect(await account('completeSignIn', { challenge: second, recoveryCode })).toMatchObject({
      code: 'INVALID_CODE',
    });
  });

  it('cannot do without while holding the post', async () => {
    expect(await account('removeSecondFactor', { code: '000000' }, session)).toMatchObject({
      code: 'SECOND_FACTOR_NEEDED',
    });
  });

  it('has lost app and codes, and is let in anew by whoever manages the post, and by nobody else', async () => {
    const { me } = await ask<{ me: { appointments: { id: string }[] } }>(
      '{ me { appointments { id } } }',
      {},
      session,
    );
    const officerId = me.appointments[0]?.id;
    for (const [asker, code] of [
      [session, 'FORBIDDEN'],
      [people.coordinatorJabar, 'NOT_ALLOWED'],
      [people.coordinatorKemenkes, 'OFFICER_NOT_FOUND'],
      [people.warga, 'FORBIDDEN'],
      [null, 'FORBIDDEN'],
    ] as const)
      expect(await reset(officerId, asker)).toMatchObject({ code });
    expect(await reset(officerId, people.coordinatorBandung)).toMatchObject({
      __typename: 'ResetSecondFactorSuccess',
    });
    await eventually(async () => {
      expect((await request('{ me { id } }', {}, session)).status).toBe(401);
    });
    const { accessToken = '', refreshToken: next = '', secondFactor } = await account('signIn', rini);
    expect(secondFactor).toBe('MISSING');
    await enrol(rini, { token: accessToken });
    const refreshed = await account('refreshSession', { refreshToken: next });
    expect(refreshed.secondFactor).toBe('GIVEN');
    session = { token: refreshed.accessToken ?? '' };
    const answer = { ...FINAL_ANSWER, reportId: report.id };
    expect(succeeded(await act('recordFollowUp', answer, session))).toBe('RESPONDED');
  });

  it('works beside the accounts of the demonstration, which are excepted and say so', async () => {
    const demo = { email: 'petugas.dpupr.bandung@demo.test', password: 'satu-pintu-demo' };
    expect(await account('signIn', demo)).toMatchObject({ secondFactor: 'EXCEPTED' });
    const { me } = await ask<{ me: object }>('{ me { isDemo } }', {}, people.worksOfficer);
    expect(me).toEqual({ isDemo: true });
  });

  /** What came of accepting the report: its type, or why it was not even tried. */
  async function tryToAccept(asker: Asker): Promise<unknown> {
    const { data, errors } = await request<{ acceptReport: object }>(
      'mutation ($input: AcceptReportInput!) { acceptReport(input: $input) { __typename } }',
      { input: { reportId: report.id } },
      asker,
    );
    return { data, codes: errors.map(({ extensions }) => extensions.code) };
  }

  function reset(officerId: string | undefined, asker: Asker): Promise<{ readonly code?: string }> {
    return outcomeOf(
      `mutation ($input: ResetSecondFactorInput!) { outcome: resetSecondFactor(input: $input) {
         __typename ... on Problem { code message } } }`,
      { input: { officerId } },
      asker,
    );
  }

  async function inbox(asker: Asker): Promise<unknown> {
    return eventually(async () => {
      const { data, errors } = await request<object>(
        `{ agency(id: "${PUBLIC_WORKS}") { inbox(first: 5) { nodes { id } } } }`,
        {},
        asker,
      );
      return { data, codes: errors.map(({ extensions }) => extensions.code) };
    });
  }
});
