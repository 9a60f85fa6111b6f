import { describe, expect, it } from '@jest/globals';
import { allBut, aPublishedReport, aReport, EVERYBODY, NOON } from '../../test/support/builders.js';
import { REPORT_STATES } from '../report/report-state.js';
import {
  decideCompletion,
  decideCompletionRequest,
  decideExpiry,
  decideQuestion,
} from './completion.rules.js';

const NOT_ALLOWED = { ok: false, refusal: { kind: 'NotAllowed' } };
const QUESTIONS_ALLOWED = 2;
const REQUESTS_ALLOWED = 3;

function invalid(field: string, reason: string): object {
  return { ok: false, refusal: { kind: 'InvalidInput', field, reason } };
}

describe('asking for completion', () => {
  const VERIFIERS = ['the admin of the holder', 'the coordinator of the house', 'the national desk'] as const;
  const request = {
    id: 'question-1',
    body: 'Mohon sebutkan lokasi kejadian.',
    missing: ['PLACE', 'DATE', 'PLACE'] as const,
  };

  it.each(VERIFIERS)('is for %s, and names each thing once', (who) => {
    expect(decideCompletionRequest(aReport(), EVERYBODY[who], request, REQUESTS_ALLOWED)).toMatchObject({
      ok: true,
      value: {
        act: 'ASK_COMPLETION',
        followUp: { id: 'question-1', kind: 'QUESTION', body: request.body, missing: ['PLACE', 'DATE'] },
        fields: { completionRequestCount: 1 },
      },
    });
  });

  it.each(allBut(...VERIFIERS))('is not for %s', (who) => {
    expect(decideCompletionRequest(aReport(), EVERYBODY[who], request, REQUESTS_ALLOWED)).toEqual(
      NOT_ALLOWED,
    );
  });

  it.each(REPORT_STATES.filter((state) => state !== 'SUBMITTED'))(
    'comes before verification, not on a report that is %s',
    (state) => {
      expect(
        decideCompletionRequest(
          aReport({ state }),
          EVERYBODY['the national desk'],
          request,
          REQUESTS_ALLOWED,
        ),
      ).toEqual({
        ok: false,
        refusal: { kind: 'ReportNotInState', state },
      });
    },
  );

  it('is done as often as the rules allow, and no more', () => {
    const verifier = EVERYBODY['the coordinator of the house'];
    const asked = (completionRequestCount: number): unknown =>
      decideCompletionRequest(aReport({ completionRequestCount }), verifier, request, REQUESTS_ALLOWED);
    expect(asked(2)).toMatchObject({ ok: true, value: { fields: { completionRequestCount: 3 } } });
    expect(asked(3)).toEqual({ ok: false, refusal: { kind: 'CompletionRequestsUsedUp', allowed: 3 } });
  });

  it('says what is missing, in words and as a list', () => {
    const verifier = EVERYBODY['the national desk'];
    expect(
      decideCompletionRequest(aReport(), verifier, { ...request, body: '  ' }, REQUESTS_ALLOWED),
    ).toEqual(invalid('message', 'EMPTY'));
    expect(
      decideCompletionRequest(aReport(), verifier, { ...request, body: 'Lokasi?' }, REQUESTS_ALLOWED),
    ).toEqual(invalid('message', 'TOO_SHORT'));
    expect(
      decideCompletionRequest(aReport(), verifier, { ...request, missing: [] }, REQUESTS_ALLOWED),
    ).toEqual(invalid('missing', 'EMPTY'));
  });
});

describe('asking the reporter', () => {
  const HANDLERS = ['an officer of the holder', 'the admin of the holder'] as const;
  const officer = EVERYBODY['an officer of the holder'];
  const atWork = aPublishedReport({ state: 'IN_PROGRESS' });
  const question = { id: 'question-1', body: 'Di ruas jalan yang mana?' };

  it.each(HANDLERS)('is for %s, who is in charge from then on, and is counted', (who) => {
    expect(decideQuestion(atWork, EVERYBODY[who], question, QUESTIONS_ALLOWED)).toMatchObject({
      ok: true,
      value: {
        act: 'ASK_REPORTER',
        followUp: { id: 'question-1', kind: 'QUESTION', body: question.body },
        fields: { pauseCount: 1, handlerOfficerId: EVERYBODY[who].atHolder?.officerId },
      },
    });
  });

  it('leaves the officer in charge who was', () => {
    const decision = decideQuestion(
      { ...atWork, handlerOfficerId: 'somebody' },
      officer,
      question,
      QUESTIONS_ALLOWED,
    );
    expect(decision).toMatchObject({ value: { fields: { handlerOfficerId: 'somebody' } } });
  });

  it.each(allBut(...HANDLERS))('is not for %s', (who) => {
    expect(decideQuestion(atWork, EVERYBODY[who], question, QUESTIONS_ALLOWED)).toEqual(NOT_ALLOWED);
  });

  it.each(REPORT_STATES.filter((state) => state !== 'IN_PROGRESS'))(
    'needs work that has begun, not a report that is %s',
    (state) => {
      expect(decideQuestion({ ...atWork, state }, officer, question, QUESTIONS_ALLOWED)).toEqual({
        ok: false,
        refusal: { kind: 'ReportNotInState', state },
      });
    },
  );

  it('is over when the questions are used up', () => {
    const asked = (pauseCount: number): unknown =>
      decideQuestion({ ...atWork, pauseCount }, officer, question, QUESTIONS_ALLOWED);
    expect(asked(1)).toMatchObject({ ok: true, value: { fields: { pauseCount: 2 } } });
    expect(asked(2)).toEqual({ ok: false, refusal: { kind: 'QuestionsUsedUp', allowed: 2 } });
  });

  it('takes a question and not a question mark', () => {
    const decision = decideQuestion(atWork, officer, { ...question, body: '?' }, QUESTIONS_ALLOWED);
    expect(decision).toEqual(invalid('question', 'TOO_SHORT'));
  });
});

