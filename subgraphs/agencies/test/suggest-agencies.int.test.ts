import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@satu-pintu/test-kit';
import { loadedDatabase } from './support/agencies-database.js';
import { type AgenciesUnderTest, citizen, startAgencies } from './support/running-agencies.js';
import { statementsDuring } from './support/statements.js';

const SUGGEST = /* GraphQL */ `
  query ($draft: ReportDraft!) {
    suggestAgencies(draft: $draft) {
      agency {
        code
        name
        isActive
      }
      score
      reasons
    }
  }
`;

interface Suggestion {
  readonly agency: { readonly code: string; readonly name: string; readonly isActive: boolean };
  readonly score: number;
  readonly reasons: readonly string[];
}

const POTHOLE = {
  title: 'Jalan berlubang di Coblong',
  body: 'Jalan Dago berlubang sejak dua bulan, dua motor sudah jatuh.',
  categoryId: '08.007',
  regionCode: '32.73.02',
};

describe('Suggested agencies', () => {
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

  async function suggest(draft: object): Promise<readonly Suggestion[]> {
    const { data, errors } = await agencies.ask(SUGGEST, { draft });
    expect(errors).toEqual([]);
    return (data as { suggestAgencies: readonly Suggestion[] }).suggestAgencies;
  }

  async function codes(draft: object): Promise<readonly string[]> {
    return (await suggest(draft)).map(({ agency }) => agency.code);
  }

  it('begin with the public works office of Bandung for a pothole in Bandung', async () => {
    const [first, ...others] = await suggest(POTHOLE);
    expect(first).toEqual({
      agency: {
        code: '32.73/1.03',
        name: 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Bandung',
        isActive: true,
      },
      score: 0.843,
      reasons: ['CATEGORY', 'REGION', 'WORDS'],
    });
    expect(others).toHaveLength(4);
  });

  it.each([
    ['a senior high school', { title: 'Atap SMAN 3 bocor', regionCode: '32.73' }, '32/1.01'],
    ['a primary school', { title: 'Atap SDN 3 bocor', regionCode: '32.73' }, '32.73/1.01'],
    ['a street in South Jakarta', { title: 'Trotoar rusak', regionCode: '31.74.06' }, '31/1.03'],
    ['power', { title: 'Listrik padam tiap malam', regionCode: '32.73' }, 'PLN'],
    ['a passport', { title: 'Antrean paspor' }, 'KEMENIMIPAS'],
    ['gambling, for a ministry of today', { categoryId: '36.010' }, 'KOMDIGI'],
    ['water, for the government of the enterprise', { title: 'Air mati', regionCode: '32.73' }, '32.73'],
  ])('begin with whoever is in charge of %s', async (_what, draft, code) => {
    expect((await codes(draft))[0]).toBe(code);
  });

  it('are the same for the same draft and for any viewer', async () => {
    const asVisitor = await suggest(POTHOLE);
    const asCitizen = await agencies.ask(SUGGEST, { draft: POTHOLE }, citizen);
    expect(asCitizen.data).toEqual({ suggestAgencies: asVisitor });
  });

  it('are none for an empty draft', async () => {
    expect(await suggest({})).toEqual([]);
    expect(await suggest({ title: ' ', body: null, categoryId: '99', regionCode: '99.99' })).toEqual([]);
  });

  it.each([
    ['title', 'x'.repeat(151)],
    ['body', 'x'.repeat(8_001)],
    ['body', 'a\u0000b'],
  ])('are refused where no report could have such a %s', async (field, text) => {
    const { errors } = await agencies.ask(SUGGEST, { draft: { [field]: text } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('are found with one statement', async () => {
    expect(await statementsDuring(() => suggest(POTHOLE))).toHaveLength(1);
  });

  it('leave out an agency that has ended since', async () => {
    expect((await codes({ title: 'Antrean paspor' }))[0]).toBe('KEMENIMIPAS');
    await agencies.database.query(`update agency set is_active = false where code = 'KEMENIMIPAS'`);
    expect(await codes({ title: 'Antrean paspor' })).not.toContain('KEMENIMIPAS');
  });
});
