import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type BroughtBack, signInAtProvider } from '@satu-pintu/test-kit';
import { eventually } from '../support/eventually.js';
import { act, ask, type Asker } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';
import { dispatched, type Filed, FINAL_ANSWER, PUBLIC_WORKS, succeeded } from '../support/reports.js';
import { account, type AccountOutcome, arrive, invite, takeUp } from '../support/staff.js';

const DOMAIN = 'bandung.go.id';
const NOT_ACCEPTED = { __typename: 'StaffSignInNotAccepted', code: 'STAFF_SIGN_IN_NOT_ACCEPTED' };

interface Way {
  readonly authorizationUrl: string;
  readonly handle: string;
}

/** What the browser that began brings back. */
type Back = BroughtBack & Pick<Way, 'handle'>;

describe('An officer of public works in Bandung, at the identity provider of the city', () => {
  let people: People;
  let report: Filed;
  let email: string;
  let officerId: string;

  beforeAll(async () => {
    people = await everybody();
    report = await dispatched(people.warga, people);
    const newcomer = await arrive(DOMAIN);
    ({ email } = newcomer);
    const invitation = await invite(PUBLIC_WORKS, 'LIAISON_OFFICER', people.coordinatorBandung);
    ({ officerId } = invitation);
    await takeUp(invitation.code, newcomer.session);
  }, 60_000);

  it('is sent there, signs in with two factors, comes back and works in the post', async () => {
    const outcome = await complete(await cameBack({ email, email_verified: true, amr: ['pwd', 'mfa'] }));
    expect(outcome).toMatchObject({ __typename: 'SignInSuccess', secondFactor: 'GIVEN' });
    const session = { token: outcome.accessToken ?? '' };
    const { me } = await ask<{ me: object }>('{ me { email appointments { id } } }', {}, session);
    expect(me).toEqual({ email, appointments: [{ id: officerId }] });
    expect(succeeded(await act('acceptReport', { reportId: report.id }, session))).toBe('IN_PROGRESS');
    const refreshed = await account('refreshSession', { refreshToken: outcome.refreshToken });
    expect(refreshed.secondFactor).toBe('GIVEN');
  });

  it('takes the post up there, having no account, with the code of the invitation', async () => {
    const { officerId: invitedTo, code } = await invite(
      PUBLIC_WORKS,
      'LIAISON_OFFICER',
      people.coordinatorBandung,
    );
    const who = { email: `baru.${randomUUID()}@${DOMAIN}`, email_verified: true, amr: ['mfa'] };
    const session = await eventually(async () => {
      const { accessToken } = await account('completeStaffSignIn', {
        ...(await cameBack(who)),
        invitationCode: code,
      });
      if (accessToken === undefined) throw new Error('The invitation is not known yet.');
      return { token: accessToken };
    });
    const { me } = await ask<{ me: object }>('{ me { appointments { id } } }', {}, session);
    expect(me).toEqual({ appointments: [{ id: invitedTo }] });
    const answer = { ...FINAL_ANSWER, reportId: report.id };
    expect(succeeded(await act('recordFollowUp', answer, session))).toBe('RESPONDED');
  });

  it('gets no post by one factor', async () => {
    const outcome = await complete(await cameBack({ email, email_verified: true, amr: ['pwd'] }));
    expect(outcome).toMatchObject({ __typename: 'SignInSuccess', secondFactor: 'MISSING' });
    const tried = await tryToAccept({ token: outcome.accessToken ?? '' });
    expect(tried).toEqual(await tryToAccept(people.warga2));
  });

  it('comes back once: whoever brings the same code again gets nothing', async () => {
    const back = await cameBack({ email, email_verified: true });
    expect(await complete(back)).toMatchObject({ __typename: 'SignInSuccess' });
    expect(await complete(back)).toMatchObject(NOT_ACCEPTED);
  });

  it('is not let in with the state, the nonce, the code or the browser of somebody else', async () => {
    const who = { email, email_verified: true };
    const [mine, other] = [await cameBack(who), await cameBack(who)];
    expect(await complete({ ...mine, state: other.state })).toMatchObject(NOT_ACCEPTED);
    expect(await complete({ ...mine, handle: other.handle })).toMatchObject(NOT_ACCEPTED);
    expect(await complete({ ...mine, code: other.code })).toMatchObject(NOT_ACCEPTED);
    const { authorizationUrl, handle } = await way();
    const withNonce = new URL(authorizationUrl);
    withNonce.searchParams.set('nonce', randomUUID());
    const brought = await signInAtProvider(withNonce.href, who);
    expect(await complete({ handle, ...brought })).toMatchObject(NOT_ACCEPTED);
  });

  it('is not let in with an ID token that the provider has not signed', async () => {
    const back = await cameBack({ email, email_verified: true, amr: ['mfa'], isForged: true });
    expect(await complete(back)).toMatchObject(NOT_ACCEPTED);
  });

  it('is told the same as everybody who holds no post, whoever has an account or none', async () => {
    const citizen = await arrive(DOMAIN);
    const strangers = [
      { email: citizen.email, email_verified: true },
      { email: `tak.dikenal@${DOMAIN}`, email_verified: true },
      { email: 'rini@contoh.test', email_verified: true },
      { email, email_verified: false },
      {},
    ];
    const answers: AccountOutcome[] = [];
    // The provider remembers one person at a time.
    for (const who of strangers) answers.push(await complete(await cameBack(who)));
    expect(answers[0]).toMatchObject({ code: 'NO_POST_HELD' });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(JSON.stringify(answers)).not.toContain('@');
  });

  async function tryToAccept(asker: Asker): Promise<object> {
    const { __typename, code } = await act('acceptReport', { reportId: report.id }, asker);
    return { __typename, code };
  }
});

async function way(): Promise<Way> {
  const { staffSignInWay } = await ask<{ staffSignInWay: Way }>(
    '{ staffSignInWay { ... on StaffSignInWay { authorizationUrl handle } } }',
  );
  return staffSignInWay;
}

/** Walks to the provider and back as a browser does, and signs in there as somebody. */
async function cameBack(who: object): Promise<Back> {
  const { authorizationUrl, handle } = await way();
  return { handle, ...(await signInAtProvider(authorizationUrl, who)) };
}

function complete(back: Back): Promise<AccountOutcome> {
  return account('completeStaffSignIn', back);
}
