import { describe, expect, it } from '@jest/globals';
import { agencyId } from '../../test/support/small-tree.js';
import {
  allBut,
  aPublishedReport,
  EVERYBODY,
  HOLDER,
  NOON,
  type Somebody,
} from '../../test/support/builders.js';
import { OUTCOMES, REPORT_STATES } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';
import {
  decideAcceptance,
  decideConfirmation,
  decideFollowUp,
  decideReply,
  decideSilentClosing,
  type FollowUpDraft,
} from './follow-up.rules.js';

const TODAY = '2026-07-10';
const OFFICER = EVERYBODY['an officer of the holder'];
const REPORTER = EVERYBODY['the reporter'];
const ACTOR = { role: 'LIAISON_OFFICER', agencyId: agencyId(HOLDER), officerId: OFFICER.atHolder?.officerId };
const HANDLERS: readonly Somebody[] = ['an officer of the holder', 'the admin of the holder'];

const HELD = aPublishedReport();
const RESPONDED = aPublishedReport({ state: 'RESPONDED', firstFollowUpAt: NOON, respondedAt: NOON });

const TERMS = { today: TODAY, now: NOON, requiresApproval: false };

const NOT_ALLOWED = { ok: false, refusal: { kind: 'NotAllowed' } };

function anInterim(changes: Partial<FollowUpDraft> = {}): FollowUpDraft {
  const body = 'Tim survei sudah turun.';
  return { id: 'follow-up-1', kind: 'INTERIM', body, outcome: null, promisedDate: null, ...changes };
}

