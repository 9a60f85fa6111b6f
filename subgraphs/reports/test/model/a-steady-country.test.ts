import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { liveHistories } from './histories.js';

const HISTORIES = 10_000;

it('keeps every invariant in every history, and every transition is made', () => {
  // Long weekends, Lebaran and the end of a year lie in the months after.
  const starts = fc.date({
    min: new Date('2026-01-02T01:00:00Z'),
    max: new Date('2026-12-31T10:00:00Z'),
    noInvalidDate: true,
  });
  const coverage = liveHistories(HISTORIES, starts);
  process.stdout.write(`A steady country: ${HISTORIES} histories, ${coverage.toString()}\n`);
  expect(coverage.missing).toEqual([]);
  expect(coverage.unexpected).toEqual([]);
}, 300_000);
