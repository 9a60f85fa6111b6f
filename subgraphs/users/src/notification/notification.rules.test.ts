import { describe, expect, it } from '@jest/globals';
import { nextAttempt, writeLetter } from './mail.rules.js';
import { AUDIENCES, isTold, NOTIFICATION_KINDS, tell } from './notification-texts.js';
import {
  isNews,
  kindOf,
  type ReportNews,
  tellsReporter,
  toldAgencies,
  toldAt,
} from './notification.rules.js';

const AT = new Date('2026-07-10T18:30:00.000Z');

function news(type: string, facts: Partial<ReportNews['facts']> = {}): ReportNews {
  const known = { reportId: 'r', trackingId: '5724000003', holderAgencyId: 'holder', isAnonymous: false };
  return { type, at: AT, facts: { ...known, ...facts } };
}

describe('a notification', () => {
  it('is of the kind of its event, and of a general one where there are no words yet', () => {
    expect(kindOf('report.followed-up')).toBe('FOLLOWED_UP');
    expect(kindOf('report.never-heard-of')).toBe('CHANGED');
  });

  it.each(['never-heard-of', 'oversight-consented', 'oversight-consent-withdrawn', 'oversight-declined'])(
    'of report.%s is for the reporter alone: the office is not to know',
    (name) => {
      expect(tellsReporter(news(`report.${name}`))).toBe(true);
      expect(toldAgencies(news(`report.${name}`))).toEqual([]);
    },
  );

  it('goes to the reporter and to who handles reports at the holder', () => {
    expect(tellsReporter(news('report.verified'))).toBe(true);
    expect(toldAgencies(news('report.verified')).map(({ agencyId }) => agencyId)).toEqual(['holder']);
    expect(toldAgencies(news('report.verified'))[0]?.roles).toContain('LIAISON_OFFICER');
    expect(toldAgencies(news('report.verified'))[0]?.roles).not.toContain('KSP_VIEWER');
  });

  it('of a reminder goes to one side, and of an escalation to the administrators above as well', () => {
    expect(toldAgencies(news('report.reporter-reminded'))).toEqual([]);
    expect(tellsReporter(news('report.holder-reminded'))).toBe(false);
    const [, above] = toldAgencies(news('report.escalated', { toAgencyId: 'above' }));
    expect(above).toMatchObject({ agencyId: 'above' });
    expect(above?.roles).not.toContain('LIAISON_OFFICER');
  });

  it('shows the office the day on which an anonymous reporter acted, in Jakarta, and all else to the minute', () => {
    const hidden = news('report.replied', { isAnonymous: true });
    expect(toldAt(hidden, 'OFFICE')).toEqual(new Date('2026-07-10T17:00:00.000Z'));
    expect(toldAt(hidden, 'REPORTER')).toEqual(AT);
    expect(toldAt(news('report.responded', { isAnonymous: true }), 'OFFICE')).toEqual(AT);
    expect(toldAt(news('report.replied'), 'OFFICE')).toEqual(AT);
  });

  it.each(NOTIFICATION_KINDS)(
    'has for %s a sentence in both languages that names the report and no more',
    (kind) => {
      for (const audience of AUDIENCES.filter((each) => isTold(kind, each))) {
        for (const locale of ['id', 'en'] as const) {
          const text = tell(kind, audience, '5724000003', locale);
          expect(text).toContain('5724000003');
          expect(text).not.toContain('{');
        }
      }
      expect(AUDIENCES.some((audience) => isTold(kind, audience))).toBe(true);
    },
  );
});

describe('an e-mail', () => {
  it('is worth sending for a day', () => {
    expect(isNews({ at: AT }, new Date(AT.getTime() + 86_400_000))).toBe(true);
    expect(isNews({ at: AT }, new Date(AT.getTime() + 86_400_001))).toBe(false);
  });

  it('is written in the language of the account', () => {
    expect(writeLetter('RESPONDED', 'REPORTER', '5724000003', 'en').text).toContain('was answered');
    expect(writeLetter('RESPONDED', 'REPORTER', '5724000003', 'id').subject).toBe('Satu Pintu: 5724000003');
  });

  it('is tried again after ever longer pauses, and given up in the end', () => {
    expect(nextAttempt(1, AT)).toEqual(new Date(AT.getTime() + 60_000));
    expect(nextAttempt(2, AT)).toEqual(new Date(AT.getTime() + 300_000));
    expect(nextAttempt(7, AT)).toBeNull();
  });
});
