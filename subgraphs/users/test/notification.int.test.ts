import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OfficerRole, publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import { createSealer } from '@satu-pintu/service-kit';
import pg from 'pg';
import { eventually, type ForeignEvent, publish } from './support/publish.js';
import { type RunningUsersTest, runUsers } from './support/running-users.js';
import { arrive } from './support/sign-in.js';

interface Person {
  readonly viewer: Viewer;
  readonly accountId: string;
}
interface Seen {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly report: { readonly id: string };
  readonly createdAt: string;
  readonly readAt: string | null;
}

const CITY = randomUUID();
const OFFICE = randomUUID();
const AT = '2026-03-02T02:34:56.789Z';

let users: RunningUsersTest;
let siti: Person;
let liaison: Person;
let coordinator: Person;
let reader: Person;

beforeAll(async () => {
  users = await runUsers();
  siti = await arrive(users, 'siti@contoh.test');
  liaison = await atWork('petugas@contoh.test', OFFICE, 'LIAISON_OFFICER');
  coordinator = await atWork('koordinator@contoh.test', CITY, 'COORDINATOR_ADMIN');
  reader = await atWork('pembaca@contoh.test', OFFICE, 'KSP_VIEWER');
  await publish(
    users.database,
    'agencies',
    appointed(OFFICE, 'LIAISON_OFFICER', liaison),
    appointed(CITY, 'COORDINATOR_ADMIN', coordinator),
    appointed(OFFICE, 'KSP_VIEWER', reader),
  );
  await eventually(async () => {
    expect(await rowsOf('select from users.appointment')).toHaveLength(3);
  });
}, 60_000);
afterAll(() => users.close());

/** Somebody whose token carries a post. */
async function atWork(email: string, agencyId: string, role: OfficerRole): Promise<Person> {
  const person = await arrive(users, email);
  const appointments = [{ officerId: randomUUID(), agencyId, role }];
  return { ...person, viewer: { ...person.viewer, appointments } };
}

function appointed(agencyId: string, role: string, { accountId }: Person): ForeignEvent {
  const id = randomUUID();
  return {
    type: 'officer.appointed',
    aggregateId: id,
    version: 1,
    payload: { id, agencyId, role, isActive: true, accountId },
  };
}

