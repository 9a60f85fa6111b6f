import { describe, expect, it } from '@jest/globals';
import type { AuditedDeed } from './audit-entry.js';
import { isDenial, writeDown } from './write-down.rules.js';

const AGENCIES = ['0b26cbbf-7b53-4d63-8df2-3f1e7a0f3c01', '9c55a5a9-30f7-4f0c-9c3b-5d6f4a1b7e02'] as const;
const [A, B] = AGENCIES;
const OFFICER = { kind: 'OFFICER', officerId: A, agencyId: A, role: 'LIAISON_OFFICER' } as const;
const NOW = new Date('2026-07-10T18:30:15.926Z');

const deed: AuditedDeed = {
  action: 'acceptReport',
  outcome: 'ACCEPTED',
  code: null,
  actor: OFFICER,
  subject: { kind: 'REPORT', id: B },
  agencyIds: [B, A, B],
};

describe('an entry', () => {
  it('says when an officer acted, to the millisecond, and names each agency once', () => {
    expect(writeDown(deed, NOW)).toEqual({
      ...deed,
      agencyIds: [A, B],
      at: NOW.toISOString(),
      isDayOnly: false,
      isPrivate: false,
    });
  });

  it('says of a refusal at the door what was missing and how often, and nothing of it elsewhere', () => {
    const atDoor = { missing: 'report:VERIFY', times: 1_000 };
    expect(writeDown({ ...deed, atDoor }, NOW)).toMatchObject({ atDoor });
    expect(writeDown(deed, NOW)).not.toHaveProperty('atDoor');
  });

  it.each(['REPORTER', 'SOMEBODY'] as const)('says of %s only the day in Jakarta', (kind) => {
    const written = writeDown({ ...deed, actor: { kind } }, NOW);
    expect(written).toMatchObject({ at: '2026-07-10T17:00:00.000Z', isDayOnly: true, actor: { kind } });
    expect(writeDown({ ...deed, actor: { kind } }, new Date('2026-07-10T16:59:59.999Z')).at).toBe(
      '2026-07-09T17:00:00.000Z',
    );
  });
});

describe('an id that cannot exist', () => {
  it('is written down nowhere: whoever sends it could write anything into it', () => {
    const written = writeDown({ ...deed, subject: { kind: 'REPORT', id: 'Budi' }, agencyIds: ['Budi'] }, NOW);
    expect(written).toMatchObject({ subject: null, agencyIds: [] });
  });
});

describe('an id that was sent in capitals', () => {
  it('is written down as everywhere else, or lists would seem to tell otherwise, and names its agency once', () => {
    const sent = { ...deed, subject: { kind: 'REPORT' as const, id: B.toUpperCase() } };
    const written = writeDown({ ...sent, agencyIds: [A, B.toUpperCase(), B] }, NOW);
    expect(written).toMatchObject({ subject: { kind: 'REPORT', id: B }, agencyIds: [A, B] });
  });
});

describe('a refusal', () => {
  it('is a denial, unless it was written wrongly', () => {
    expect(['NotAllowed', 'ReportNotFound', 'ReportNotInState'].every((kind) => isDenial({ kind }))).toBe(
      true,
    );
    expect(isDenial({ kind: 'InvalidInput' })).toBe(false);
  });
});
