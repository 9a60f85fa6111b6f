import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { act, ask, request } from '../support/graph.js';
import { Listener } from '../support/listen.js';
import { everybody, type People, type Person } from '../support/people.js';
import {
  type Filed,
  filed,
  FINAL_ANSWER,
  PUBLIC_WORKS,
  succeeded,
  VERIFICATION,
} from '../support/reports.js';

const EMAIL = `pergi.${randomUUID()}@contoh.test`;
const PASSWORD = 'kata sandi yang panjang';
const NAME = `Wati ${randomUUID()}`;

const ERASE = /* GraphQL */ `
  mutation ($input: EraseAccountInput!) {
    outcome: eraseAccount(input: $input) {
      __typename
      ... on Problem {
        code
        message
      }
      ... on EraseAccountSuccess {
        erased {
          kind
          count
          text
        }
        kept {
          kind
          legalBasis
        }
      }
    }
  }
`;

interface Erased {
  readonly __typename: string;
  readonly code?: string;
  readonly erased?: readonly { readonly kind: string; readonly count: number; readonly text: string }[];
  readonly kept?: readonly { readonly kind: string; readonly legalBasis: string }[];
}

describe('A citizen who leaves', () => {
  let people: People;
  let wati: Person;
  let report: Filed;
  let listener: Listener<object>;

  beforeAll(async () => {
    people = await everybody();
    await signUp();
    wati = await enter();
    report = await filed(wati);
    listener = Listener.open(
      'subscription ($id: ID!) { reportChanged(trackingId: $id) { cursor } }',
      { id: report.trackingId },
      wati,
    );
    await listener.listening(report);
    // The vault, and so the office, has heard who filed it.
    await eventually(async () => {
      expect(await reporterFor(people.coordinatorBandung)).toMatchObject({ displayName: NAME });
    });
  }, 60_000);
  afterAll(() => listener.close());

  it('takes along a copy of what is kept about her, whole', async () => {
    const copy = await eventually(async () => {
      const { me } = await ask<{ me: { export: { json: string; isComplete: boolean } } }>(
        '{ me { export { json isComplete } } }',
        {},
        wati,
      );
      expect(me.export.json).toContain(report.trackingId);
      return me.export;
    });
    expect(copy.isComplete).toBe(true);
    const read = JSON.parse(copy.json) as {
      readonly account: object;
      readonly reports: readonly object[];
      readonly accessReceipts: readonly object[];
    };
    expect(read.account).toMatchObject({ email: EMAIL, displayName: NAME });
    expect(read.reports).toMatchObject([{ reportId: report.id, trackingId: report.trackingId }]);
    expect(read.accessReceipts[0]).toMatchObject({ reportId: report.id, role: 'COORDINATOR_ADMIN' });
  });

  it('is not erased by whoever found the telephone unlocked', async () => {
    expect(await erase(wati, 'bukan kata sandinya')).toMatchObject({ code: 'OWNER_NOT_PROVEN' });
    expect(await erase(wati, PASSWORD, false)).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('erases the account, is told what went and what stays, and is out within a second with an open socket', async () => {
    const outcome = await erase(wati);
    expect(outcome).toMatchObject({ __typename: 'EraseAccountSuccess' });
    expect(outcome.erased?.map(({ kind }) => kind)).toEqual([
      'ACCOUNT',
      'SESSIONS',
      'REPORT_LINKS',
      'NOTIFICATIONS',
    ]);
    expect(outcome.kept).toContainEqual({ kind: 'ACCESS_RECEIPTS', legalBasis: 'UU 27/2022 Pasal 31' });
    await Promise.all([
      eventually(async () => {
        const { errors } = await request('{ me { displayName } }', {}, wati);
        expect(errors.map((error) => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
      }, 1_000),
      eventually(() => {
        expect(listener.errors.map(String).join()).toContain('4403');
        return Promise.resolve();
      }, 1_000),
    ]);
  });

  it('leaves a report that goes on and is nobody’s', async () => {
    const verification = { ...VERIFICATION, reportId: report.id, agencyId: PUBLIC_WORKS };
    succeeded(await act('verifyReport', verification, people.coordinatorBandung));
    expect(await reporterFor(people.worksOfficer)).toEqual({ displayName: null });
    succeeded(await act('acceptReport', { reportId: report.id }, people.worksOfficer));
    const answer = { ...FINAL_ANSWER, reportId: report.id };
    expect(succeeded(await act('recordFollowUp', answer, people.worksOfficer))).toBe('RESPONDED');
  });

  it('can still follow it with the access code that she kept', async () => {
    const { report: seen } = await ask<{ report: { state: string } | null }>(
      'query ($id: ID!, $code: String) { report(trackingId: $id, accessCode: $code) { state } }',
      { id: report.trackingId, code: report.accessCode },
    );
    expect(seen).toEqual({ state: 'RESPONDED' });
  });

  it('signs up anew with the same address and gets nothing of the old account', async () => {
    await signUp();
    const newcomer = await enter();
    const { me } = await ask<{ me: object }>(
      '{ me { reports { nodes { id } } notifications { nodes { id } } accessReceipts { nodes { id } } } }',
      {},
      newcomer,
    );
    const none = { nodes: [] };
    expect(me).toEqual({ reports: none, notifications: none, accessReceipts: none });
    const mine = await act('replyToReport', { reportId: report.id, body: 'Ini laporan saya.' }, newcomer);
    expect(mine.__typename).not.toMatch(/Success$/);
  });

  it('is no way out for an officer at work', async () => {
    expect(await erase(people.worksOfficer, 'satu-pintu-demo')).toMatchObject({ code: 'POST_STILL_HELD' });
    const { me } = await ask<{ me: { email: string } }>('{ me { email } }', {}, people.worksOfficer);
    expect(me.email).toBe('petugas.dpupr.bandung@demo.test');
  });

  async function reporterFor(asker: Person): Promise<object | null> {
    const { report: seen } = await ask<{ report: { reporter: object | null } | null }>(
      'query ($id: ID!) { report(trackingId: $id) { reporter { displayName } } }',
      { id: report.trackingId },
      asker,
    );
    if (!seen) throw new Error('The report is out of sight.');
    return seen.reporter;
  }
});

async function erase(asker: Person, password = PASSWORD, confirm = true): Promise<Erased> {
  const input = { proof: { password }, confirm };
  return (await ask<{ outcome: Erased }>(ERASE, { input }, asker)).outcome;
}

async function signUp(): Promise<void> {
  await ask('mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }', {
    input: { email: EMAIL, password: PASSWORD, displayName: NAME },
  });
}

async function enter(): Promise<Person> {
  const { signIn } = await ask<{ signIn: { accessToken: string } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInSuccess { accessToken } } }',
    { input: { email: EMAIL, password: PASSWORD } },
  );
  return { email: EMAIL, accountId: '', token: signIn.accessToken };
}