async function rowsOf(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: users.config.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** What reports tells of one report, in the order of acts. */
class Told {
  readonly id = randomUUID();
  readonly trackingId = String(Math.floor(1e9 + Math.random() * 9e9));
  private version = 0;

  constructor(private readonly facts: object = {}) {}

  event(type: string, facts: object = {}): ForeignEvent {
    this.version += 1;
    const { id, trackingId } = this;
    const payload = { reportId: id, trackingId, holderAgencyId: CITY, isAnonymous: false, submittedAt: AT };
    return {
      type: `report.${type}`,
      aggregateId: id,
      version: this.version,
      payload: { ...payload, ...this.facts, ...facts },
    };
  }

  submitted({ accountId }: Person): ForeignEvent {
    const seal = createSealer<{ accountId: string }>(users.config.secrets.vaultSealKey, 'reporter-seal');
    return this.event('submitted', { reporterSeal: seal.seal({ accountId }) });
  }
}

const LIST = /* GraphQL */ `
  query ($first: Int!, $after: ID, $unreadOnly: Boolean!) {
    me {
      notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {
        nodes {
          id
          kind
          text
          report {
            id
          }
          createdAt
          readAt
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

interface Page {
  readonly nodes: readonly Seen[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function page(viewer: Viewer, variables: object = {}): Promise<Page> {
  const { data, errors } = await users.ask(
    LIST,
    { first: 50, after: null, unreadOnly: false, ...variables },
    viewer,
  );
  expect(errors).toEqual([]);
  return (data as { me: { notifications: Page } }).me.notifications;
}

/** Kinds that a person was told of one report, oldest first. */
async function kindsOf({ viewer }: Person, { id }: Told): Promise<readonly string[]> {
  const { nodes } = await page(viewer);
  return nodes
    .filter(({ report }) => report.id === id)
    .map(({ kind }) => kind)
    .reverse();
}

async function marked(viewer: Viewer, input: object): Promise<unknown> {
  const { data, errors } = await users.ask(
    `mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) {
       __typename ... on MarkNotificationsReadSuccess { marked } ... on InvalidInput { field } } }`,
    { input },
    viewer,
  );
  return errors.length > 0 ? errors[0] : (data as { markNotificationsRead: unknown }).markNotificationsRead;
}

describe('what happens to a report', () => {
  it('is told to its reporter and to the officers of its holder, once each, in order', async () => {
    const report = new Told();
    await publish(
      users.database,
      'reports',
      report.submitted(siti),
      report.event('verified', { holderAgencyId: OFFICE }),
      report.event('responded', { holderAgencyId: OFFICE }),
    );
    await eventually(async () => {
      expect(await kindsOf(siti, report)).toEqual(['SUBMITTED', 'VERIFIED', 'RESPONDED']);
    });
    expect(await kindsOf(coordinator, report)).toEqual(['SUBMITTED']);
    expect(await kindsOf(liaison, report)).toEqual(['VERIFIED', 'RESPONDED']);
    expect(await kindsOf(reader, report)).toEqual([]);
  });

  it('is said in the language of the request, with the tracking number and nothing else of the report', async () => {
    const report = new Told();
    await publish(users.database, 'reports', report.submitted(siti));
    await eventually(async () => {
      expect(await kindsOf(siti, report)).toEqual(['SUBMITTED']);
    });
    const textIn = async (locale: 'id' | 'en'): Promise<string | undefined> =>
      (await page({ ...siti.viewer, locale })).nodes[0]?.text;
    expect(await textIn('id')).toBe(`Laporan ${report.trackingId} telah kami terima dan akan diverifikasi.`);
    expect(await textIn('en')).toBe(`Report ${report.trackingId} has come in and will be verified.`);
  });

  it('reaches no account where there is none, and the office all the same', async () => {
    const report = new Told();
    await publish(users.database, 'reports', report.event('submitted'));
    await eventually(async () => {
      expect(await kindsOf(coordinator, report)).toEqual(['SUBMITTED']);
    });
    const mine = await page(siti.viewer);
    expect(mine.nodes.map((node) => node.report.id)).not.toContain(report.id);
  });

  it('is told to whom it concerns: reminders to one side, an escalation also to those above', async () => {
    const report = new Told({ holderAgencyId: OFFICE });
    await publish(
      users.database,
      'reports',
      report.submitted(siti),
      report.event('reporter-reminded', { clock: 'SILENCE' }),
      report.event('holder-reminded', { clock: 'VERIFICATION' }),
      report.event('escalated', { clock: 'VERIFICATION', toAgencyId: CITY }),
      report.event('quite-new'),
    );
    await eventually(async () => {
      expect(await kindsOf(siti, report)).toEqual(['SUBMITTED', 'REPORTER_REMINDED', 'ESCALATED', 'CHANGED']);
    });
    expect(await kindsOf(liaison, report)).toEqual(['SUBMITTED', 'HOLDER_REMINDED', 'ESCALATED']);
    expect(await kindsOf(coordinator, report)).toEqual(['ESCALATED']);
  });

  it('tells the office of an anonymous reporter the day, and the reporter the minute', async () => {
    const report = new Told({ isAnonymous: true });
    await publish(users.database, 'reports', report.submitted(siti));
    await eventually(async () => {
      expect(await kindsOf(coordinator, report)).toEqual(['SUBMITTED']);
    });
    const [seen] = (await page(coordinator.viewer)).nodes;
    expect(seen?.createdAt).toMatch(/T17:00:00\.000Z$/);
    const [own] = (await page(siti.viewer)).nodes;
    expect(own?.createdAt).not.toMatch(/T17:00:00\.000Z$/);
  });

  it('is told to those whose own report was merged into it, under their own number', async () => {
    const [root, merged, nameless] = [new Told({ isAnonymous: true }), new Told(), new Told()];
    const follower = await arrive(users, 'pengikut@contoh.test');
    const followers = [merged, nameless].map(({ id, trackingId }) => ({ reportId: id, trackingId }));
    await publish(users.database, 'reports', root.submitted(siti), merged.submitted(follower));
    await publish(
      users.database,
      'reports',
      merged.event('merged'),
      root.event('extended', { followers }),
      root.event('responded', { followers }),
      root.event('confirmed', { followers }),
    );
    await eventually(async () => {
      expect(await kindsOf(follower, merged)).toEqual(['SUBMITTED', 'MERGED', 'RESPONDED', 'CONFIRMED']);
    });
    expect(await kindsOf(follower, root)).toEqual([]);
    expect(await kindsOf(siti, merged)).toEqual([]);
    const [confirmed, responded] = (await page(follower.viewer)).nodes;
    expect(responded?.text).toBe(`Laporan yang menampung laporan ${merged.trackingId} telah dijawab.`);
    expect(responded?.createdAt).not.toMatch(/T17:00:00\.000Z$/);
    // Who confirmed is anonymous: others learn the day.
    expect(confirmed?.createdAt).toMatch(/T17:00:00\.000Z$/);
  });
});

describe('the list of notifications', () => {
  it('shows what the office was told to a session that works in a post, and to no other', async () => {
    const report = new Told({ holderAgencyId: OFFICE });
    await publish(users.database, 'reports', report.submitted(siti));
    await eventually(async () => {
      expect(await kindsOf(liaison, report)).toEqual(['SUBMITTED']);
    });
    const withoutSecondFactor = { ...liaison.viewer, appointments: [] };
    expect((await page(withoutSecondFactor)).nodes).toEqual([]);
    expect(await marked(withoutSecondFactor, {})).toMatchObject({ marked: 0 });
  });

  it('goes on page by page, newest first, without a gap or a double', async () => {
    const all = (await page(siti.viewer)).nodes.map(({ id }) => id);
    const read: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const next: Page = await page(siti.viewer, { first: 2, after });
      read.push(...next.nodes.map(({ id }) => id));
      after = next.pageInfo.endCursor;
      more = next.pageInfo.hasNextPage;
    }
    expect(all.length).toBeGreaterThan(4);
    expect(read).toEqual(all);
  });

  it('can be marked as read, some or all, by nobody else, and again without effect', async () => {
    const before = await page(siti.viewer);
    const [first] = before.nodes;
    const input = { ids: [first?.id, randomUUID(), 'x'] };
    expect(await marked(liaison.viewer, input)).toEqual({
      __typename: 'MarkNotificationsReadSuccess',
      marked: 0,
    });
    expect(await marked(siti.viewer, input)).toMatchObject({ marked: 1 });
    expect(await marked(siti.viewer, input)).toMatchObject({ marked: 0 });
    const unread = await page(siti.viewer, { unreadOnly: true });
    expect(unread.nodes.map(({ id }) => id)).toEqual(before.nodes.slice(1).map(({ id }) => id));
    expect(await marked(siti.viewer, {})).toMatchObject({ marked: before.nodes.length - 1 });
    expect((await page(siti.viewer, { unreadOnly: true })).nodes).toEqual([]);
  });

  it('refuses too many ids, and whoever is not signed in', async () => {
    const ids = Array.from({ length: 101 }, () => randomUUID());
    expect(await marked(siti.viewer, { ids })).toEqual({ __typename: 'InvalidInput', field: 'ids' });
    expect(await marked(publicViewer(), {})).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  });
});

describe('notifications at rest', () => {
  it('name neither account nor report, and no two tables share what stands for an account', async () => {
    const rows = await rowsOf('select row_to_json(n)::text as row from users.notification n');
    const dump = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(5);
    const links = await rowsOf(
      'select report_id::text as id, encode(account_hash, $$hex$$) as hash from users.vault_link',
    );
    for (const { id, hash } of links) {
      expect(dump).not.toContain(id);
      expect(dump).not.toContain(hash);
    }
    for (const { accountId } of [siti, liaison, coordinator]) expect(dump).not.toContain(accountId);
  });

  it('are not changed by the service, but for having been read', async () => {
    for (const statement of [
      `update users.notification set kind = 'CHANGED'`,
      'delete from users.withheld_reporter',
    ]) {
      await expect(rowsOf(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('a handle that was sealed before its report was made anonymous', () => {
  it('opens for nobody but the reporter from then on', async () => {
    const report = new Told({ holderAgencyId: OFFICE });
    await publish(users.database, 'reports', report.submitted(siti));
    const post = { officerId: randomUUID(), agencyId: OFFICE, role: 'LIAISON_OFFICER' as const };
    const officer = { ...liaison.viewer, appointments: [post] };
    const nameFor = async (viewer: Viewer): Promise<unknown> => {
      const exp = users.clock.now().getTime() + 5 * 60_000;
      const claims = { reportId: report.id, tag: viewer.tag, exp, isOwn: false };
      const handle = createSealer(users.config.secrets.handleKey, 'reporter-handle').seal(claims);
      const { data } = await users.ask(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Reporter { displayName } } }',
        { r: [{ __typename: 'Reporter', handle }] },
        viewer,
      );
      return data;
    };
    await eventually(async () => {
      expect(await nameFor(officer)).toEqual({ _entities: [{ displayName: 'Siti Aminah' }] });
    });
    await publish(users.database, 'reports', report.event('privacy-raised', { isAnonymous: true }));
    await eventually(async () => {
      expect(await nameFor(officer)).toEqual({ _entities: [null] });
    });
    expect(await nameFor(siti.viewer)).toEqual({ _entities: [{ displayName: 'Siti Aminah' }] });
  });

  it('still opens when the report was only made secret', async () => {
    const report = new Told({ holderAgencyId: OFFICE });
    await publish(
      users.database,
      'reports',
      report.submitted(siti),
      report.event('privacy-raised', { isAnonymous: false }),
    );
    await eventually(async () => {
      expect(await kindsOf(siti, report)).toHaveLength(2);
    });
    expect(await rowsOf(`select from users.withheld_reporter where report_id = '${report.id}'`)).toEqual([]);
  });
});
