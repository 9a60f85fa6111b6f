import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import { createDataSource } from '@satu-pintu/service-kit';
import { type DeviceFaults, PasskeyDevice } from '@satu-pintu/test-kit';
import { decodeJwt } from 'jose';
import type { DataSource } from 'typeorm';
import { PASSKEY_ORIGIN, type RunningUsersTest, runUsers, signedIn } from './support/running-users.js';
import { arrive } from './support/sign-in.js';

const PASSWORD = 'kata sandi yang panjang';

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly options?: string;
  readonly accessToken?: string;
  readonly passkey?: { readonly id: string };
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly lastUsedAt: string | null;
  readonly isBlocked: boolean;
}

let users: RunningUsersTest;
let app: DataSource;

beforeAll(async () => {
  users = await runUsers();
  app = await createDataSource({
    url: users.database.appUrl('users'),
    schema: 'users',
    entities: [],
  }).initialize();
}, 60_000);

afterAll(async () => {
  await app.destroy();
  await users.close();
});

const GIVES: Readonly<Record<string, string>> = {
  beginPasskeyRegistration: '... on BeginPasskeyRegistrationSuccess { options expiresAt }',
  finishPasskeyRegistration: '... on FinishPasskeyRegistrationSuccess { passkey { id name isBlocked } }',
  renamePasskey: '... on RenamePasskeySuccess { id }',
  removePasskey: '... on RemovePasskeySuccess { id }',
  signInWithPasskey: '... on SignInSuccess { accessToken refreshToken }',
  eraseAccount: '',
};

async function act(name: string, input: object, viewer: Viewer = publicViewer()): Promise<Outcome> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const { data, errors } = await users.ask(
    `mutation ($input: ${type}) { outcome: ${name}(input: $input) {
       __typename ... on Problem { code message } ${GIVES[name] ?? ''} } }`,
    { input },
    viewer,
  );
  expect(errors).toEqual([]);
  return data?.outcome as Outcome;
}

async function begun(viewer: Viewer): Promise<string> {
  const { options } = await act('beginPasskeyRegistration', { proof: { password: PASSWORD } }, viewer);
  if (options === undefined) throw new Error('Nothing was begun.');
  return options;
}

/** Adds a passkey to an account. */
async function added(viewer: Viewer, device: PasskeyDevice, name = 'Ponsel'): Promise<string> {
  const credential = device.create(await begun(viewer));
  const { passkey } = await act('finishPasskeyRegistration', { credential, name }, viewer);
  if (!passkey) throw new Error('Nothing was added.');
  return passkey.id;
}

async function asked(): Promise<string> {
  const { data } = await users.ask('{ passkeyChallenge { ... on PasskeyChallenge { options } } }');
  return (data?.passkeyChallenge as { options: string }).options;
}

async function signIn(device: PasskeyDevice, faults: DeviceFaults = {}): Promise<Outcome> {
  return act('signInWithPasskey', { credential: device.get(await asked(), faults) });
}

async function listed(viewer: Viewer): Promise<readonly Listed[]> {
  const { data } = await users.ask('{ me { passkeys { id name lastUsedAt isBlocked } } }', {}, viewer);
  return (data?.me as { passkeys: readonly Listed[] }).passkeys;
}

const newDevice = (counts = true): PasskeyDevice => new PasskeyDevice(PASSKEY_ORIGIN, counts);
const REFUSED = { __typename: 'PasskeyNotAccepted', code: 'PASSKEY_NOT_ACCEPTED' };

