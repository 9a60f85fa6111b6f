import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@satu-pintu/test-kit';
import { loadedDatabase } from './support/agencies-database.js';
import { requestImport, runImport, seeImport } from './support/imports.js';
import { type AgenciesUnderTest, demoOfficer, startAgencies } from './support/running-agencies.js';

const ROWS = 10_000;
const MOST_MS = 60_000;

const numbers = Array.from({ length: ROWS }, (_, index) => index);
const unitCode = (index: number): string => `32.73/9${String(index).padStart(5, '0')}`;
/** A hundred offices with a hundred units each, the last ones first. */
const units = numbers
  .map((index) => `${unitCode(index)},Unit Kerja ${index},${index < 100 ? '32.73' : unitCode(index % 100)}`)
  .reverse();
const officers = numbers.map(
  (index) => `${unitCode(index)},LIAISON_OFFICER,Petugas ${index},petugas.${index}@bandung.test`,
);
const FILES = {
  UNITS: `code,name,parentCode\n${units.join('\n')}\n`,
  OFFICERS: `agencyCode,role,name,workEmail\n${officers.join('\n')}\n`,
};

describe('Ten thousand rows', () => {
  let test: TestDatabase;
  let agencies: AgenciesUnderTest;
  const coordinator = demoOfficer('koordinator.bandung@demo.test');

  beforeAll(async () => {
    test = await loadedDatabase();
    agencies = await startAgencies(test);
  }, 90_000);

  afterAll(async () => {
    await agencies.close();
    await test.drop();
  });

  it.each([
    ['UNITS', true],
    ['UNITS', false],
    ['OFFICERS', true],
    ['OFFICERS', false],
  ] as const)(
    'of %s (dry run: %s) take less than a minute',
    async (kind, isDryRun) => {
      const begun = performance.now();
      const seen = await runImport(agencies, { kind, isDryRun }, FILES[kind], coordinator);
      expect(seen).toMatchObject({ state: 'DONE', rowsRead: ROWS, rowsDone: ROWS, rowsCreated: ROWS });
      expect(performance.now() - begun).toBeLessThan(MOST_MS);
    },
    90_000,
  );

  it('show how far they are meanwhile', async () => {
    const wanted = { kind: 'OFFICERS', isDryRun: true } as const;
    const { import: opened, upload } = await requestImport(agencies, wanted, coordinator);
    await agencies.carry('PUT', upload?.address ?? '', coordinator, FILES.OFFICERS);
    const seen = new Set<number>();
    for (;;) {
      const now = await seeImport(agencies, opened?.id ?? '', coordinator);
      seen.add(now?.rowsDone ?? 0);
      if (now?.state === 'DONE') break;
      expect(['WAITING', 'RUNNING']).toContain(now?.state);
    }
    expect(seen.size).toBeGreaterThan(2);
  }, 90_000);
});
