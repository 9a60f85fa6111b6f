import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { headText } from '@satu-pintu/audit';
import { createLogger } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { readHead } from '../src/audit/audit-chain.store.js';
import { startTellingHead } from '../src/audit/head.job.js';
import { holdsHead, verifyChain } from '../src/audit/verify-chain.command.js';
import { createAnalyticsDatabase } from '../src/index.js';
import { aDeed, recorded } from './audit-world.js';
import { anAgency, type LoggedEvent, officerOf, startWorld, type World } from './world.js';

const works = anAgency(null);
const liaison = officerOf(works, 'LIAISON_OFFICER');
const MANY = 12;

let world: World;
let app: DataSource;

beforeAll(async () => {
  world = await startWorld();
  app = await createAnalyticsDatabase(world.database.appUrl('analytics')).initialize();
  await world.tell('reports', ...some(MANY));
  await world.settle();
});
afterAll(async () => {
  await app.destroy();
  await world.close();
});

function some(count: number): readonly LoggedEvent[] {
  return Array.from({ length: count }, () => recorded(aDeed(liaison), world.clock.now()));
}

describe('the chain', () => {
  it('takes what all subgraphs tell into one order, each once', async () => {
    const [again] = some(1);
    await world.tell('users', ...some(2));
    if (again) await world.tell('agencies', again);
    await world.settle();
    const { rows } = await world.rows.query('select position::int from audit_entry order by position');
    expect(rows.map(({ position }: { position: number }) => position)).toEqual(
      Array.from({ length: MANY + 3 }, (_, index) => index + 1),
    );
    expect(await verifyChain(app)).toMatchObject({ broken: null, waiting: 0, head: { position: MANY + 3 } });
  });

  it('goes on where it was, and still holds what it held', async () => {
    const before = await readHead(app);
    await world.tell('reports', ...some(5));
    await world.settle();
    const after = await readHead(app);
    expect(after.position).toBe(before.position + 5);
    expect(await holdsHead(app, before)).toBe(true);
    expect(await holdsHead(app, { ...before, hash: after.hash })).toBe(false);
    expect(await holdsHead(app, { ...after, position: after.position + 1 })).toBe(false);
  });

  it('tells its head to the log of the process, which may be kept elsewhere', async () => {
    const lines: unknown[] = [];
    const logger = createLogger('analytics', 'silent');
    jest.spyOn(logger, 'info').mockImplementation((line: unknown) => void lines.push(line));
    await startTellingHead(app, logger).close();
    expect(lines).toEqual([{ auditHead: headText(await readHead(app)) }]);
  });

  it('is whole with an id in capitals, which lists find as any other', async () => {
    const [sent] = some(1);
    if (!sent) throw new Error('There is one.');
    const subject = { kind: 'REPORT', id: randomUUID().toUpperCase() };
    const inCapitals = { ...sent.payload, subject, agencyIds: [works.id.toUpperCase(), works.id] };
    await world.tell('reports', { ...sent, payload: inCapitals });
    await world.settle();
    expect(await verifyChain(app)).toMatchObject({ broken: null });
  });

  it('ignores what is no entry', async () => {
    const before = await readHead(app);
    await world.tell('users', {
      type: 'post.taken-up',
      aggregateId: randomUUID(),
      version: 1,
      payload: { officerId: randomUUID() },
    });
    await world.settle();
    expect(headText(await readHead(app))).toBe(headText(before));
  });

  it.each([
    `update audit_entry set outcome = 'READ'`,
    'delete from audit_entry',
    'truncate audit_entry cascade',
    'update audit_concern set agency_id = gen_random_uuid()',
    'delete from audit_concern',
    'truncate audit_concern',
    'alter table audit_entry disable trigger all',
    'drop table audit_entry',
  ])('does not let the service do: %s', async (statement) => {
    await expect(world.rows.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it.each([
    'update audit_entry set outcome = outcome',
    'delete from audit_concern',
    'truncate audit_concern',
  ])('does not let the owner of the tables do: %s, unless they take the trigger away', async (statement) => {
    await expect(world.owner.query(`set search_path = analytics; ${statement}`)).rejects.toThrow(
      'append-only',
    );
  });
});

describe('verifying', () => {
  const AT = 5;

  it.each<[string, string, object]>([
    [
      'what an entry says was changed',
      `update audit_entry set entry = jsonb_set(entry, '{outcome}', '"REFUSED"') where position = ${AT}`,
      { position: AT, reason: 'CHANGED' },
    ],
    [
      'who it was was taken out',
      `update audit_entry set entry = entry - 'actor' where position = ${AT}`,
      { position: AT, reason: 'CHANGED' },
    ],
    [
      'an entry was emptied',
      `update audit_entry set entry = '{}' where position = ${AT}`,
      { position: AT, reason: 'CHANGED' },
    ],
    [
      'a hash was overwritten',
      `update audit_entry set hash = sha256('x') where position = ${AT}`,
      { position: AT, reason: 'CHANGED' },
    ],
    [
      'an entry was removed',
      `delete from audit_entry where position = ${AT}`,
      { position: AT, reason: 'REMOVED' },
    ],
    [
      'an entry was removed and the gap closed',
      `delete from audit_entry where position = ${AT};
       update audit_entry set position = position + 1000000 where position > ${AT};
       update audit_entry set position = position - 1000001 where position > 1000000`,
      { position: AT, reason: 'REMOVED' },
    ],
    [
      'the first entries were removed',
      `delete from audit_entry where position < ${AT}`,
      { position: 1, reason: 'REMOVED' },
    ],
    [
      'the end was cut off',
      `delete from audit_entry where position > ${AT}`,
      { position: AT + 1, reason: 'REMOVED' },
    ],
    [
      'two entries changed places',
      `update audit_entry set position = 1000000 where position = ${AT};
       update audit_entry set position = ${AT} where position = ${AT + 2};
       update audit_entry set position = ${AT + 2} where position = 1000000`,
      { position: AT, reason: 'REORDERED' },
    ],
    [
      'lists show another officer',
      `update audit_entry set officer_id = gen_random_uuid() where position = ${AT}`,
      { position: AT, reason: 'LISTED_WRONGLY' },
    ],
    [
      'lists hide it',
      `update audit_entry set is_private = true where position = ${AT}`,
      { position: AT, reason: 'LISTED_WRONGLY' },
    ],
    [
      'an agency is no longer told of it',
      `delete from audit_concern where event_id = (select event_id from audit_entry where position = ${AT})`,
      { position: AT, reason: 'LISTED_WRONGLY' },
    ],
    [
      'another agency is told of it',
      `insert into audit_concern select gen_random_uuid(), at, event_id from audit_entry where position = ${AT}`,
      { position: AT, reason: 'LISTED_WRONGLY' },
    ],
    [
      'its event was removed from the log',
      `delete from event_log.event where id = (select event_id from audit_entry where position = ${AT})`,
      { position: AT, reason: 'NOT_IN_LOG' },
    ],
    [
      'its event was changed in the log',
      `update event_log.event set payload = payload || '{"code": "NotAllowed"}'
        where id = (select event_id from audit_entry where position = ${AT})`,
      { position: AT, reason: 'DIFFERS_FROM_LOG' },
    ],
    ['everything was removed', 'delete from audit_entry', { position: 1, reason: 'REMOVED' }],
  ])('finds that %s', async (_what, tampering, broken) => {
    expect(await verifyChain(app)).toMatchObject({ broken: null });
    await tamper(tampering, async () => {
      expect(await verifyChain(app)).toMatchObject({ broken });
    });
    expect(await verifyChain(app)).toMatchObject({ broken: null });
  });

  /** As whoever runs the server could; afterwards all is as it was. */
  async function tamper(statements: string, work: () => Promise<void>): Promise<void> {
    const tables = ['analytics.audit_entry', 'analytics.audit_concern', 'event_log.event'];
    const superuser = await world.superuser();
    try {
      await superuser.query('set session_replication_role = replica');
      for (const [index, table] of tables.entries())
        await superuser.query(`create table public.kept_${String(index)} as table ${table}`);
      await superuser.query(`set search_path = analytics, public; ${statements}`);
      await work();
      for (const [index, table] of tables.entries())
        await superuser.query(
          `delete from ${table}; insert into ${table} overriding system value table public.kept_${String(index)};
           drop table public.kept_${String(index)}`,
        );
    } finally {
      await superuser.end();
    }
  }
});
