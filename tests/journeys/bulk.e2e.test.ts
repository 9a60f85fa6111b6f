import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { eventually } from '../support/eventually.js';
import { ask, request } from '../support/graph.js';
import { fetchCsv, openImport, seeImport, type SeenImport, sendFile } from '../support/imports.js';
import { everybody, type People, type Person } from '../support/people.js';
import { account } from '../support/staff.js';

const BATCH = '32.73/7';
const numbers = Array.from({ length: 300 }, (_, index) => String(index).padStart(3, '0'));
const UNITS = `code,name,parentCode\n${numbers.map((n) => `${BATCH}.${n},Unit Layanan ${n},32.73`).join('\n')}\n`;
const OFFICERS = `agencyCode,role,name,workEmail\n${numbers
  .map((n) => `${BATCH}.${n},LIAISON_OFFICER,Petugas ${n},petugas.${n}@contoh.test`)
  .join('\n')}\n`;

let people: People;
beforeAll(async () => {
  people = await everybody();
}, 60_000);

describe('The coordinator of Bandung, with a spreadsheet', () => {
  it('tries it out, and is told of every wrong row; nothing is changed', async () => {
    const wrong = `${UNITS}32.77/7.1,Unit di Cimahi,32.77\n${BATCH}.x,huruf kecil,32.73\n${BATCH}.999,=1+1,32.73\n`;
    for (const isDryRun of [true, false]) {
      const seen = await run('UNITS', isDryRun, wrong);
      expect(seen).toMatchObject({ state: 'REFUSED', rowsRead: 303, rowsCreated: 300, rowsRefused: 3 });
      const refused = await rowsOf(seen.id);
      expect(refused.map(({ row, column, code }) => [row, column, code])).toEqual([
        [302, null, 'NOT_ALLOWED'],
        [303, 'code', 'INVALID_INPUT'],
        [304, 'name', 'CELL_IS_FORMULA'],
      ]);
    }
    expect(await unitsFound()).toBe(0);
  });

  it('mends it and imports 300 units and 300 officers, of whom one takes up the post', async () => {
    expect(await run('UNITS', true, UNITS)).toMatchObject({ state: 'DONE', rowsCreated: 300 });
    expect(await unitsFound()).toBe(0);
    expect(await run('UNITS', false, UNITS)).toMatchObject({ state: 'DONE', rowsCreated: 300 });
    expect(await unitsFound()).toBeGreaterThan(0);
    const { invitations } = await run('OFFICERS', false, OFFICERS);
    const csv = await fetchCsv(invitations?.path ?? '', people.coordinatorBandung);
    const invited: Record<string, string>[] = parse(csv, { columns: true, bom: true });
    expect(invited).toHaveLength(300);

    const newcomer = await signedUp();
    await eventually(async () => {
      const { data } = await request<{ acceptInvitation: { __typename: string } }>(
        'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }',
        { input: { code: invited[7]?.code } },
        newcomer,
      );
      expect(data?.acceptInvitation.__typename).toBe('AcceptInvitationSuccess');
    });
  });

  it('finds the staff of the whole house in one page, and gets the table back unchanged', async () => {
    const { agency } = await ask<{
      agency: { staff: { nodes: { agency: { code: string } }[] }; csv: { path: string } };
    }>(
      `{ agency(code: "32.73") { staff(first: 100, filter: { query: "petugas 2" }) { nodes { agency { code } } }
         csv(kind: OFFICERS) { path } } }`,
      {},
      people.coordinatorBandung,
    );
    expect(agency.staff.nodes).toHaveLength(100);
    const csv = await fetchCsv(agency.csv.path, people.coordinatorBandung);
    const again = await run('OFFICERS', true, csv);
    expect(again).toMatchObject({ state: 'DONE', rowsCreated: 0, rowsRefused: 0 });
    expect(again.rowsRead).toBeGreaterThan(300);
    await expect(fetchCsv(agency.csv.path, people.warga)).rejects.toThrow('404');
  });

  it('is told at once what is wrong with the file itself', async () => {
    const { upload } = await openImport('UNITS', true, people.coordinatorBandung);
    const large = new Uint8Array(50 * 2 ** 20).fill(120);
    expect(await sendFile(upload?.address ?? '', large)).toEqual({ status: 413, code: 'FILE_TOO_LARGE' });
    const nowhere = await sendFile('/files/imports/nowhere', UNITS);
    expect(nowhere).toEqual({ status: 404, code: 'UPLOAD_NOT_FOUND' });
    const columns = await run('UNITS', true, '\uFEFFkode;nama\n1;2\n');
    expect(columns.rows.nodes.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, 'code', 'COLUMN_MISSING'],
      [1, 'name', 'COLUMN_MISSING'],
      [1, 'parentCode', 'COLUMN_MISSING'],
      [1, 'kode', 'COLUMN_UNKNOWN'],
      [1, 'nama', 'COLUMN_UNKNOWN'],
    ]);
  });

  it('is alone with it: neighbours and citizens neither begin one nor see it', async () => {
    expect((await openImport('UNITS', true, people.coordinatorJabar)).code).toBe('NOT_ALLOWED');
    const { id } = await run('UNITS', true, UNITS);
    expect(await seeImport(id, people.coordinatorJabar)).toBeNull();
    expect((await seeImport(id, people.national))?.id).toBe(id);
    const { errors } = await request('query ($id: ID!) { import(id: $id) { id } }', { id }, people.warga);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

/** Asks for an import, sends its file, and waits until it is over. */
async function run(kind: 'UNITS' | 'OFFICERS', isDryRun: boolean, csv: string): Promise<SeenImport> {
  const { import: opened, upload } = await openImport(kind, isDryRun, people.coordinatorBandung);
  expect(await sendFile(upload?.address ?? '', csv)).toEqual({ status: 202, code: null });
  return eventually(async () => {
    const seen = await seeImport(opened?.id ?? '', people.coordinatorBandung);
    if (!seen || !['DONE', 'REFUSED', 'FAILED'].includes(seen.state)) throw new Error(seen?.state);
    return seen;
  }, 30_000);
}

async function rowsOf(id: string): Promise<SeenImport['rows']['nodes']> {
  const { import: found } = await ask<{ import: Pick<SeenImport, 'rows'> }>(
    'query ($id: ID!) { import(id: $id) { rows(first: 100, outcome: REFUSED) { nodes { row column code outcome } } } }',
    { id },
    people.coordinatorBandung,
  );
  return found.rows.nodes;
}

async function unitsFound(): Promise<number> {
  const { agencies } = await ask<{ agencies: { nodes: object[] } }>(
    `{ agencies(filter: { query: "${BATCH}.0" }) { nodes { code } } }`,
  );
  return agencies.nodes.length;
}

async function signedUp(): Promise<Person> {
  const given = { email: `petugas.${randomUUID()}@contoh.test`, password: 'kata sandi yang panjang' };
  await ask('mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }', {
    input: { ...given, displayName: 'Petugas Baru' },
  });
  const { accessToken } = await account('signIn', given);
  return { email: given.email, accountId: '', token: accessToken ?? '' };
}
