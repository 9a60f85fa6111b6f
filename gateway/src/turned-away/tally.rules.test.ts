import { describe, expect, it } from '@jest/globals';
import { MOST_ACCOUNTS, MOST_FIELDS, QUIET_MS, Tally, TOGETHER_MS, type TurnedAway } from './tally.rules.js';

const START = Date.parse('2026-07-10T05:00:00Z');
const at = (ms: number): Date => new Date(START + ms);

const refused: TurnedAway = {
  accountId: 'warga',
  post: null,
  field: 'verifyReport',
  missing: 'report:VERIFY',
};

function newTally(): Tally {
  let ids = 0;
  return new Tally(() => String((ids += 1)));
}

describe('a refusal', () => {
  it('is told once, a moment later, with the time at which it happened', () => {
    const tally = newTally();
    expect(tally.count(refused, at(0))).toBe(true);
    expect(tally.takeDue(at(QUIET_MS - 1))).toEqual([]);
    expect(tally.takeDue(at(QUIET_MS))).toEqual([
      { ...refused, id: '1', at: '2026-07-10T05:00:00.000Z', times: 1 },
    ]);
    expect(tally.takeDue(at(QUIET_MS))).toEqual([]);
    expect(tally.takeDue(at(TOGETHER_MS))).toEqual([]);
    expect(tally.isEmpty).toBe(true);
  });

  it('is one entry with its number, however often it comes without a pause', () => {
    const tally = newTally();
    for (let ms = 0; ms < 1_000; ms += 1) {
      tally.count(refused, at(ms));
      expect(tally.takeDue(at(ms))).toEqual([]);
    }
    expect(tally.takeDue(at(1_000 + QUIET_MS))).toMatchObject([{ times: 1_000, at: at(0).toISOString() }]);
  });

  it('that comes again after a pause is told with all others of its minute', () => {
    const tally = newTally();
    tally.count(refused, at(0));
    expect(tally.takeDue(at(500))).toMatchObject([{ times: 1 }]);
    for (let ms = 1_000; ms < TOGETHER_MS; ms += 1_000) {
      tally.count(refused, at(ms));
      expect(tally.takeDue(at(ms + 500))).toEqual([]);
    }
    expect(tally.takeDue(at(TOGETHER_MS))).toMatchObject([{ times: 59, at: at(1_000).toISOString() }]);
  });

  it('without any pause is told every minute', () => {
    const tally = newTally();
    const told: number[] = [];
    for (let ms = 0; ms <= 3 * TOGETHER_MS; ms += 100) {
      tally.count(refused, at(ms));
      told.push(...tally.takeDue(at(ms)).map(({ times }) => times));
    }
    expect(told).toEqual([601, 601]);
    expect(tally.takeAll()).toMatchObject([{ times: 599 }]);
  });

  it('is told apart by account and by field', () => {
    const tally = newTally();
    tally.count(refused, at(0));
    tally.count({ ...refused, accountId: 'other' }, at(0));
    tally.count({ ...refused, field: 'mergeReports' }, at(0));
    expect(tally.takeDue(at(QUIET_MS))).toHaveLength(3);
  });

  it('is told at the end too', () => {
    const tally = newTally();
    tally.count(refused, at(0));
    expect(tally.takeAll()).toMatchObject([{ times: 1 }]);
    expect(tally.takeAll()).toEqual([]);
  });
});

describe('the room for refusals', () => {
  it('has one place for all that goes beyond twenty fields of an account', () => {
    const tally = newTally();
    for (let index = 0; index < 50; index += 1)
      tally.count({ ...refused, field: `field${String(index)}` }, at(0));
    const told = tally.takeDue(at(QUIET_MS));
    expect(told).toHaveLength(MOST_FIELDS + 1);
    expect(told.at(-1)).toMatchObject({ field: '*', missing: '*', times: 50 - MOST_FIELDS });
  });

  it('ends, and whoever is in it already is counted still', () => {
    const tally = newTally();
    for (let index = 0; index < MOST_ACCOUNTS; index += 1)
      expect(tally.count({ ...refused, accountId: String(index) }, at(0))).toBe(true);
    expect(tally.count(refused, at(0))).toBe(false);
    expect(tally.count({ ...refused, accountId: '0' }, at(0))).toBe(true);
    expect(tally.takeDue(at(TOGETHER_MS))).toHaveLength(MOST_ACCOUNTS);
    expect(tally.count(refused, at(TOGETHER_MS))).toBe(true);
  });
});
