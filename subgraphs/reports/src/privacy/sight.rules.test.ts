import { describe, expect, it } from '@jest/globals';
import { ALL, aPublishedReport, aReport, EVERYBODY, type Somebody } from '../../test/support/builders.js';
import { OVERSIGHT_STAGES } from '../report/report-state.js';
import type { ReportEntity } from '../report/report.entity.js';
import { consentReaderOf, type Sight, sightOf } from './sight.rules.js';

const HIDDEN: Sight = {
  exists: false,
  content: 'NONE',
  reporter: false,
  office: false,
  attachments: 'NONE',
  exactTimes: false,
};

/** A sight in one word each: content, then what else is shown. */
function sight(
  content: Sight['content'],
  ...shown: readonly ('reporter' | 'office' | 'exactTimes' | 'all files' | 'public files')[]
): Sight {
  const sees = (what: (typeof shown)[number]): boolean => shown.includes(what);
  return {
    exists: true,
    content,
    reporter: sees('reporter'),
    office: sees('office'),
    attachments: sees('all files') ? 'ALL' : sees('public files') ? 'PUBLIC' : 'NONE',
    exactTimes: sees('exactTimes'),
  };
}

const OWN = sight('FULL', 'reporter', 'all files', 'exactTimes');
const OFFICE = sight('FULL', 'reporter', 'office', 'all files', 'exactTimes');
const OFFICE_ANONYMOUS = sight('FULL', 'office', 'all files');
const PUBLISHED = sight('REDACTED', 'public files', 'exactTimes');
const PUBLISHED_ANONYMOUS = sight('REDACTED', 'public files');

type Case =
  'open' | 'anonymous' | 'secret' | 'anonymous and secret' | 'not verified' | 'anonymous and not verified';

const REPORTS = {
  open: aPublishedReport(),
  anonymous: aPublishedReport({ isAnonymous: true }),
  secret: aPublishedReport({ isSecret: true }),
  'anonymous and secret': aPublishedReport({ isAnonymous: true, isSecret: true }),
  'not verified': aReport(),
  'anonymous and not verified': aReport({ isAnonymous: true }),
} as const satisfies Readonly<Record<Case, object>>;

const INSIDE: Readonly<Record<Case, Sight>> = {
  open: OFFICE,
  anonymous: OFFICE_ANONYMOUS,
  secret: OFFICE,
  'anonymous and secret': OFFICE_ANONYMOUS,
  'not verified': OFFICE,
  'anonymous and not verified': OFFICE_ANONYMOUS,
};

const OUTSIDE: Readonly<Record<Case, Sight>> = {
  open: PUBLISHED,
  anonymous: PUBLISHED_ANONYMOUS,
  secret: HIDDEN,
  'anonymous and secret': HIDDEN,
  'not verified': HIDDEN,
  'anonymous and not verified': HIDDEN,
};

/** The visibility matrix. */
const MATRIX: Readonly<Record<Somebody, Readonly<Record<Case, Sight>>>> = {
  'the public': OUTSIDE,
  'the reporter': {
    open: OWN,
    anonymous: OWN,
    secret: OWN,
    'anonymous and secret': OWN,
    'not verified': OWN,
    'anonymous and not verified': OWN,
  },
  'an officer of the holder': INSIDE,
  'an intake officer of the holder': INSIDE,
  'an integrator of the holder': OUTSIDE,
  'the admin of the holder': INSIDE,
  'the coordinator of the house': INSIDE,
  'the coordinator of the province': INSIDE,
  'the national desk': INSIDE,
  'the Ombudsman': {
    open: sight('FULL', 'office', 'public files', 'exactTimes'),
    anonymous: sight('FULL', 'office', 'public files'),
    secret: sight('NONE', 'exactTimes'),
    'anonymous and secret': sight('NONE'),
    'not verified': sight('FULL', 'office', 'exactTimes'),
    'anonymous and not verified': sight('FULL', 'office'),
  },
  'an observer of KSP': {
    open: sight('FULL', 'public files', 'exactTimes'),
    anonymous: sight('FULL', 'public files'),
    secret: HIDDEN,
    'anonymous and secret': HIDDEN,
    'not verified': sight('FULL', 'exactTimes'),
    'anonymous and not verified': sight('FULL'),
  },
  'an officer next door': OUTSIDE,
  'the coordinator of a ministry': OUTSIDE,
};

describe('sight of a report', () => {
  const cases = ALL.flatMap((who) => (Object.keys(REPORTS) as Case[]).map((which) => [who, which] as const));

  it.each(cases)('shows %s of a report that is %s no more than the matrix says', (who, which) => {
    expect(sightOf(REPORTS[which], EVERYBODY[who])).toEqual(MATRIX[who][which]);
  });

  it('never hands out who reported anonymously, to anybody but the reporter', () => {
    for (const who of ALL) {
      for (const report of Object.values(REPORTS).filter(({ isAnonymous }) => isAnonymous)) {
        expect(sightOf(report, EVERYBODY[who]).reporter).toBe(who === 'the reporter');
      }
    }
  });

  describe('of the Ombudsman by consent', () => {
    const STAGES = [null, ...OVERSIGHT_STAGES];
    const CONSENTED: readonly (string | null)[] = ['CONSENTED', 'TRANSFERRED', 'CONCLUDED'];
    const secret = (
      oversightStage: (typeof STAGES)[number],
      oversightRevealsIdentity: boolean,
    ): ReportEntity =>
      aPublishedReport({ isAnonymous: true, isSecret: true, oversightStage, oversightRevealsIdentity });

    it.each(STAGES)('at %s holds a secret report only after it was given', (stage) => {
      const isGiven = CONSENTED.includes(stage);
      expect(sightOf(secret(stage, false), EVERYBODY['the Ombudsman'])).toEqual(
        isGiven ? sight('FULL', 'office') : sight('NONE'),
      );
      expect(sightOf(secret(stage, true), EVERYBODY['the Ombudsman'])).toEqual(
        isGiven
          ? { ...sight('FULL', 'reporter', 'office', 'exactTimes'), attachments: 'ALL' }
          : sight('NONE'),
      );
    });

    it.each(ALL)('changes nothing for %s, unless it is them', (who) => {
      for (const stage of STAGES) {
        const before = sightOf(secret(null, false), EVERYBODY[who]);
        const after = sightOf(secret(stage, true), EVERYBODY[who]);
        if (who !== 'the Ombudsman') expect(after).toEqual(before);
        const isWrittenDown = consentReaderOf(secret(stage, true), EVERYBODY[who]) !== null;
        expect(isWrittenDown).toBe(who === 'the Ombudsman' && CONSENTED.includes(stage));
      }
    });

    it('names nobody whose consent does not, be the report anonymous or not', () => {
      for (const isAnonymous of [false, true]) {
        const report = aPublishedReport({ isAnonymous, oversightStage: 'TRANSFERRED' });
        expect(sightOf(report, EVERYBODY['the Ombudsman']).reporter).toBe(false);
      }
    });
  });

  it('keeps the office to itself: a reporter who also serves at the holder reads as the reporter', () => {
    const both = { ...EVERYBODY['an officer of the holder'], isReporter: true };
    expect(sightOf(REPORTS.anonymous, both)).toEqual(OWN);
  });
});
