import { beforeAll, describe, expect, it } from '@jest/globals';
import { act, ask, type Asker } from '../support/graph.js';
import { Listener } from '../support/listen.js';
import { everybody, type People } from '../support/people.js';
import {
  type Filed,
  filed,
  FINAL_ANSWER,
  PUBLIC_WORKS,
  succeeded,
  VERIFICATION,
} from '../support/reports.js';

const FOLLOW = /* GraphQL */ `
  query ($trackingId: ID!, $accessCode: String) {
    report(trackingId: $trackingId, accessCode: $accessCode) {
      state
      body
      viewerActions
    }
  }
`;
const NEWS = /* GraphQL */ `
  subscription ($trackingId: ID!, $accessCode: String) {
    reportChanged(trackingId: $trackingId, accessCode: $accessCode) {
      kind
      report {
        state
        agency {
          name
        }
      }
    }
  }
`;
const WRONG_CODE = 'ZZZZZ-ZZZZZ';
const VISITOR: Asker = null;

interface News {
  readonly reportChanged: { readonly kind: string; readonly report: { readonly state: string } };
}

let people: People;
let report: Filed;

beforeAll(async () => {
  people = await everybody();
  report = await filed(VISITOR, { isSecret: true });
});

/** What someone finds who knows the tracking id, and perhaps a code. */
async function found(accessCode: string | null, asker: Asker = VISITOR): Promise<object | null> {
  const { trackingId } = report;
  return (await ask<{ report: object | null }>(FOLLOW, { trackingId, accessCode }, asker)).report;
}

describe('a report filed without an account', () => {
  it('comes with a number of ten digits and a code of ten characters', () => {
    expect(report.trackingId).toMatch(/^\d{10}$/);
    expect(report.accessCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  });

  it('opens to whoever brings the code, as it may be typed', async () => {
    const typed = report.accessCode.toLowerCase().replace(/(.{5})/, '$1-');
    expect(await found(report.accessCode)).toMatchObject({ state: 'SUBMITTED' });
    expect(await found(typed)).toEqual(await found(report.accessCode));
  });

  it('does not exist for anybody else', async () => {
    expect(await found(null)).toBeNull();
    expect(await found(WRONG_CODE)).toBeNull();
    expect(await found(WRONG_CODE, people.warga)).toBeNull();
    expect(await found(null, people.warga)).toBeNull();
    const listener = Listener.open<News>(NEWS, { trackingId: report.trackingId, accessCode: WRONG_CODE });
    await listener.refused();
    expect(listener.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    await listener.close();
  });

  it('is followed, answered and closed with the code alone', async () => {
    const { id: reportId, trackingId, accessCode } = report;
    const listener = Listener.open<News>(NEWS, { trackingId, accessCode });
    await listener.listening(report);
    const verification = { ...VERIFICATION, reportId, agencyId: PUBLIC_WORKS };
    succeeded(await act('verifyReport', verification, people.coordinatorBandung));
    succeeded(await act('recordFollowUp', { ...FINAL_ANSWER, reportId }, people.worksOfficer));

    const reply = { reportId, body: 'Masih berlubang.' };
    expect(await act('replyToReport', reply, VISITOR)).toMatchObject({ code: 'REPORT_NOT_FOUND' });
    expect(await act('replyToReport', { ...reply, accessCode: WRONG_CODE }, VISITOR)).toMatchObject({
      code: 'REPORT_NOT_FOUND',
    });
    expect(succeeded(await act('replyToReport', { ...reply, accessCode }, VISITOR))).toBe('IN_PROGRESS');
    succeeded(await act('recordFollowUp', { ...FINAL_ANSWER, reportId }, people.worksOfficer));
    expect(succeeded(await act('confirmResolution', { reportId, accessCode, rating: 5 }, VISITOR))).toBe(
      'CLOSED',
    );

    const news = await listener.first(6);
    expect(news.map(({ reportChanged }) => reportChanged.kind)).toEqual([
      'VERIFY',
      'RESPOND',
      'REPLY',
      'OVERSIGHT_ELIGIBLE',
      'RESPOND',
      'CONFIRM',
    ]);
    expect(listener.errors).toEqual([]);
    await listener.close();
    expect(await found(accessCode)).toMatchObject({
      state: 'CLOSED',
      viewerActions: ['REOPEN', 'RAISE_PRIVACY', 'LOWER_PRIVACY'],
    });
  });

  it('tells a stranger who sees it that only its reporter may answer', async () => {
    const open = await filed(VISITOR);
    const verification = { ...VERIFICATION, reportId: open.id, agencyId: PUBLIC_WORKS };
    succeeded(await act('verifyReport', verification, people.coordinatorBandung));
    succeeded(await act('recordFollowUp', { ...FINAL_ANSWER, reportId: open.id }, people.worksOfficer));
    for (const accessCode of [null, WRONG_CODE, report.accessCode]) {
      const confirmation = { reportId: open.id, accessCode, rating: 1 };
      expect(await act('confirmResolution', confirmation, VISITOR)).toMatchObject({ code: 'NOT_ALLOWED' });
    }
  });
});
