import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { createDataSource } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { eventually, publish } from './support/publish.js';
import { runUsers, type RunningUsersTest } from './support/running-users.js';
import { enter, signUp } from './support/sign-in.js';

describe('An invitation to a post', () => {
  let users: RunningUsersTest;
  let app: DataSource;
  let siti: Viewer;
  let budi: Viewer;

  beforeAll(async () => {
    users = await runUsers();
    app = await createDataSource({
      url: users.database.appUrl('users'),
      schema: 'users',
      entities: [],
    }).initialize();
    for (const name of ['siti', 'budi']) await signUp(users, `${name}@contoh.test`);
    siti = (await enter(users, 'siti@contoh.test')).viewer;
    budi = (await enter(users, 'budi@contoh.test')).viewer;
  }, 60_000);

  afterAll(async () => {
    await app.destroy();
    await users.close();
  });

  it('gives the post to whoever brings the code first, once', async () => {
    const { officerId, code } = await invited();
    const both = await Promise.all([accept(code, siti), accept(code, budi)]);
    expect(both.map((answer) => answer.__typename).toSorted()).toEqual([
      'AcceptInvitationSuccess',
      'InvitationNotFound',
    ]);
    const winner = both[0].__typename === 'AcceptInvitationSuccess' ? siti : budi;
    expect(await postsOf(winner)).toContainEqual({ id: officerId });
    const told = await app.query<object[]>('select type, payload from outbox where aggregate_id = $1', [
      officerId,
    ]);
    expect(told).toEqual([{ type: 'post.taken-up', payload: { officerId } }]);
    expect(await accept(code, winner)).toMatchObject({ code: 'INVITATION_NOT_FOUND' });
  });

  it('does not take a post away that has been taken up, whatever is told of it later', async () => {
    const { officerId, code } = await invited();
    await accept(code, siti);
    const later = await invited({ officerId, version: 2 });
    expect(await postsOf(siti)).toContainEqual({ id: officerId });
    expect(await accept(later.code, budi)).toMatchObject({ code: 'INVITATION_NOT_FOUND' });
  });

  it('works no longer once a newer one was sent, the post has ended, or two weeks are over', async () => {
    const first = await invited();
    const second = await invited({ officerId: first.officerId, version: 2 });
    expect(await accept(first.code, siti)).toMatchObject({ code: 'INVITATION_NOT_FOUND' });
    expect(await accept(second.code, siti)).toMatchObject({ __typename: 'AcceptInvitationSuccess' });
    const ended = await invited({ isActive: false });
    expect(await accept(ended.code, siti)).toMatchObject({ code: 'INVITATION_NOT_FOUND' });
    const over = await invited({ expiresAt: '2026-03-02T01:59:59Z' });
    expect(await accept(over.code, siti)).toMatchObject({ code: 'INVITATION_NOT_FOUND' });
  });

  it.each(['', 'x', '0'.repeat(10_000), "' or true --"])('is not guessed: %.20s', async (code) => {
    expect(await accept(code, siti)).toMatchObject({ code: 'INVITATION_NOT_FOUND' });
  });

  it('is for somebody who has signed in', async () => {
    const { code } = await invited();
    const { errors } = await users.ask(ACCEPT, { code });
    expect(errors.map((error) => error.extensions?.code)).toEqual(['UNAUTHENTICATED']);
    expect(await accept(code, siti)).toMatchObject({ __typename: 'AcceptInvitationSuccess' });
  });

  async function accept(code: string, viewer: Viewer): Promise<{ readonly __typename: string }> {
    const { data, errors } = await users.ask(ACCEPT, { code }, viewer);
    expect(errors).toEqual([]);
    return data?.acceptInvitation as { readonly __typename: string };
  }

  async function postsOf(viewer: Viewer): Promise<unknown> {
    const { data } = await users.ask('{ me { appointments { id } } }', {}, viewer);
    return (data?.me as { appointments: unknown }).appointments;
  }

  /** Tells of an invitation as the agencies subgraph does, and waits until it is known here. */
  async function invited({
    officerId = someId(),
    version = 1,
    isActive = true,
    expiresAt = '2026-03-16T02:00:00Z',
  } = {}): Promise<{ readonly officerId: string; readonly code: string }> {
    const code = randomBytes(20).toString('base64url');
    const codeHash = createHash('sha256').update(code).digest('base64url');
    const post = { id: officerId, agencyId: randomUUID(), role: 'INTAKE_OFFICER', isActive, accountId: null };
    await publish(users.database, 'agencies', {
      type: 'officer.appointed',
      aggregateId: officerId,
      version,
      payload: { ...post, invitation: { codeHash, expiresAt } },
    });
    await eventually(async () => {
      const known = await app.query<object[]>(
        'select from appointment where officer_id = $1 and version = $2',
        [officerId, version],
      );
      expect(known).toHaveLength(1);
    });
    return { officerId, code };
  }
});

function someId(): string {
  return randomUUID();
}

const ACCEPT = /* GraphQL */ `
  mutation ($code: String!) {
    acceptInvitation(input: { code: $code }) {
      __typename
      ... on AcceptInvitationSuccess {
        officer {
          id
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`;
