import { describe, expect, it } from '@jest/globals';
import { allBut, aPost, aStanding, EVERYBODY, HOLDER, type Somebody } from '../../test/support/builders.js';
import { agencyAt, agencyId } from '../../test/support/small-tree.js';
import type { PlacedAppointment } from '../hierarchy/standing.js';
import { decideNote, noteReachOf } from './note.rules.js';

const TEXT = 'Sudah dicek ke lapangan.';
const OPEN = { isSecret: false };

/** Where the holder of one post stands towards a report of the works office, and whose notes they read there. */
function reachOf(post: PlacedAppointment, report = OPEN, isReporter = false) {
  return noteReachOf(report, aStanding([post], { isReporter }), [post]);
}

describe('writing a note', () => {
  const WRITERS: readonly Somebody[] = [
    'an officer of the holder',
    'an intake officer of the holder',
    'the admin of the holder',
    'the coordinator of the house',
    'the coordinator of the province',
    'the national desk',
  ];

  it.each(WRITERS)('is for %s, in the name of the own post', (who) => {
    const decision = decideNote(EVERYBODY[who], `  ${TEXT}\r\n`);
    expect(decision).toMatchObject({ ok: true, value: { body: TEXT } });
  });

  it.each(allBut(...WRITERS))('is not for %s', (who) => {
    expect(decideNote(EVERYBODY[who], TEXT)).toMatchObject({ refusal: { kind: 'NotAllowed' } });
  });

  it('is not for its reporter, who may be an officer of the holder too', () => {
    const standing = aStanding([aPost('AGENCY_ADMIN', HOLDER)], { isReporter: true });
    expect(decideNote(standing, TEXT)).toMatchObject({ refusal: { kind: 'NotAllowed' } });
  });

  it.each([
    ['nothing', ' ', 'EMPTY'],
    ['two letters', 'ok', 'TOO_SHORT'],
    ['a book', 'a'.repeat(4_001), 'TOO_LONG'],
    ['what cannot be read', 'catatan\u0000', 'UNREADABLE'],
  ])('takes no note of %s', (_what, text, reason) => {
    const refusal = { kind: 'InvalidInput', field: 'body', reason };
    expect(decideNote(EVERYBODY['an officer of the holder'], text)).toMatchObject({ refusal });
  });
});

describe('the reach of a reader', () => {
  it('is, at the holder, the own notes and those from above in the house', () => {
    expect(reachOf(aPost('LIAISON_OFFICER', HOLDER))).toEqual({
      all: false,
      agencies: [agencyId(HOLDER)],
      overseen: [],
      houses: [agencyAt(HOLDER).housePath],
    });
  });

  it('is, above the holder, all that was written at the own place and below', () => {
    const city = aPost('COORDINATOR_ADMIN', '32.73');
    expect(reachOf(city)).toMatchObject({ overseen: [city.place.path], houses: [city.place.housePath] });
    const province = aPost('COORDINATOR_ADMIN', '32');
    expect(reachOf(province)).toMatchObject({ overseen: [province.place.path], houses: [] });
  });

  it('is the own notes alone for an office that does not hold it any more', () => {
    const reach = reachOf(aPost('LIAISON_OFFICER', '32.73/1.02'));
    expect(reach).toEqual({ all: false, agencies: [agencyId('32.73/1.02')], overseen: [], houses: [] });
  });

  it('is everything for the Ombudsman, save of a secret report', () => {
    expect(reachOf(aPost('OMBUDSMAN', 'OMBUDSMAN')).all).toBe(true);
    expect(reachOf(aPost('OMBUDSMAN', 'OMBUDSMAN'), { isSecret: true }).all).toBe(false);
  });

  it.each(['KSP_VIEWER', 'MOHA_EVALUATOR', 'ANALYST', 'INTEGRATOR'] as const)('is nothing for %s', (role) => {
    const nothing = { all: false, agencies: [], overseen: [], houses: [] };
    expect(reachOf(aPost(role, HOLDER))).toEqual(nothing);
  });

  it('is nothing for its reporter, whatever post they hold', () => {
    const nothing = { all: false, agencies: [], overseen: [], houses: [] };
    for (const role of ['LIAISON_OFFICER', 'COORDINATOR_ADMIN', 'OMBUDSMAN'] as const)
      expect(reachOf(aPost(role, HOLDER), OPEN, true)).toEqual(nothing);
  });
});