function aFinal(changes: Partial<FollowUpDraft> = {}): FollowUpDraft {
  return anInterim({ kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal.', ...changes });
}

describe('accepting', () => {
  it('names the officer in charge and is not yet a follow-up', () => {
    expect(decideAcceptance(HELD, OFFICER)).toEqual({
      ok: true,
      value: { act: 'ACCEPT', actor: ACTOR, fields: { handlerOfficerId: ACTOR.officerId } },
    });
  });

  it.each(allBut(...HANDLERS))('is not for %s', (who) => {
    expect(decideAcceptance(HELD, EVERYBODY[who])).toEqual(NOT_ALLOWED);
  });

  it.each(REPORT_STATES.filter((state) => state !== 'DISPATCHED'))(
    'is not done to a report that is %s',
    (state) => {
      const decision = decideAcceptance({ ...HELD, state }, OFFICER);
      expect(decision).toEqual({ ok: false, refusal: { kind: 'ReportNotInState', state } });
    },
  );
});

describe('following up', () => {
  it('tells what was done so far, and the first one is kept as the first', () => {
    expect(decideFollowUp(HELD, OFFICER, anInterim(), TERMS)).toEqual({
      ok: true,
      value: {
        act: 'FOLLOW_UP',
        actor: ACTOR,
        followUp: { id: 'follow-up-1', kind: 'INTERIM', body: 'Tim survei sudah turun.' },
        fields: { firstFollowUpAt: NOON, handlerOfficerId: ACTOR.officerId },
      },
    });
    const earlier = new Date('2026-07-09T02:00:00Z');
    const again = { ...HELD, firstFollowUpAt: earlier, handlerOfficerId: 'somebody-else' };
    expect(decideFollowUp(again, OFFICER, anInterim(), TERMS)).toMatchObject({
      value: { fields: { firstFollowUpAt: earlier, handlerOfficerId: 'somebody-else' } },
    });
  });

  it('answers finally, with an outcome', () => {
    expect(decideFollowUp(HELD, OFFICER, aFinal(), TERMS)).toMatchObject({
      ok: true,
      value: { act: 'RESPOND', followUp: { kind: 'FINAL', outcome: 'FIXED' }, fields: { respondedAt: NOON } },
    });
  });

  it.each(HANDLERS)('is for %s', (who) => {
    expect(decideFollowUp(HELD, EVERYBODY[who], anInterim(), TERMS)).toMatchObject({ ok: true });
  });

  it.each(allBut(...HANDLERS))('is not for %s', (who) => {
    expect(decideFollowUp(HELD, EVERYBODY[who], anInterim(), TERMS)).toEqual(NOT_ALLOWED);
  });

  it.each(REPORT_STATES.filter((state) => !mayBeginIn('FOLLOW_UP', state)))(
    'is not done to a report that is %s',
    (state) => {
      for (const draft of [anInterim(), aFinal()]) {
        const decision = decideFollowUp({ ...HELD, state }, OFFICER, draft, TERMS);
        expect(decision).toEqual({ ok: false, refusal: { kind: 'ReportNotInState', state } });
      }
    },
  );

  it('needs a draft and its approval where the agency requires one, of every kind and from everybody', () => {
    for (const draft of [anInterim(), aFinal(), aFinal({ body: '' })])
      for (const who of HANDLERS) {
        const decision = decideFollowUp(HELD, EVERYBODY[who], draft, { ...TERMS, requiresApproval: true });
        expect(decision).toEqual({ ok: false, refusal: { kind: 'ApprovalRequired' } });
      }
  });

  it.each([
    ['body', 'EMPTY', anInterim({ body: '\n\t' })],
    ['body', 'TOO_SHORT', anInterim({ body: 'Proses.' })],
    ['body', 'TOO_LONG', aFinal({ body: 'a'.repeat(8_001) })],
    ['body', 'UNREADABLE', aFinal({ body: 'Sudah\u0000 diperbaiki' })],
    ['outcome', 'MALFORMED', anInterim({ outcome: 'FIXED' })],
    ['outcome', 'EMPTY', aFinal({ outcome: null })],
    ['promisedDate', 'EMPTY', aFinal({ outcome: 'SCHEDULED' })],
    ['promisedDate', 'MALFORMED', aFinal({ outcome: 'SCHEDULED', promisedDate: TODAY })],
  ])('refuses a %s that is %s', (field, reason, draft) => {
    const decision = decideFollowUp(HELD, OFFICER, draft, TERMS);
    expect(decision).toEqual({ ok: false, refusal: { kind: 'InvalidInput', field, reason } });
  });

  it('keeps a promised day with the outcome SCHEDULED alone', () => {
    for (const outcome of OUTCOMES) {
      const decision = decideFollowUp(HELD, OFFICER, aFinal({ outcome, promisedDate: '2026-07-11' }), TERMS);
      const promise = outcome === 'SCHEDULED' ? { promisedDate: '2026-07-11' } : {};
      expect(decision).toMatchObject({ ok: true });
      expect(decision.ok && decision.value.followUp).toEqual({
        id: 'follow-up-1',
        kind: 'FINAL',
        body: 'Lubang sudah ditambal.',
        outcome,
        ...promise,
      });
    }
  });
});

describe('replying', () => {
  const reply = { id: 'reply-1', body: 'Tambalannya lepas lagi.' };

  it('takes the answer back and counts it against the agency', () => {
    expect(decideReply(RESPONDED, REPORTER, reply)).toEqual({
      ok: true,
      value: {
        act: 'REPLY',
        actor: { role: 'REPORTER', agencyId: null, officerId: null },
        reason: 'REJECTED_BY_REPORTER',
        followUp: { id: 'reply-1', kind: 'REPLY', body: 'Tambalannya lepas lagi.' },
        fields: { respondedAt: null, rejectionCount: 1 },
      },
    });
  });

  it.each(allBut('the reporter'))('is not for %s', (who) => {
    expect(decideReply(RESPONDED, EVERYBODY[who], reply)).toEqual(NOT_ALLOWED);
  });

  it('waits for a reminder that was not sent', () => {
    const time = { endsAt: NOON, owesReminder: true };
    expect(decideSilentClosing(RESPONDED, time, new Date(NOON.getTime() + 1))).toEqual({
      ok: false,
      refusal: { kind: 'ReporterIsNotReminded' },
    });
  });

  it.each(REPORT_STATES.filter((state) => state !== 'RESPONDED'))(
    'needs an answer first, not a report that is %s',
    (state) => {
      const decision = decideReply({ ...RESPONDED, state }, REPORTER, reply);
      expect(decision).toEqual({ ok: false, refusal: { kind: 'ReportNotInState', state } });
    },
  );

  it.each([
    ['EMPTY', ''],
    ['TOO_SHORT', 'ya'],
    ['TOO_LONG', 'a'.repeat(4_001)],
    ['UNREADABLE', 'belum \u2066selesai'],
  ])('refuses a text that is %s', (reason, body) => {
    const decision = decideReply(RESPONDED, REPORTER, { ...reply, body });
    expect(decision).toEqual({ ok: false, refusal: { kind: 'InvalidInput', field: 'body', reason } });
  });
});

describe('confirming', () => {
  it.each([null, 1, 5])('closes the report, with the rating %s', (rating) => {
    expect(decideConfirmation(RESPONDED, REPORTER, rating, NOON)).toEqual({
      ok: true,
      value: {
        act: 'CONFIRM',
        actor: { role: 'REPORTER', agencyId: null, officerId: null },
        fields: { closedAt: NOON, closeReason: 'CONFIRMED', rating },
      },
    });
  });

  it.each([0, 6, -1, 2.5, Number.NaN])('does not take %s for a rating', (rating) => {
    expect(decideConfirmation(RESPONDED, REPORTER, rating, NOON)).toEqual({
      ok: false,
      refusal: { kind: 'InvalidInput', field: 'rating', reason: 'MALFORMED' },
    });
  });

  it.each(allBut('the reporter'))('is not for %s', (who) => {
    expect(decideConfirmation(RESPONDED, EVERYBODY[who], 5, NOON)).toEqual(NOT_ALLOWED);
  });

  it.each(REPORT_STATES.filter((state) => state !== 'RESPONDED'))(
    'needs an answer first, not a report that is %s',
    (state) => {
      const decision = decideConfirmation({ ...RESPONDED, state }, REPORTER, 5, NOON);
      expect(decision).toEqual({ ok: false, refusal: { kind: 'ReportNotInState', state } });
    },
  );
});

describe('closing by silence', () => {
  it('waits until the reporter has let the whole time pass', () => {
    const after = new Date(NOON.getTime() + 1);
    const stillTime = { ok: false, refusal: { kind: 'ReporterStillHasTime' } };
    expect(decideSilentClosing(RESPONDED, { endsAt: NOON, owesReminder: false }, NOON)).toEqual(stillTime);
    expect(decideSilentClosing(RESPONDED, { endsAt: null, owesReminder: false }, NOON)).toEqual(stillTime);
    expect(decideSilentClosing(RESPONDED, { endsAt: NOON, owesReminder: false }, after)).toEqual({
      ok: true,
      value: {
        act: 'AUTO_CLOSE',
        actor: { role: 'SYSTEM', agencyId: null, officerId: null },
        fields: { closedAt: after, closeReason: 'SILENCE_10HK' },
      },
    });
  });

  it.each(REPORT_STATES.filter((state) => state !== 'RESPONDED'))(
    'never closes a report that is %s',
    (state) => {
      const decision = decideSilentClosing(
        { ...RESPONDED, state },
        { endsAt: new Date(0), owesReminder: false },
        NOON,
      );
      expect(decision).toEqual({ ok: false, refusal: { kind: 'ReportNotInState', state } });
    },
  );
});
