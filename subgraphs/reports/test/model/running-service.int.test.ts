import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ReportsService, startReports } from '../support/reports-service.js';
import { createSweeper, type Sweeper } from '../support/sweeper.js';
import { Coverage } from './coverage.js';
import { anyHistory } from './happenings.js';
import { forgetReports, LivedService, plantOffice } from './lived-service.js';

const HISTORIES = 150;

let service: ReportsService;
let sweeper: Sweeper;

beforeAll(async () => {
  service = await startReports();
  sweeper = await createSweeper(service);
  await plantOffice(service);
}, 60_000);
afterAll(async () => {
  await sweeper.close();
  await service.close();
});

it('keeps every invariant in the tables, offers what it accepts, and accepts nothing else', async () => {
  const coverage = new Coverage();
  const starts = fc.date({
    min: new Date('2026-01-02T01:00:00Z'),
    max: new Date('2026-12-31T10:00:00Z'),
    noInvalidDate: true,
  });
  const course = { weights: { REORGANISE: 1, AMEND: 0, RECALCULATE: 0 }, atLeast: 8, atMost: 16 };
  const property = fc.asyncProperty(starts, anyHistory(course), async (start, history) => {
    await forgetReports(service);
    await new LivedService(service, sweeper, coverage, start).live(history);
  });
  await fc.assert(property, { numRuns: HISTORIES, endOnFailure: true });
  process.stdout.write(`The running service: ${HISTORIES} histories, ${coverage.toString()}\n`);
  expect(coverage.unexpected).toEqual([]);
}, 400_000);
