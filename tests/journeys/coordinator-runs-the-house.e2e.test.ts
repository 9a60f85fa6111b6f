import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { act, ask, type Asker, outcomeOf, request } from '../support/graph.js';
import { Listener } from '../support/listen.js';
import { codeOf } from '../support/authenticator.js';
import { everybody, type People, type Person } from '../support/people.js';
import { account, enrol } from '../support/staff.js';
import {
  agencyId,
  dispatched,
  FINAL_ANSWER,
  type Filed,
  PUBLIC_WORKS,
  succeeded,
} from '../support/reports.js';

const UNIT = '32.73/1.03.77';
const EMAIL = `petugas.${randomUUID()}@contoh.test`;
const PASSWORD = 'kata sandi yang panjang';

describe('The coordinator of Bandung', () => {
  let people: People;
  let newcomer: Person;
  let officerId: string;
  let recoveryCode: string | undefined;
  let report: Filed;

  beforeAll(async () => {
    people = await everybody();
  }, 60_000);

  it('registers a unit, which the province above cannot', async () => {
    const input = { parentId: PUBLIC_WORKS, code: UNIT, name: 'Bidang Pemeliharaan Jalan' };
    expect((await change('registerAgency', input, people.coordinatorJabar)).code).toBe('NOT_ALLOWED');
    expect((await change('registerAgency', input, people.coordinatorKemenkes)).code).toBe('NOT_ALLOWED');
    expect((await change('registerAgency', input, people.coordinatorBandung)).agency?.code).toBe(UNIT);
  });

  it('appoints its officer, who takes the post up with an account of their own', async () => {
    const input = { agencyId: agencyId(UNIT), role: 'LIAISON_OFFICER', name: 'Rini Wulandari' };
    expect((await change('appointOfficer', input, people.coordinatorJabar)).code).toBe('NOT_ALLOWED');
    const appointed = await change('appointOfficer', input, people.coordinatorBandung);
    officerId = appointed.officer?.id ?? '';
    await ask(`mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }`, {
      input: { email: EMAIL, password: PASSWORD, displayName: 'Rini' },
    });
    newcomer = await enter();
    await eventually(async () => {
      const taken = await change('acceptInvitation', { code: appointed.invitation?.code }, newcomer);
      expect(taken).toMatchObject({ __typename: 'AcceptInvitationSuccess' });
    });
    const { secret, recoveryCodes } = await enrol({ email: EMAIL, password: PASSWORD }, newcomer);
    [recoveryCode] = recoveryCodes;
    newcomer = await enter({ code: codeOf(secret, 1) });
    const { me } = await ask<{ me: { appointments: object[] } }>(
      '{ me { appointments { id role agency { code name } } } }',
      {},
      newcomer,
    );
    expect(me.appointments).toEqual([
      { id: officerId, role: 'LIAISON_OFFICER', agency: { code: UNIT, name: 'Bidang Pemeliharaan Jalan' } },
    ]);
  });

  it('sends a report to the unit, whose officer answers it', async () => {
    report = await dispatched(people.warga, people);
    await eventually(async () => {
      const input = { reportId: report.id, agencyId: agencyId(UNIT), note: 'Mohon ditindaklanjuti.' };
      expect(succeeded(await act('dispatchReport', input, people.coordinatorBandung))).toBe('DISPATCHED');
    });
    expect(succeeded(await act('acceptReport', { reportId: report.id }, newcomer))).toBe('IN_PROGRESS');
    const answer = { ...FINAL_ANSWER, reportId: report.id };
    expect(succeeded(await act('recordFollowUp', answer, newcomer))).toBe('RESPONDED');
  });

  it('is seen by the province, which reads the inbox and the numbers of the unit', async () => {
    const { agency } = await ask<{ agency: { inbox: { nodes: object[] }; viewerActions: string[] } }>(
      `{ agency(code: "${UNIT}") { inbox(first: 5) { nodes { id } } viewerActions } }`,
      {},
      people.coordinatorJabar,
    );
    expect(agency).toEqual({ inbox: { nodes: [{ id: report.id }] }, viewerActions: [] });
  });

  it('ends the post, and within a second the officer is out, with an open socket and everywhere else', async () => {
    const listener = Listener.open(
      'subscription ($id: ID!) { reportChanged(trackingId: $id) { cursor } }',
      { id: report.trackingId },
      newcomer,
    );
    await listener.listening(report);
    const ended = await change('endAppointment', { officerId }, people.coordinatorBandung);
    expect(ended).toMatchObject({ __typename: 'EndAppointmentSuccess' });
    await Promise.all([
      eventually(async () => {
        const { errors } = await request('{ me { displayName } }', {}, newcomer);
        expect(errors.map((error) => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
      }, 1_000),
      eventually(() => {
        expect(listener.errors.map(String).join()).toContain('4403');
        return Promise.resolve();
      }, 1_000),
    ]);
    await listener.close();
  });

  it('leaves the officer a citizen, whose session goes on with a new token', async () => {
    newcomer = await enter({ recoveryCode });
    const { me } = await ask<{ me: { appointments: object[] } }>(
      '{ me { appointments { id } } }',
      {},
      newcomer,
    );
    expect(me.appointments).toEqual([]);
    const again = await change(
      'appointOfficer',
      { agencyId: agencyId(UNIT), role: 'LIAISON_OFFICER', name: 'Rini lagi' },
      newcomer,
    );
    expect(again.code).toBe('FORBIDDEN');
  });

  it('is out within a second of signing out, whatever the token says', async () => {
    await ask('mutation { signOut(input: {}) { __typename } }', {}, newcomer);
    await eventually(async () => {
      const { errors } = await request('{ agency(code: "32.73") { name } }', {}, newcomer);
      expect(errors.map((error) => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
    }, 1_000);
  });

  async function enter(second: object = {}): Promise<Person> {
    const given = { email: EMAIL, password: PASSWORD };
    const { accessToken, challenge } = await account('signIn', given);
    const completed = accessToken ?? (await account('completeSignIn', { challenge, ...second })).accessToken;
    return { email: EMAIL, accountId: '', token: completed ?? '' };
  }
});

interface Changed {
  readonly __typename: string;
  readonly code?: string;
  readonly agency?: { readonly code: string };
  readonly officer?: { readonly id: string };
  readonly invitation?: { readonly code: string };
}

const GIVES: Readonly<Record<string, string>> = {
  registerAgency: 'agency { code }',
  appointOfficer: 'officer { id } invitation { code }',
  endAppointment: 'officer { id }',
  acceptInvitation: 'officer { id }',
};

function change(name: string, input: object, asker: Asker): Promise<Changed> {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  return outcomeOf<Changed>(
    `mutation ($input: ${type}Input!) { outcome: ${name}(input: $input) {
       __typename ... on Problem { code message } ... on ${type}Success { ${GIVES[name] ?? ''} } } }`,
    { input },
    asker,
  );
}
