import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Appointment, publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import { createSealer } from '@satu-pintu/service-kit';
import type { GraphAnswer } from '@satu-pintu/test-kit';
import pg from 'pg';
import { eventually, publish } from './support/publish.js';
import { type RunningUsersTest, runUsers, signedIn } from './support/running-users.js';
import { arrive } from './support/sign-in.js';

const REPORTER = /* GraphQL */ `
  query ($handles: [_Any!]!) {
    _entities(representations: $handles) {
      ... on Reporter {
        handle
        displayName
        isMe
      }
    }
  }
`;

const liaison: Appointment = { officerId: randomUUID(), agencyId: randomUUID(), role: 'LIAISON_OFFICER' };

let users: RunningUsersTest;
let siti: { readonly viewer: Viewer; readonly accountId: string };
const reportIds = [randomUUID(), randomUUID(), randomUUID()];
const officer = signedIn(randomUUID(), randomUUID(), [liaison]);

beforeAll(async () => {
  users = await runUsers();
  siti = await arrive(users, 'siti@contoh.test');
  const seal = createSealer<{ accountId: string }>(users.config.secrets.vaultSealKey, 'reporter-seal');
  for (const [index, reportId] of reportIds.entries()) {
    const submittedAt = `2026-03-0${String(index + 1)}T01:00:00.000Z`;
    const reporterSeal = seal.seal({ accountId: siti.accountId });
    await publish(users.database, 'reports', {
      type: 'report.submitted',
      aggregateId: reportId,
      version: 1,
      payload: { reportId, submittedAt, reporterSeal },
    });
  }
  await eventually(async () => {
    expect((await ownReports(siti.viewer)).nodes).toHaveLength(reportIds.length);
  });
});

afterAll(() => users.close());

