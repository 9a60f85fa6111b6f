import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { liveHistories } from './histories.js';

const HISTORIES = 10_000;

it('keeps every invariant while agencies end and begin, up to the last day of the calendar', () => {
  const starts = fc.date({
    min: new Date('2027-01-04T01:00:00Z'),
    max: new Date('2027-12-30T10:00:00Z'),
    noInvalidDate: true,
  });
  const coverage = liveHistories(HISTORIES, starts, { weights: { REORGANISE: 3 } });
  process.stdout.write(`A changing country: ${HISTORIES} histories, ${coverage.toString()}\n`);
  expect(coverage.missing).toEqual([]);
  expect(coverage.unexpected).toEqual([]);
}, 300_000);
