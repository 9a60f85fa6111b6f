import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '@satu-pintu/audit';
import { stableId, type Viewer } from '@satu-pintu/domain-kit';
import { everyMutation, type TestDatabase } from '@satu-pintu/test-kit';
import { agenciesDatabase } from '../src/persistence/database.js';
import { printSchema } from '../src/schema.js';
import { loadedDatabase } from './support/agencies-database.js';
import { type AgenciesUnderTest, citizen, demoOfficer, startAgencies } from './support/running-agencies.js';

const BANDUNG = stableId('agency', '32.73');
const DPUPR = stableId('agency', '32.73/1.03');
const HEALTH = stableId('agency', '32.73/1.02');
const coordinator = demoOfficer('koordinator.bandung@demo.test');
const liaison = demoOfficer('petugas.dpupr.bandung@demo.test');

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

describe('every mutation', () => {
  it.each(everyMutation(printSchema()))('$name leaves one entry, whatever comes of it', async (mutation) => {
    const entries = await auditedDuring(async () => {
      const { errors } = await agencies.ask(mutation.document, { input: mutation.input }, citizen);
      expect(errors).toEqual([]);
    });
    expect(entries).toMatchObject([
      { action: mutation.name, outcome: 'REFUSED', actor: { kind: 'SOMEBODY' } },
    ]);
  });
});

describe('a change of a post', () => {
  let post = '';

  it('is written down with who made it, and concerns the agency of both', async () => {
    const entries = await auditedDuring(async () => {
      post = await appoint(coordinator, { agencyId: DPUPR, role: 'INTAKE_OFFICER', name: 'Siti Aminah' });
    });
    expect(entries).toEqual([
      {
        action: 'appointOfficer',
        outcome: 'ACCEPTED',
        code: null,
        actor: { kind: 'OFFICER', ...coordinator.appointments[0] },
        subject: { kind: 'OFFICER', id: post },
        agencyIds: [BANDUNG, DPUPR].sort(),
        at: expect.any(String),
        isDayOnly: false,
        isPrivate: false,
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('Siti');
  });

  it('concerns the agency that the post leaves as well', async () => {
    const entries = await auditedDuring(() =>
      ask('transferOfficer', { officerId: post, agencyId: HEALTH }, coordinator),
    );
    expect(entries).toMatchObject([
      { action: 'transferOfficer', outcome: 'ACCEPTED', agencyIds: [BANDUNG, DPUPR, HEALTH].sort() },
    ]);
  });

  it('that is denied concerns the agency of who was', async () => {
    const entries = await auditedDuring(() => ask('endAppointment', { officerId: post }, liaison));
    expect(entries).toMatchObject([
      {
        action: 'endAppointment',
        outcome: 'REFUSED',
        code: 'OfficerNotFound',
        actor: { kind: 'OFFICER', ...liaison.appointments[0] },
        subject: { kind: 'OFFICER', id: post },
        agencyIds: [DPUPR],
      },
    ]);
  });

  it('is written down once, however often the same request comes', async () => {
    const input = { officerId: post, title: 'Petugas loket', idempotencyKey: crypto.randomUUID() };
    const entries = await auditedDuring(async () => {
      await ask('updateOfficer', input, coordinator);
      await ask('updateOfficer', input, coordinator);
    });
    expect(entries).toHaveLength(1);
  });

  it('is not made when it cannot be written down', async () => {
    const owner = await agenciesDatabase({ url: test.ownerUrl('agencies') }).initialize();
    await owner.query(`
      create function tear() returns trigger language plpgsql as $$ begin raise exception 'torn'; end $$;
      create trigger tear before insert on outbox for each row when (new.type = 'audit.recorded')
        execute function tear()`);
    await expect(ask('endAppointment', { officerId: post }, coordinator)).rejects.toThrow();
    await owner.query('drop trigger tear on outbox; drop function tear()');
    await owner.destroy();
    const [row] = await agencies.database.query<{ is_active: boolean }[]>(
      'select is_active from officer where id = $1',
      [post],
    );
    expect(row).toEqual({ is_active: true });
  });
});

async function ask(name: string, input: object, viewer: Viewer): Promise<Record<string, unknown>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const document = `mutation ($input: ${type}Input!) {
    outcome: ${name}(input: $input) { __typename ... on ${type}Success { officer { id } } }
  }`;
  const { data, errors } = await agencies.ask(document, { input }, viewer);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data?.outcome as Record<string, unknown>;
}

async function appoint(viewer: Viewer, input: object): Promise<string> {
  const { officer } = await ask('appointOfficer', input, viewer);
  return (officer as { id: string }).id;
}

async function auditedDuring(work: () => Promise<unknown>): Promise<readonly AuditEntry[]> {
  const { database } = agencies;
  const [before] = await database.query<{ seq: string }[]>('select coalesce(max(seq), 0) as seq from outbox');
  await work();
  const rows = await database.query<{ payload: AuditEntry }[]>(
    `select payload from outbox where type = 'audit.recorded' and seq > $1 order by seq`,
    [before?.seq],
  );
  return rows.map(({ payload }) => payload);
}