interface ReportPage {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function ownReports(viewer: Viewer, first = 20, after: string | null = null): Promise<ReportPage> {
  const { data } = await users.ask(
    'query ($first: Int!, $after: ID) { me { reports(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }',
    { first, after },
    viewer,
  );
  return (data?.me as { reports: ReportPage }).reports;
}

function handleFor(viewer: Viewer, reportId = reportIds[0], minutes = 5, isOwn = false): string {
  const exp = users.clock.now().getTime() + minutes * 60_000;
  return createSealer(users.config.secrets.handleKey, 'reporter-handle').seal({
    reportId,
    tag: viewer.tag,
    exp,
    isOwn,
  });
}

function lookUp(viewer: Viewer, ...handles: readonly string[]): Promise<GraphAnswer> {
  return users.ask(
    REPORTER,
    { handles: handles.map((handle) => ({ __typename: 'Reporter', handle })) },
    viewer,
  );
}

async function receipts(): Promise<
  readonly { readonly report: { readonly id: string }; readonly at: string }[]
> {
  const { data } = await users.ask(
    '{ me { accessReceipts { nodes { report { id } role agency { id } purpose at } } } }',
    {},
    siti.viewer,
  );
  return (data?.me as { accessReceipts: { nodes: { report: { id: string }; at: string }[] } }).accessReceipts
    .nodes;
}

describe('own reports', () => {
  it('are listed newest first, page by page', async () => {
    const first = await ownReports(siti.viewer, 2);
    expect(first.nodes.map(({ id }) => id)).toEqual([reportIds[2], reportIds[1]]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await ownReports(siti.viewer, 2, first.pageInfo.endCursor);
    expect(second.nodes.map(({ id }) => id)).toEqual([reportIds[0]]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('are nobody else’s', async () => {
    const { viewer } = await arrive(users, 'lain@contoh.test');
    expect((await ownReports(viewer)).nodes).toEqual([]);
  });

  it('refuse a cursor of another list', async () => {
    const receiptCursor = createSealer(users.config.secrets.cursorKey, 'me.accessReceipts').seal({
      at: '',
      id: '',
    });
    const { errors } = await users.ask(
      'query ($after: ID) { me { reports(after: $after) { nodes { id } } } }',
      { after: receiptCursor },
      siti.viewer,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('an account', () => {
  it('is reached as an entity by its owner alone', async () => {
    const { viewer } = await arrive(users, 'intip@contoh.test');
    const entity = (asker: Viewer): Promise<GraphAnswer> =>
      users.ask(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { email } } }',
        { r: [{ __typename: 'User', id: siti.accountId }] },
        asker,
      );
    expect((await entity(siti.viewer)).data).toEqual({ _entities: [{ email: 'siti@contoh.test' }] });
    for (const other of [viewer, officer, publicViewer()]) {
      expect(await entity(other)).toMatchObject({ data: { _entities: [null] }, errors: [] });
    }
  });
});

describe('a reporter', () => {
  it('knows herself, and that leaves no receipt', async () => {
    const before = await receipts();
    const handle = handleFor(siti.viewer);
    const { data } = await lookUp(siti.viewer, handle);
    expect(data).toEqual({ _entities: [{ handle, displayName: 'Siti Aminah', isMe: true }] });
    expect(await receipts()).toEqual(before);
  });

  it('is named to the officer to whom the handle was given, and can read who it was', async () => {
    const before = await receipts();
    const handle = handleFor(officer);
    const { data } = await lookUp(officer, handle);
    expect(data).toEqual({ _entities: [{ handle, displayName: 'Siti Aminah', isMe: false }] });
    const after = await receipts();
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toEqual({
      report: { id: reportIds[0] },
      role: 'LIAISON_OFFICER',
      agency: { id: liaison.agencyId },
      purpose: 'READ_NAME',
      at: users.clock.now().toISOString(),
    });
  });

  it('gets one receipt for each report in a list, and none for a name that was not asked for', async () => {
    const before = await receipts();
    await lookUp(officer, ...reportIds.map((reportId) => handleFor(officer, reportId)), handleFor(officer));
    expect(await receipts()).toHaveLength(before.length + reportIds.length);
    await users.ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Reporter { isMe } } }',
      { r: [{ __typename: 'Reporter', handle: handleFor(officer) }] },
      officer,
    );
    expect(await receipts()).toHaveLength(before.length + reportIds.length);
  });

  it('is known to its own reporter before the vault has heard of the report', async () => {
    const { data } = await lookUp(siti.viewer, handleFor(siti.viewer, randomUUID(), 5, true));
    expect(data).toMatchObject({ _entities: [{ isMe: true }] });
  });

  it('is hidden alike from whoever brings a handle that is not theirs, expired, forged or about nobody', async () => {
    const before = await receipts();
    const expired = handleFor(officer, reportIds[0], 0);
    const forged = createSealer(users.config.secrets.cursorKey, 'reporter-handle').seal({
      reportId: reportIds[0],
      tag: officer.tag,
      exp: users.clock.now().getTime() + 60_000,
    });
    const answers = [];
    for (const handle of [
      handleFor(siti.viewer),
      expired,
      forged,
      handleFor(officer, randomUUID()),
      'x',
      '\0',
    ]) {
      answers.push(JSON.stringify(await lookUp(officer, handle)));
    }
    expect(answers[0]).toBe(JSON.stringify({ status: 200, data: { _entities: [null] }, errors: [] }));
    expect(new Set(answers).size).toBe(1);
    expect(await receipts()).toEqual(before);
  });

  it('is hidden from citizens, visitors and those who only count, for they leave no receipt', async () => {
    const analyst = signedIn(randomUUID(), randomUUID(), [{ ...liaison, role: 'KSP_VIEWER' }]);
    for (const viewer of [signedIn(randomUUID(), randomUUID()), publicViewer(), analyst]) {
      expect(await lookUp(viewer, handleFor(viewer))).toMatchObject({
        data: { _entities: [null] },
        errors: [],
      });
    }
  });

  it('stays unnamed when the receipt cannot be written', async () => {
    const owner = new pg.Client({ connectionString: users.database.ownerUrl('users') });
    await owner.connect();
    await owner.query('set search_path to users; revoke insert on access_receipt from users_app');
    const answer = await lookUp(officer, handleFor(officer));
    await owner.query('grant insert on access_receipt to users_app');
    await owner.end();
    expect(answer.data).toMatchObject({ _entities: [{ displayName: null }] });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(answer)).not.toContain('Siti');
  });
});

describe('the vault at rest', () => {
  it('names no account in the clear', async () => {
    const client = new pg.Client({ connectionString: users.config.databaseUrl });
    await client.connect();
    const links = await client.query('select row_to_json(v)::text as row from users.vault_link v');
    const notes = await client.query('select row_to_json(r)::text as row from users.access_receipt r');
    await client.end();
    const dump = JSON.stringify([links.rows, notes.rows]);
    expect(links.rows).toHaveLength(reportIds.length);
    expect(dump).not.toContain(siti.accountId);
    expect(dump).not.toContain(Buffer.from(siti.accountId).toString('base64'));
  });

  it('lets the service neither change a link nor change or remove a receipt', async () => {
    const client = new pg.Client({ connectionString: users.config.databaseUrl });
    await client.connect();
    for (const statement of [
      'update users.vault_link set submitted_at = now()',
      'update users.access_receipt set at = now()',
      'delete from users.access_receipt',
      'truncate users.access_receipt',
    ]) {
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
    await client.end();
  });
});
