import { describe, expect, it } from '@jest/globals';
import {
  allBut,
  aPost,
  aPublishedReport,
  aStanding,
  EVERYBODY,
  HOLDER,
  NOON,
  type Somebody,
} from '../../test/support/builders.js';
import { aDraft, anAnswer, MEANT } from '../../test/support/drafts.js';
import { agencyId } from '../../test/support/small-tree.js';
import { REPORT_STATES } from '../report/report-state.js';
import {
  decideApproval,
  decideDiscarding,
  decideDraft,
  decideRejection,
  decideRevision,
  draftsLiveOn,
  seesDrafts,
} from './answer.rules.js';

const TODAY = '2026-07-10';
const TIME = { today: TODAY, now: NOON };
const HELD = aPublishedReport();
const REASON = 'Sebutkan tanggal pengerjaannya.';
const OFFICER = EVERYBODY['an officer of the holder'];
const COORDINATOR = EVERYBODY['the coordinator of the house'];
/** An officer of the holder who is its reporter as well. */
const BOTH = aStanding([aPost('AGENCY_ADMIN', HOLDER)], { isReporter: true });

const DRAFTERS: readonly Somebody[] = ['an officer of the holder', 'the admin of the holder'];
const APPROVERS: readonly Somebody[] = [...DRAFTERS, 'the coordinator of the house'];
const READERS: readonly Somebody[] = [...APPROVERS, 'an intake officer of the holder'];

const refused = (kind: string, details: object = {}) => ({ ok: false, refusal: { kind, ...details } });

describe('seeing drafts', () => {
  it.each(READERS)('is for %s', (who) => {
    expect(seesDrafts(EVERYBODY[who])).toBe(true);
  });

  it.each(allBut(...READERS))('is not for %s', (who) => {
    expect(seesDrafts(EVERYBODY[who])).toBe(false);
  });

  it('is not for its reporter, whatever post they hold', () => {
    expect(seesDrafts(BOTH)).toBe(false);
  });
});

describe('drafting', () => {
  it.each(DRAFTERS)('is for %s', (who) => {
    const answer = anAnswer({ body: `  ${anAnswer().body}\r\n` });
    expect(decideDraft(HELD, EVERYBODY[who], null, answer, TODAY)).toMatchObject({
      value: { answer: anAnswer(), by: { agencyId: agencyId(HOLDER) } },
    });
  });

  it.each(allBut(...DRAFTERS))('is not for %s', (who) => {
    expect(decideDraft(HELD, EVERYBODY[who], null, anAnswer(), TODAY)).toEqual(refused('NotAllowed'));
  });

  it.each(REPORT_STATES.filter((state) => !['DISPATCHED', 'IN_PROGRESS'].includes(state)))(
    'is not done for a report that is %s',
    (state) => {
      const decision = decideDraft({ ...HELD, state }, OFFICER, null, anAnswer(), TODAY);
      expect(decision).toEqual(refused('ReportNotInState', { state }));
    },
  );

  it('is done once: what is open is revised', () => {
    for (const open of [aDraft(), aDraft({ state: 'REJECTED' }), aDraft({ isOwn: true })])
      expect(decideDraft(HELD, OFFICER, open, anAnswer(), TODAY)).toEqual(refused('AnswerDraftExists'));
  });

  it.each([
    ['body', 'TOO_SHORT', { body: 'Proses.' }],
    ['body', 'TOO_LONG', { body: 'a'.repeat(8_001) }],
    ['outcome', 'EMPTY', { outcome: null }],
    ['outcome', 'MALFORMED', { kind: 'INTERIM' as const }],
    ['promisedDate', 'MALFORMED', { outcome: 'SCHEDULED' as const, promisedDate: TODAY }],
    ['memoRef', 'TOO_LONG', { memoRef: 'a'.repeat(201) }],
    ['memoRef', 'EMPTY', { memoRef: ' ' }],
  ])('refuses a %s that is %s', (field, reason, changes) => {
    const decision = decideDraft(HELD, OFFICER, null, anAnswer(changes), TODAY);
    expect(decision).toEqual(refused('InvalidInput', { field, reason }));
  });
});

describe('revising', () => {
  it('is for whoever may draft, also what was rejected', () => {
    for (const open of [aDraft(), aDraft({ state: 'REJECTED' })])
      for (const who of DRAFTERS)
        expect(decideRevision(EVERYBODY[who], open, MEANT, anAnswer(), TODAY)).toMatchObject({ ok: true });
    for (const who of allBut(...DRAFTERS))
      expect(decideRevision(EVERYBODY[who], aDraft(), MEANT, anAnswer(), TODAY)).toEqual(
        refused('NotAllowed'),
      );
  });

  it('answers to the draft as it was read', () => {
    const revise = (changes: object, open = aDraft()) =>
      decideRevision(OFFICER, open, { ...MEANT, ...changes }, anAnswer(), TODAY);
    expect(revise({ draftVersion: 1 })).toEqual(refused('AnswerDraftChanged', { draftVersion: 2 }));
    expect(revise({ draftVersion: 3 })).toEqual(refused('AnswerDraftChanged', { draftVersion: 2 }));
    expect(revise({ draftId: 'x' })).toEqual(refused('AnswerDraftNotFound'));
    expect(revise({ draftId: MEANT.draftId.toUpperCase() })).toMatchObject({ ok: true });
    expect(decideRevision(OFFICER, null, MEANT, anAnswer(), TODAY)).toEqual(refused('AnswerDraftNotFound'));
  });
});

