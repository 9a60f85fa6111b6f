import { describe, expect, it } from '@jest/globals';
import { ALL, allBut, aPublishedReport, EVERYBODY, type Somebody } from '../../test/support/builders.js';
import { presentReport } from './report.presenter.js';
import type { ReportEntity } from './report.entity.js';
import type { Report } from './report.type.js';

const FILED_AT = new Date('2026-07-09T20:34:56.789Z');
/** Midnight in Jakarta of that instant, which is Friday there already. */
const FILED_ON = new Date('2026-07-10T00:00:00+07:00');
const CLOSED_AT = new Date('2026-07-20T03:21:09Z');
const CLOSED_ON = new Date('2026-07-20T00:00:00+07:00');

const ROW = aPublishedReport({
  title: 'Judul asli',
  body: 'Isi asli, telepon saya 0812-3456-7890.',
  place: 'Rumah saya, 0812-3456-7890',
  submittedAt: FILED_AT,
  ownerTag: Buffer.alloc(32),
});

/** Everybody who reads a report as it was filed. */
const READERS: readonly Somebody[] = [
  'the reporter',
  'an officer of the holder',
  'an intake officer of the holder',
  'the admin of the holder',
  'the coordinator of the house',
  'the coordinator of the province',
  'the national desk',
];

function shown(row: ReportEntity, who: Somebody): Report {
  const report = presentReport(row, EVERYBODY[who]);
  if (!report) throw new Error(`${who} should see that there is such a report.`);
  return report;
}

describe('a public report', () => {
  it.each([...READERS, 'the Ombudsman', 'an observer of KSP'] as const)(
    'is shown to %s as it was filed',
    (who) => {
      expect(shown(ROW, who)).toMatchObject({
        title: 'Judul asli',
        body: 'Isi asli, telepon saya 0812-3456-7890.',
        place: { description: 'Rumah saya, 0812-3456-7890' },
        submittedAt: FILED_AT,
      });
    },
  );

  it.each(allBut(...READERS, 'the Ombudsman', 'an observer of KSP'))(
    'is shown to %s as it was published',
    (who) => {
      expect(shown(ROW, who)).toMatchObject({
        title: 'Jalan berlubang',
        body: 'Sudah dua orang jatuh.',
        place: { description: 'Rumah saya, [nomor telepon disembunyikan]' },
        incidentDate: '2026-07-08',
        submittedAt: FILED_AT,
      });
    },
  );
});

describe('an anonymous report', () => {
  const closed = { ...ROW, isAnonymous: true, state: 'CLOSED', closedAt: CLOSED_AT } as const;

  it.each(allBut('the reporter'))('shows %s the day alone of what its reporter did', (who) => {
    const report = shown({ ...closed, closeReason: 'CONFIRMED' }, who);
    expect(report.submittedAt).toEqual(FILED_ON);
    expect(report.closedAt).toEqual(CLOSED_ON);
  });

  it('shows its reporter every instant', () => {
    const report = shown({ ...closed, closeReason: 'CONFIRMED' }, 'the reporter');
    expect([report.submittedAt, report.closedAt]).toEqual([FILED_AT, CLOSED_AT]);
  });

  it('shows everybody when the office closed it', () => {
    for (const who of ALL)
      expect(shown({ ...closed, closeReason: 'SILENCE_10HK' }, who).closedAt).toEqual(CLOSED_AT);
  });
});

describe('a secret report', () => {
  const secret = { ...ROW, isSecret: true, publishedAt: null };

  it.each(READERS)('is shown to %s as it was filed', (who) => {
    expect(shown(secret, who)).toMatchObject({ title: 'Judul asli', incidentDate: '2026-07-08' });
  });

  it.each(allBut(...READERS, 'the Ombudsman'))('is not there for %s', (who) => {
    expect(presentReport(secret, EVERYBODY[who])).toBeNull();
  });

  it('shows the Ombudsman that there is one, and nothing of what it says', () => {
    expect(shown(secret, 'the Ombudsman')).toMatchObject({
      state: 'DISPATCHED',
      title: null,
      body: null,
      place: null,
      incidentDate: null,
    });
  });
});