describe('a passkey', () => {
  it('is asked for with a PIN, finger or face, as one that needs no name', async () => {
    const { viewer, accountId } = await arrive(users, 'siti@contoh.test');
    const options = JSON.parse(await begun(viewer)) as Record<string, unknown>;
    expect(options).toMatchObject({
      rp: { id: 'lapor.contoh.test' },
      user: {
        id: Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url'),
        name: 'siti@contoh.test',
      },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect(JSON.parse(await asked())).toMatchObject({
      rpId: 'lapor.contoh.test',
      userVerification: 'required',
    });
  });

  it.each([true, false])(
    'signs in again and again, without an address typed (counting: %s)',
    async (counts) => {
      const device = newDevice(counts);
      const { viewer, accountId } = await arrive(users, `masuk.${String(counts)}@contoh.test`);
      await added(viewer, device);
      for (let round = 0; round < 2; round += 1) {
        const outcome = await signIn(device);
        expect(outcome.__typename).toBe('SignInSuccess');
        expect(decodeJwt(outcome.accessToken ?? '').sub).toBe(accountId);
      }
      expect(await listed(viewer)).toMatchObject([
        { name: 'Ponsel', lastUsedAt: users.clock.now().toISOString(), isBlocked: false },
      ]);
    },
  );

  it('is two factors at once', async () => {
    const device = newDevice();
    const { viewer } = await arrive(users, 'dua@contoh.test');
    await added(viewer, device);
    const { accessToken } = await signIn(device);
    const { sid } = decodeJwt<{ sid: string }>(accessToken ?? '');
    expect(await app.query('select has_two_factors as yes from session where id = $1', [sid])).toEqual([
      { yes: true },
    ]);
  });

  it('is not added without the password, nor for somebody else, nor twice, nor late', async () => {
    const { viewer } = await arrive(users, 'tambah@contoh.test');
    const other = await arrive(users, 'orang.lain@contoh.test');
    const wrong = { proof: { password: 'bukan kata sandinya' } };
    expect(await act('beginPasskeyRegistration', wrong, viewer)).toMatchObject({ code: 'OWNER_NOT_PROVEN' });
    expect(await act('beginPasskeyRegistration', { proof: {} }, viewer)).toMatchObject({
      code: 'OWNER_NOT_PROVEN',
    });

    const device = newDevice();
    const input = { credential: device.create(await begun(viewer)), name: 'Ponsel' };
    expect(await act('finishPasskeyRegistration', input, other.viewer)).toMatchObject(REFUSED);
    expect(await act('finishPasskeyRegistration', input, viewer)).toMatchObject({
      __typename: 'FinishPasskeyRegistrationSuccess',
    });
    expect(await act('finishPasskeyRegistration', input, viewer)).toMatchObject(REFUSED);

    const late = { credential: newDevice().create(await begun(viewer)), name: 'Terlambat' };
    const now = users.clock.now();
    users.clock.set(new Date(now.getTime() + 5 * 60_000));
    expect(await act('finishPasskeyRegistration', late, viewer)).toMatchObject(REFUSED);
    users.clock.set(now);
    expect(await listed(viewer)).toHaveLength(1);
    expect(await listed(other.viewer)).toEqual([]);
  });

  it.each<[string, DeviceFaults]>([
    ['another page', { origin: 'https://lapor.jahat.test' }],
    ['another site', { rpId: 'jahat.test' }],
    ['a device that has not seen its user', { isUserVerified: false }],
  ])('of %s is neither added nor let in', async (_case, faults) => {
    const { viewer } = await arrive(users, `salah.${randomUUID()}@contoh.test`);
    const input = { credential: newDevice().create(await begun(viewer), faults), name: 'Salah' };
    expect(await act('finishPasskeyRegistration', input, viewer)).toMatchObject(REFUSED);
    const device = newDevice();
    await added(viewer, device);
    expect(await signIn(device, faults)).toMatchObject(REFUSED);
    expect(await signIn(device)).toMatchObject({ __typename: 'SignInSuccess' });
  });

  it('answers each challenge once, within five minutes, and no challenge of another kind', async () => {
    const device = newDevice();
    const { viewer } = await arrive(users, 'sekali@contoh.test');
    await added(viewer, device);
    const credential = device.get(await asked());
    const both = await Promise.all([1, 2].map(() => act('signInWithPasskey', { credential })));
    expect(both.map((outcome) => outcome.__typename).toSorted()).toEqual([
      'PasskeyNotAccepted',
      'SignInSuccess',
    ]);
    const late = device.get(await asked());
    const now = users.clock.now();
    users.clock.set(new Date(now.getTime() + 5 * 60_000));
    expect(await act('signInWithPasskey', { credential: late })).toMatchObject(REFUSED);
    users.clock.set(now);
    const ofAnotherKind = device.get(await begun(viewer));
    expect(await act('signInWithPasskey', { credential: ofAnotherKind })).toMatchObject(REFUSED);
    const invented = device.get(JSON.stringify({ challenge: Buffer.alloc(60).toString('base64url') }));
    expect(await act('signInWithPasskey', { credential: invented })).toMatchObject(REFUSED);
  });

  it('is blocked when it counts backwards, as a copy does, with its copy', async () => {
    const device = newDevice();
    const { viewer } = await arrive(users, 'salinan@contoh.test');
    await added(viewer, device);
    const thief = device.copy();
    expect(await signIn(thief)).toMatchObject({ __typename: 'SignInSuccess' });
    expect(await signIn(device)).toMatchObject(REFUSED);
    expect(await signIn(thief)).toMatchObject(REFUSED);
    expect(await listed(viewer)).toMatchObject([{ isBlocked: true }]);
  });

  it('that is forged, of another account or nonsense is refused alike', async () => {
    const device = newDevice();
    const { viewer } = await arrive(users, 'palsu@contoh.test');
    const other = await arrive(users, 'palsu.lain@contoh.test');
    await added(viewer, device);
    const good = JSON.parse(device.get(await asked())) as { response: Record<string, string> };
    const signature = Buffer.from(good.response.signature ?? '', 'base64url');
    signature.writeUInt8(signature.readUInt8(20) ^ 1, 20);
    const changed = (response: object): string =>
      JSON.stringify({ ...good, response: { ...good.response, ...response } });
    const userHandle = Buffer.from(other.accountId.replaceAll('-', ''), 'hex').toString('base64url');
    const unknown = newDevice();
    unknown.create(await begun(viewer));
    for (const credential of [
      changed({ signature: signature.toString('base64url') }),
      changed({ userHandle }),
      changed({ userHandle: undefined }),
      unknown.get(await asked()),
      '',
      'null',
      '{"id":"x","response":{"clientDataJSON":""}}',
      'x'.repeat(50_000),
    ]) {
      expect(await act('signInWithPasskey', { credential })).toMatchObject(REFUSED);
    }
  });

  it('leaves nothing in the database for a challenge that nobody answers', async () => {
    const count = (): Promise<unknown> => app.query('select count(*) from spent_challenge');
    const before = await count();
    for (let round = 0; round < 5; round += 1) await asked();
    expect(await count()).toEqual(before);
  });
});

describe('the passkeys of an account', () => {
  it('are renamed and removed by their owner, with the password or another passkey', async () => {
    const device = newDevice();
    const { viewer } = await arrive(users, 'kelola@contoh.test');
    const other = await arrive(users, 'kelola.lain@contoh.test');
    const first = await added(viewer, newDevice(), 'Laptop');
    users.clock.set(new Date(users.clock.now().getTime() + 1_000));
    const second = await added(viewer, device);
    expect(await act('renamePasskey', { id: first, name: ' Laptop lama ' }, viewer)).toMatchObject({
      __typename: 'RenamePasskeySuccess',
    });
    expect((await listed(viewer)).map(({ name }) => name)).toEqual(['Laptop lama', 'Ponsel']);
    const password = { password: PASSWORD };
    for (const id of [first, 'x', randomUUID()]) {
      expect(await act('renamePasskey', { id, name: 'Milik saya' }, other.viewer)).toMatchObject({
        code: 'PASSKEY_NOT_FOUND',
      });
      expect(await act('removePasskey', { id, proof: password }, other.viewer)).toMatchObject({
        code: 'PASSKEY_NOT_FOUND',
      });
    }
    const byPasskey = { passkey: device.get(await asked()) };
    expect(await act('removePasskey', { id: first, proof: byPasskey }, viewer)).toMatchObject({
      __typename: 'RemovePasskeySuccess',
    });
    const again = { id: second, proof: byPasskey };
    expect(await act('removePasskey', again, viewer)).toMatchObject({ code: 'OWNER_NOT_PROVEN' });
    const ofOther = { id: second, proof: { passkey: device.get(await asked()) } };
    expect(await act('removePasskey', ofOther, other.viewer)).toMatchObject({ code: 'OWNER_NOT_PROVEN' });
    await act('removePasskey', { id: second, proof: password }, viewer);
    expect(await listed(viewer)).toEqual([]);
    expect(await signIn(device)).toMatchObject(REFUSED);
  });

  it('are ten at most', async () => {
    const { viewer } = await arrive(users, 'sepuluh@contoh.test');
    for (let count = 0; count < 10; count += 1) await added(viewer, newDevice());
    const outcome = await act('beginPasskeyRegistration', { proof: { password: PASSWORD } }, viewer);
    expect(outcome).toMatchObject({ code: 'TOO_MANY_PASSKEYS' });
  });

  it('go with the account, which a passkey can erase', async () => {
    const device = newDevice();
    const { viewer, accountId } = await arrive(users, 'hapus@contoh.test');
    await added(viewer, device);
    const proof = { passkey: device.get(await asked()) };
    expect(await act('eraseAccount', { proof, confirm: true }, viewer)).toMatchObject({
      __typename: 'EraseAccountSuccess',
    });
    expect(await app.query('select from passkey where account_id = $1', [accountId])).toEqual([]);
    expect(await signIn(device)).toMatchObject(REFUSED);
  });

  it('are for whoever is signed in', async () => {
    for (const viewer of [publicViewer(), signedIn(randomUUID(), randomUUID())]) {
      const { errors } = await users.ask(
        'mutation { renamePasskey(input: { id: "x", name: "x" }) { __typename } }',
        {},
        viewer,
      );
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    }
  });
});

describe('a house that no browser knows by a name', () => {
  it('offers no passkeys, and says so', async () => {
    const nameless = await runUsers(null, { passkeys: null });
    const { viewer } = await arrive(nameless, 'siti@contoh.test');
    const outcomes = await nameless.ask(
      `mutation { b: signInWithPasskey(input: { credential: "x" }) { __typename }
                  c: beginPasskeyRegistration(input: { proof: { password: "x" } }) { __typename } }`,
      {},
      viewer,
    );
    const not = { __typename: 'SignInWayNotOffered' };
    expect(outcomes).toMatchObject({ data: { b: not, c: not }, errors: [] });
    expect(await nameless.ask('{ passkeyChallenge { __typename } }')).toMatchObject({
      data: { passkeyChallenge: not },
    });
    await nameless.close();
  }, 30_000);
});