describe('approving', () => {
  it('gives the answer in the name of its drafter, and names the approver in history', () => {
    const draft = aDraft();
    const author = { role: 'LIAISON_OFFICER', agencyId: draft.agencyId, officerId: draft.authorOfficerId };
    expect(decideApproval(HELD, COORDINATOR, draft, MEANT, TIME)).toEqual({
      ok: true,
      value: {
        act: 'RESPOND',
        actor: {
          role: 'COORDINATOR_ADMIN',
          agencyId: agencyId('32.73'),
          officerId: COORDINATOR.manager?.officerId,
        },
        followUp: { id: draft.id, kind: 'FINAL', outcome: 'FIXED', body: draft.body, author },
        fields: { firstFollowUpAt: NOON, respondedAt: NOON, handlerOfficerId: draft.authorOfficerId },
        publishes: draft,
      },
    });
    const interim = aDraft({ kind: 'INTERIM', outcome: null });
    expect(decideApproval(HELD, OFFICER, interim, MEANT, TIME)).toMatchObject({
      value: { act: 'FOLLOW_UP' },
    });
  });

  it.each(allBut(...APPROVERS))('is not for %s', (who) => {
    expect(decideApproval(HELD, EVERYBODY[who], aDraft(), MEANT, TIME)).toEqual(refused('NotAllowed'));
    expect(decideApproval(HELD, EVERYBODY[who], null, MEANT, TIME)).toEqual(refused('NotAllowed'));
  });

  it('is not for whoever has written in it, nor for its reporter', () => {
    const decision = decideApproval(HELD, COORDINATOR, aDraft({ isOwn: true }), MEANT, TIME);
    expect(decision).toEqual(refused('NeedsAnotherApprover'));
    expect(decideApproval(HELD, BOTH, aDraft(), MEANT, TIME)).toEqual(refused('NotAllowed'));
  });

  it('waits until what was rejected is revised', () => {
    const rejected = aDraft({ state: 'REJECTED' });
    expect(decideApproval(HELD, COORDINATOR, rejected, MEANT, TIME)).toEqual(refused('AnswerWasRejected'));
  });

  it('waits while the reporter is awaited', () => {
    const state = 'AWAITING_REPORTER';
    const decision = decideApproval({ ...HELD, state }, COORDINATOR, aDraft(), MEANT, TIME);
    expect(decision).toEqual(refused('ReportNotInState', { state }));
  });

  it('does not keep a promise for a day that has come meanwhile', () => {
    const promise = aDraft({ outcome: 'SCHEDULED', promisedDate: '2026-07-11' });
    expect(decideApproval(HELD, COORDINATOR, promise, MEANT, TIME)).toMatchObject({ ok: true });
    const late = { ...TIME, today: '2026-07-11' };
    expect(decideApproval(HELD, COORDINATOR, promise, MEANT, late)).toEqual(
      refused('InvalidInput', { field: 'promisedDate', reason: 'MALFORMED' }),
    );
  });

  it('answers to the draft as it was read', () => {
    const old = { ...MEANT, draftVersion: 1 };
    const changed = refused('AnswerDraftChanged', { draftVersion: 2 });
    expect(decideApproval(HELD, COORDINATOR, aDraft(), old, TIME)).toEqual(changed);
    expect(decideRejection(COORDINATOR, aDraft(), old, REASON)).toEqual(changed);
    expect(decideDiscarding(COORDINATOR, aDraft(), old)).toEqual(changed);
  });
});

describe('rejecting', () => {
  it('is for an approver who has not written in it, with a reason', () => {
    expect(decideRejection(COORDINATOR, aDraft(), MEANT, ` ${REASON}`)).toMatchObject({
      value: { reason: REASON },
    });
    for (const reason of ['', 'Salah.', 'a'.repeat(2_001)])
      expect(decideRejection(COORDINATOR, aDraft(), MEANT, reason)).toMatchObject({
        refusal: { kind: 'InvalidInput', field: 'reason' },
      });
    const own = aDraft({ isOwn: true });
    expect(decideRejection(COORDINATOR, own, MEANT, REASON)).toEqual(refused('NeedsAnotherApprover'));
    const twice = decideRejection(COORDINATOR, aDraft({ state: 'REJECTED' }), MEANT, REASON);
    expect(twice).toEqual(refused('AnswerWasRejected'));
    for (const who of allBut(...APPROVERS))
      expect(decideRejection(EVERYBODY[who], aDraft(), MEANT, REASON)).toEqual(refused('NotAllowed'));
  });
});

describe('discarding', () => {
  it('is for whoever may write or approve it, the own words included', () => {
    for (const open of [aDraft(), aDraft({ isOwn: true }), aDraft({ state: 'REJECTED' })])
      for (const who of APPROVERS)
        expect(decideDiscarding(EVERYBODY[who], open, MEANT)).toMatchObject({ ok: true });
    for (const who of allBut(...APPROVERS))
      expect(decideDiscarding(EVERYBODY[who], aDraft(), MEANT)).toEqual(refused('NotAllowed'));
  });
});

describe('a draft', () => {
  it('lives while its agency holds the report and can answer it, and rests while the reporter is awaited', () => {
    const alive = REPORT_STATES.filter((state) => draftsLiveOn(HELD, { ...HELD, state }));
    expect(alive).toEqual(['AWAITING_REPORTER', 'DISPATCHED', 'IN_PROGRESS']);
    for (const state of REPORT_STATES)
      expect(draftsLiveOn(HELD, { state, dispositionSeq: HELD.dispositionSeq + 1 })).toBe(false);
  });
});
