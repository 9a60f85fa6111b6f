import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '@satu-pintu/audit';
import { type Appointment, publicViewer } from '@satu-pintu/domain-kit';
import {
  type DoorRefusal,
  doorRefusalsPath,
  routeBody,
  signViewer,
  VIEWER_HEADER,
} from '@satu-pintu/service-kit';
import pg from 'pg';
import { type RunningUsersTest, runUsers } from './support/running-users.js';

const post: Appointment = { officerId: randomUUID(), agencyId: randomUUID(), role: 'ANALYST' };

let users: RunningUsersTest;
let owner: pg.Pool;

beforeAll(async () => {
  users = await runUsers();
  owner = new pg.Pool({
    connectionString: users.database.ownerUrl('users'),
    max: 1,
    options: '-c search_path=users,public',
  });
});
beforeEach(() => owner.query('truncate outbox'));
afterAll(async () => {
  await owner.end();
  await users.close();
});

const someRefusal = (changed: Partial<DoorRefusal> = {}): DoorRefusal => ({
  id: randomUUID(),
  at: users.clock.now().toISOString(),
  field: 'verifyReport',
  missing: 'report:VERIFY',
  times: 1_000,
  accountId: randomUUID(),
  post,
  ...changed,
});

/** As the gateway tells it; the body can be another than the one that was signed. */
async function tell(refusals: unknown, body = JSON.stringify(refusals)): Promise<number> {
  const path = doorRefusalsPath(JSON.stringify(refusals));
  const signed = signViewer(
    publicViewer(),
    'users',
    routeBody('PUT', path),
    users.config.secrets.viewerKey,
    users.clock.now(),
  );
  return send(path, body, { [VIEWER_HEADER]: signed });
}

async function send(path: string, body: string, headers: Record<string, string>): Promise<number> {
  const sent = { 'content-type': 'application/json', ...headers };
  const { status } = await fetch(users.url + path, { method: 'PUT', headers: sent, body });
  return status;
}

async function entries(): Promise<readonly AuditEntry[]> {
  const { rows } = await owner.query<{ payload: AuditEntry }>('select payload from outbox order by seq');
  return rows.map(({ payload }) => payload);
}

describe('a refusal at the door', () => {
  it('of an officer is written down with the post, what was asked for, what was missing and how often', async () => {
    const refusal = someRefusal();
    expect(await tell([refusal])).toBe(200);
    expect(await entries()).toEqual([
      {
        action: 'verifyReport',
        outcome: 'REFUSED',
        code: 'Forbidden',
        actor: { kind: 'OFFICER', ...post },
        subject: null,
        agencyIds: [post.agencyId],
        atDoor: { missing: 'report:VERIFY', times: 1_000 },
        isPrivate: false,
        at: refusal.at,
        isDayOnly: false,
      },
    ]);
  });

  it('of an account without a post names nobody, and the same account alike on one day', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const told = [one, one, other].map((accountId) => someRefusal({ accountId, post: null }));
    expect(await tell(told)).toBe(200);
    const written = await entries();
    const [first, again, another] = written.map(({ actor }) => actor.kind === 'ACCOUNT' && actor.hash);
    expect(first).toBe(again);
    expect(first).not.toBe(another);
    expect(written.flatMap(({ agencyIds }) => agencyIds)).toEqual([]);
    for (const trace of [one, other]) expect(JSON.stringify(written)).not.toContain(trace);
  });

  it('that is told again, since no answer came, is written down once', async () => {
    const [known, fresh] = [someRefusal(), someRefusal()];
    expect(await tell([known])).toBe(200);
    expect(await tell([known, fresh])).toBe(200);
    expect(await Promise.all([tell([known, fresh]), tell([known])])).toEqual([200, 200]);
    expect(await entries()).toHaveLength(2);
  });

  it('is taken from the gateway alone, as it was signed', async () => {
    const refusals = [someRefusal()];
    const path = doorRefusalsPath(JSON.stringify(refusals));
    expect(await send(path, JSON.stringify(refusals), {})).toBe(401);
    expect(await tell(refusals, JSON.stringify([someRefusal()]))).toBe(400);
    expect(await tell(refusals, 'x'.repeat(2 ** 20))).toBe(400);
    expect(await tell([{ ...someRefusal(), times: 0 }])).toBe(400);
    expect(await entries()).toEqual([]);
  });
});
