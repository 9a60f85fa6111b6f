import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { aReport, ALL, EVERYBODY, type Somebody } from '../../test/support/builders.js';
import { ReportVersions } from './report-versions.js';

const versions = new ReportVersions(randomBytes(32).toString('base64url'));
const report = aReport({ version: 4 });
const later = aReport({ version: 5 });
const officer = EVERYBODY['an officer of the holder'];

/** Who can do something about a report, and so has something to come too late with. */
const INVOLVED: readonly Somebody[] = [
  'the reporter',
  'an officer of the holder',
  'an intake officer of the holder',
  'the admin of the holder',
  'the coordinator of the house',
  'the national desk',
  'the Ombudsman',
];

describe('the version of a report', () => {
  it('is the same until something is done, and then another one', () => {
    expect(versions.shownTo(officer, report)).toBe(versions.shownTo(officer, { ...report }));
    expect(versions.shownTo(officer, later)).not.toBe(versions.shownTo(officer, report));
  });

  it('is no number, and of two reports never the same', () => {
    expect(versions.shownTo(officer, report)).toMatch(/^[\w-]{16}$/);
    const other = { ...report, id: '7b0c2f0e-5d2f-4b8e-9a57-3d6e0a1f0c02' };
    expect(versions.shownTo(officer, other)).not.toBe(versions.shownTo(officer, report));
  });

  it.each(ALL)('is shown to who takes part alone: %s', (who) => {
    expect(versions.shownTo(EVERYBODY[who], report) !== null).toBe(INVOLVED.includes(who));
  });
});

describe('a request that answers to a version', () => {
  it('may name none', () => {
    expect(versions.conflictOf(report, officer, undefined)).toBeNull();
    expect(versions.conflictOf(report, officer, null)).toBeNull();
  });

  it('goes on with the present one', () => {
    expect(versions.conflictOf(report, officer, versions.shownTo(officer, report))).toBeNull();
  });

  it.each(['', '4', 'x', versions.shownTo(officer, report)])(
    'comes too late with another: %j, and learns where the report stands',
    (given) => {
      expect(versions.conflictOf(later, officer, given)).toEqual({
        kind: 'VersionConflict',
        version: versions.shownTo(officer, later),
        state: 'SUBMITTED',
      });
    },
  );

  it('learns nothing by guessing where no version is shown', () => {
    expect(versions.conflictOf(report, EVERYBODY['the public'], 'x')).toBeNull();
  });
});