describe('completing', () => {
  const reporter = EVERYBODY['the reporter'];
  const unverified = aReport({ state: 'AWAITING_REPORTER', stateBefore: 'SUBMITTED', awaitingSince: NOON });
  const atWork = aPublishedReport({
    state: 'AWAITING_REPORTER',
    stateBefore: 'IN_PROGRESS',
    awaitingSince: NOON,
  });
  const answer = {
    id: 'answer-1',
    body: 'Di depan nomor 12.',
    incidentDate: null,
    place: null,
    regionCode: null,
  };
  const today = '2026-07-10';

  it.each([unverified, atWork])('is the answer, whatever was asked', (report) => {
    expect(decideCompletion(report, reporter, answer, today)).toEqual({
      ok: true,
      value: {
        act: 'COMPLETE',
        actor: { role: 'REPORTER', agencyId: null, officerId: null },
        followUp: { id: 'answer-1', kind: 'COMPLETION', body: 'Di depan nomor 12.' },
        fields: {},
      },
    });
  });

  it('puts in what the report lacked, and leaves what is not said', () => {
    const given = { ...answer, place: ' Jalan Braga 12 ', regionCode: '32.73' };
    expect(decideCompletion(unverified, reporter, given, today)).toMatchObject({
      ok: true,
      value: { fields: { place: 'Jalan Braga 12', regionCode: '32.73' } },
    });
    const decision = decideCompletion(unverified, reporter, { ...answer, incidentDate: today }, today);
    expect(decision).toMatchObject({ value: { fields: { incidentDate: today } } });
  });

  it.each([
    ['place', { place: 'Jalan Braga 12' }],
    ['incidentDate', { incidentDate: '2026-07-09' }],
    ['regionCode', { regionCode: '32.73' }],
  ])('does not change the %s of a report that was verified', (field, given) => {
    expect(decideCompletion(atWork, reporter, { ...answer, ...given }, today)).toEqual(
      invalid(field, 'MALFORMED'),
    );
  });

  it.each([
    ['text', 'EMPTY', { body: '' }],
    ['place', 'TOO_LONG', { place: 'a'.repeat(301) }],
    ['incidentDate', 'IN_THE_FUTURE', { incidentDate: '2026-07-11' }],
    ['regionCode', 'MALFORMED', { regionCode: 'Bandung' }],
  ])('refuses a %s that is %s', (field, reason, given) => {
    expect(decideCompletion(unverified, reporter, { ...answer, ...given }, today)).toEqual(
      invalid(field, reason),
    );
  });

  it.each(allBut('the reporter'))('is not for %s', (who) => {
    expect(decideCompletion(unverified, EVERYBODY[who], answer, today)).toEqual(NOT_ALLOWED);
  });

  it.each(REPORT_STATES.filter((state) => state !== 'AWAITING_REPORTER'))(
    'answers a question, which a report that is %s has not',
    (state) => {
      expect(decideCompletion(aReport({ state }), reporter, answer, today)).toEqual({
        ok: false,
        refusal: { kind: 'ReportNotInState', state },
      });
    },
  );
});

describe('the end of the time to complete', () => {
  const waiting = aReport({ state: 'AWAITING_REPORTER', stateBefore: 'SUBMITTED', awaitingSince: NOON });

  it('comes when the whole time has passed, and not before', () => {
    const after = new Date(NOON.getTime() + 1);
    const stillTime = { ok: false, refusal: { kind: 'ReporterStillHasTime' } };
    expect(decideExpiry(waiting, { endsAt: NOON, owesReminder: false }, NOON)).toEqual(stillTime);
    expect(decideExpiry(waiting, { endsAt: null, owesReminder: false }, NOON)).toEqual(stillTime);
    expect(decideExpiry(waiting, { endsAt: NOON, owesReminder: false }, after)).toEqual({
      ok: true,
      value: {
        act: 'EXPIRE_COMPLETION',
        actor: { role: 'SYSTEM', agencyId: null, officerId: null },
        reason: 'INCOMPLETE_TIMEOUT',
        fields: { archiveReason: 'INCOMPLETE_TIMEOUT', closedAt: after },
      },
    });
  });

  it('waits for a reminder that was not sent', () => {
    const time = { endsAt: NOON, owesReminder: true };
    expect(decideExpiry(waiting, time, new Date(NOON.getTime() + 1))).toEqual({
      ok: false,
      refusal: { kind: 'ReporterIsNotReminded' },
    });
  });

  it.each(REPORT_STATES.filter((state) => state !== 'AWAITING_REPORTER'))(
    'never comes over a report that is %s',
    (state) => {
      expect(decideExpiry(aReport({ state }), { endsAt: new Date(0), owesReminder: false }, NOON)).toEqual({
        ok: false,
        refusal: { kind: 'ReportNotInState', state },
      });
    },
  );
});
