import { describe, expect, it } from '@jest/globals';
import { type DoorRefusal, doorRefusalsPath, readDoorRefusals } from './door-refusal.js';

const ID = '0b26cbbf-7b53-4d63-8df2-3f1e7a0f3c01';
const refusal: DoorRefusal = {
  id: ID,
  at: '2026-07-10T05:00:00.000Z',
  field: 'verifyReport',
  missing: 'report:VERIFY',
  times: 3,
  accountId: ID,
  post: { officerId: ID, agencyId: ID, role: 'ANALYST' },
};

const read = (told: unknown): readonly DoorRefusal[] | null => {
  const body = JSON.stringify(told);
  return readDoorRefusals(doorRefusalsPath(body).slice('/door-refusals/'.length), body);
};

describe('refusals at the door', () => {
  it('are read as they were told', () => {
    const told = [refusal, { ...refusal, post: null, field: 'Agency.officers' }, { ...refusal, field: '*' }];
    expect(read(told)).toEqual(told);
    expect(read([])).toEqual([]);
  });

  it('are believed only under the digest that was signed', () => {
    const body = JSON.stringify([refusal]);
    expect(readDoorRefusals('', body)).toBeNull();
    expect(readDoorRefusals(doorRefusalsPath('[]').slice('/door-refusals/'.length), body)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['no list', refusal],
    ['more than go in one request', Array.from({ length: 201 }, () => refusal)],
    ['an id that is none', [{ ...refusal, id: 'x' }]],
    ['an account that is none', [{ ...refusal, accountId: null }]],
    ['no instant', [{ ...refusal, at: 'kemarin' }]],
    ['a text instead of a field', [{ ...refusal, field: 'jalan Braga' }]],
    ['a text instead of a right', [{ ...refusal, missing: 'jalan\nBraga' }]],
    ['what never happened', [{ ...refusal, times: 0 }]],
    ['half a time', [{ ...refusal, times: 1.5 }]],
    ['a post without a role', [{ ...refusal, post: { officerId: ID, agencyId: ID } }]],
    ['a role that nobody knows', [{ ...refusal, post: { officerId: ID, agencyId: ID, role: 'KING' } }]],
  ])('are not read where there is %s', (_case, told) => {
    expect(read(told)).toBeNull();
  });
});
