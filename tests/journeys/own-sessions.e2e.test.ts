import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { ask, type Asker, request } from '../support/graph.js';
import { Listener } from '../support/listen.js';
import { type Filed, filed } from '../support/reports.js';
import { account, arrive, type Newcomer } from '../support/staff.js';

const END = /* GraphQL */ `
  mutation ($sessionId: ID!) {
    endSession(input: { sessionId: $sessionId }) {
      __typename
    }
  }
`;

describe('Somebody whose telephone was stolen', () => {
  let budi: Newcomer;
  let telephone: Asker;
  let laptop: Asker;
  let report: Filed;

  beforeAll(async () => {
    const newcomer = await arrive();
    budi = { email: newcomer.email, password: newcomer.password };
    telephone = newcomer.session;
    laptop = { token: (await account('signIn', budi)).accessToken ?? '' };
    report = await filed(telephone);
  });

  it('ends its session from the laptop; within a second it is out, with an open socket and everywhere else', async () => {
    const query = 'subscription ($id: ID!) { reportChanged(trackingId: $id) { cursor } }';
    const listener = Listener.open(query, { id: report.trackingId }, telephone);
    await listener.listening(report);
    const { me } = await ask<{ me: { sessions: { id: string; isCurrent: boolean }[] } }>(
      '{ me { sessions { id isCurrent } } }',
      {},
      laptop,
    );
    const sessionId = me.sessions.find(({ isCurrent }) => !isCurrent)?.id;
    const { endSession } = await ask<{ endSession: object }>(END, { sessionId }, laptop);
    expect(endSession).toEqual({ __typename: 'EndSessionSuccess' });
    await Promise.all([
      eventually(async () => {
        expect((await request('{ me { id } }', {}, telephone)).status).toBe(401);
      }, 1_000),
      eventually(() => {
        expect(listener.errors.map(String).join()).toContain('4403');
        return Promise.resolve();
      }, 1_000),
    ]);
    await listener.close();
    expect((await request('{ me { id } }', {}, laptop)).status).toBe(200);
  });

  it('changes the password, which ends what else there was, and then ends everything', async () => {
    const other: Asker = { token: (await account('signIn', budi)).accessToken ?? '' };
    const newPassword = 'kata sandi yang baru sekali';
    const { __typename } = await account(
      'changePassword',
      { proof: { password: budi.password }, newPassword },
      laptop,
    );
    expect(__typename).toBe('ChangePasswordSuccess');
    await eventually(async () => {
      expect((await request('{ me { id } }', {}, other)).status).toBe(401);
    }, 1_000);
    await ask('mutation { endAllSessions(input: {}) { __typename } }', {}, laptop);
    await eventually(async () => {
      expect((await request('{ me { id } }', {}, laptop)).status).toBe(401);
    }, 1_000);
    expect(await account('signIn', budi)).toMatchObject({ code: 'INVALID_CREDENTIALS' });
    expect(await account('signIn', { ...budi, password: newPassword })).toMatchObject({
      __typename: 'SignInSuccess',
    });
  });
});
