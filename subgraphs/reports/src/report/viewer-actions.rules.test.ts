import { describe, expect, it } from '@jest/globals';
import { loadNationalCalendar } from '@satu-pintu/calendar';
import { type Decision, placeUnder } from '@satu-pintu/domain-kit';
import { shippedRuleSet } from '../../test/support/shipped-rule-sets.js';
import { agencyAt } from '../../test/support/small-tree.js';
import { aDraft, anAnswer, MEANT } from '../../test/support/drafts.js';
import {
  ALL,
  aPublishedReport,
  aReport,
  aResolution,
  EVERYBODY,
  HOLDER,
  NOON,
  runsOf,
  type Somebody,
} from '../../test/support/builders.js';
import {
  decideApproval,
  decideDiscarding,
  decideDraft,
  decideRejection,
  decideRevision,
  draftsLiveOn,
} from '../answers/answer.rules.js';
import { decideMerging, decideUnmerging } from '../duplicates/merge.rules.js';
import { decideSupport } from '../duplicates/support.rules.js';
import { decideCompletion, decideCompletionRequest, decideQuestion } from '../completion/completion.rules.js';
import { decideDispatch, decideReturn } from '../disposition/disposition.rules.js';
import { decidePassingUp, decideTakingOver } from '../disposition/upward.rules.js';
import {
  decideAcceptance,
  decideConfirmation,
  decideFollowUp,
  decideReply,
} from '../follow-up/follow-up.rules.js';
import { decideMessage } from '../follow-up/message.rules.js';
import type { Standing } from '../hierarchy/standing.js';
import { decideNote } from '../notes/note.rules.js';
import { decideConclusion, decideTaking } from '../oversight/case.rules.js';
import { decideConsent, decideConsentWithdrawal, decideDecline } from '../oversight/consent.rules.js';
import { oversightTermsOn } from '../oversight/oversight-terms.js';
import { decideLoweredPrivacy } from '../privacy/lower-privacy.rules.js';
import { decideHiding, decidePublishing, decideRedaction } from '../publication/publication.rules.js';
import { decideRaisedPrivacy } from '../privacy/raise-privacy.rules.js';
import { decideAppeal } from '../second-chance/appeal.rules.js';
import { decideReopening } from '../second-chance/reopening.rules.js';
import { decideExtension } from '../sla/extension.rules.js';
import { limitOf } from '../sla/rule-set.js';
import { decideReclassification } from '../verification/reclassification.rules.js';
import { decideArchival, decideVerification } from '../verification/verification.rules.js';
import { decideWithdrawal } from '../withdrawal/withdrawal.rules.js';
import type { ReportEntity } from './report.entity.js';
import { OVERSIGHT_STAGES, REPORT_STATES } from './report-state.js';
import {
  type ActionTime,
  type Answering,
  REPORT_ACTIONS,
  type ReportAction,
  viewerActionsOn,
} from './viewer-actions.rules.js';

const RULE_SET = shippedRuleSet('PERMENPANRB_62_2018');
const OVERSIGHT_TERMS = oversightTermsOn('2026-07-10', RULE_SET);
const EDITORIAL = 'Nama anak disebut di dalam laporan.';
const SECTION_ID = '0b6f7c1e-52a4-4c53-8f6e-6a1d9f0e7a11';

/** A section of the holder, so that its admin too has somewhere to send a report. */
const SECTION = {
  id: SECTION_ID,
  isActive: true,
  ...placeUnder(SECTION_ID, agencyAt(HOLDER), 'ADMINISTRATIVE'),
};

/** Agencies that somebody could send a report to; at least one is right for whoever may dispatch. */
const TARGETS = [SECTION, ...['32.73/1.02', '32.73/1.03', '32.73', '32', 'KEMENKES'].map(agencyAt)];

const JUST_OVER = new Date(NOON.getTime() - 1);

/** A deadline that is not over yet, and one that is. */
const RUNS = runsOf([aResolution()], NOON);
const MISSED = runsOf([aResolution({ dueAt: JUST_OVER })], NOON);
const CALENDAR = loadNationalCalendar();

type Attempt = (
  report: ReportEntity,
  standing: Standing,
  time: ActionTime,
  answering: Answering,
) => readonly Decision<unknown, unknown>[];

/** Each action with input that nothing is wrong with. */
const ATTEMPTS: Readonly<Record<ReportAction, Attempt>> = {
  REQUEST_COMPLETION: (report, standing) => {
    const body = 'Mohon lengkapi lokasi kejadian.';
    const request = { id: 'question-1', body, missing: ['PLACE'] as const };
    return [decideCompletionRequest(report, standing, request, limitOf(RULE_SET, 'COMPLETION_REQUESTS'))];
  },
  VERIFY: (report, standing) =>
    TARGETS.map((agency) => {
      const category = { id: '08.001', isLeaf: true, isValid: true };
      const texts = { publicTitle: 'Jalan berlubang', publicBody: null };
      const verification = {
        category,
        agency,
        ...texts,
        publicAttachments: [],
        returners: new Set<string>(),
        returnsBeforeBinding: 2,
      };
      return decideVerification(report, standing, { type: 'COMPLAINT_GENERAL', ...verification }, NOON);
    }),
  ARCHIVE: (report, standing) => [
    decideArchival(report, standing, { reason: 'SPAM', explanation: 'Isi laporan adalah iklan.' }, NOON),
  ],
  DISPATCH: (report, standing) =>
    TARGETS.map((agency) => {
      const terms = {
        returners: new Set<string>(),
        returnsBeforeBinding: limitOf(RULE_SET, 'RETURNS_BEFORE_BINDING'),
        note: null,
      };
      return decideDispatch(report, standing, { agency, ...terms });
    }),
  ACCEPT: (report, standing) => [decideAcceptance(report, standing)],
  RECORD_FOLLOW_UP: (report, standing, _time, { requiresApproval }) =>
    (['INTERIM', 'FINAL'] as const).map((kind) => {
      const outcome = kind === 'FINAL' ? ('FIXED' as const) : null;
      const draft = { id: 'follow-up-1', kind, body: 'Sudah diperbaiki.', outcome, promisedDate: null };
      return decideFollowUp(report, standing, draft, { today: '2026-07-10', now: NOON, requiresApproval });
    }),
  DRAFT_ANSWER: (report, standing, _time, { draft }) => [
    decideDraft(report, standing, draft, anAnswer(), '2026-07-10'),
  ],
  REVISE_ANSWER: (_report, standing, _time, { draft }) => [
    decideRevision(standing, draft, MEANT, anAnswer(), '2026-07-10'),
  ],
  APPROVE_ANSWER: (report, standing, _time, { draft }) => [
    decideApproval(report, standing, draft, MEANT, { today: '2026-07-10', now: NOON }),
  ],
  REJECT_ANSWER: (_report, standing, _time, { draft }) => [
    decideRejection(standing, draft, MEANT, 'Sebutkan tanggal pengerjaannya.'),
  ],
  DISCARD_ANSWER: (_report, standing, _time, { draft }) => [decideDiscarding(standing, draft, MEANT)],
  RETURN: (report, standing, { returnEndsAt }) => {
    const explanation = 'Ruas ini jalan provinsi.';
    const suggestion = {
      suggestedAgencyId: null,
      isSuggestionKnown: true,
      dispatcherId: agencyAt('32.73').id,
    };
    const returned = { reason: 'NOT_COMPETENT' as const, explanation, ...suggestion };
    return returnEndsAt
      ? [decideReturn(report, standing, { ...returned, windowEndsAt: returnEndsAt }, NOON)]
      : [];
  },
  PASS_UP: (report, standing) => [
    decidePassingUp(report, standing, { explanation: 'Bukan kewenangan kota.', aboveId: agencyAt('32').id }),
  ],
  TAKE_OVER: (report, standing) => [decideTakingOver(report, standing, 'Unit ini sudah dibubarkan.')],
  RECLASSIFY: (report, standing, { resolution }) => [
    decideReclassification(report, standing, {
      type: 'COMPLAINT_OVERSIGHT',
      reason: 'Ada dugaan pungutan liar.',
      resolution: resolution && {
        runs: resolution,
        limit: { kind: 'RESOLUTION', dueAt: JUST_OVER, workingDays: 60 },
      },
      dayOf: (instant) => instant.toISOString(),
    }),
  ],
  EXTEND: (report, standing, { resolution }) => [
    decideExtension(report, standing, {
      id: 'message-1',
      reason: 'Menunggu lelang bahan aspal.',
      newDueDate: '2026-08-10',
      runs: resolution,
      calendar: CALENDAR,
      extensions: limitOf(RULE_SET, 'EXTENSIONS'),
    }),
  ],
  SEND_MESSAGE: (report, standing) => [
    decideMessage(report, standing, { id: 'message-1', body: 'Apakah sudah selesai?' }),
  ],
  ASK_REPORTER: (report, standing) => {
    const question = { id: 'question-1', body: 'Di ruas jalan yang mana?' };
    return [decideQuestion(report, standing, question, limitOf(RULE_SET, 'AGENCY_PAUSES'))];
  },
  COMPLETE: (report, standing) => {
    const answer = { id: 'answer-1', body: 'Di depan nomor 12.' };
    const unchanged = { incidentDate: null, place: null, regionCode: null };
    return [decideCompletion(report, standing, { ...answer, ...unchanged }, '2026-07-10')];
  },
  REPLY: (report, standing) => [decideReply(report, standing, { id: 'reply-1', body: 'Belum selesai.' })],
  CONFIRM: (report, standing) => [decideConfirmation(report, standing, 5, NOON)],
  APPEAL: (report, standing, { chance }) => {
    const appeal = { body: 'Lubangnya nyata, silakan diperiksa.', agencyAboveId: agencyAt('32').id };
    return [decideAppeal(report, standing, chance, appeal, NOON)];
  },
  REOPEN: (report, standing, { chance }) => {
    const reopening = { reason: 'Tambalannya lepas lagi.', agencyId: report.holderAgencyId };
    return [decideReopening(report, standing, chance, reopening, NOON)];
  },
  WITHDRAW: (report, standing) => [decideWithdrawal(report, standing, { confirm: true, reason: null }, NOON)],
  RAISE_PRIVACY: (report, standing) => {
    const raised = { isAnonymous: true, isSecret: true, reason: 'Pelapor merasa terancam.' };
    return [decideRaisedPrivacy(report, standing, raised)];
  },
  LOWER_PRIVACY: (report, standing) => [decideLoweredPrivacy(report, standing, true)],
  REDACT: (report, standing) => {
    const texts = { publicTitle: 'Pungutan di sekolah', publicBody: null };
    const redaction = {
      ...texts,
      hiddenLines: [],
      knownLines: new Set<string>(),
      hiddenFiles: [],
      knownFiles: new Set<string>(),
      reason: EDITORIAL,
    };
    return [decideRedaction(report, standing, redaction, NOON)];
  },
  HIDE: (report, standing) => [decideHiding(report, standing, EDITORIAL, NOON)],
  PUBLISH: (report, standing) => [decidePublishing(report, standing, EDITORIAL, NOON)],
  CONSENT_TO_OVERSIGHT: (report, standing) => {
    const incidentDate = report.incidentDate ?? '2026-07-08';
    const consent = {
      textVersion: '1',
      currentTextVersion: '1',
      revealsIdentity: true,
      keepsNameSecret: false,
    };
    return [decideConsent(report, standing, { ...consent, incidentDate }, OVERSIGHT_TERMS)];
  },
  DECLINE_OVERSIGHT: (report, standing) => [decideDecline(report, standing)],
  WITHDRAW_OVERSIGHT_CONSENT: (report, standing) => [decideConsentWithdrawal(report, standing)],
  ACCEPT_OVERSIGHT_CASE: (report, standing) => [decideTaking(report, standing, '0123/LM/VII/2026/JKT')],
  RECORD_OVERSIGHT_OUTCOME: (report, standing) => {
    const nothing = { correctiveAction: null, correctiveActionDueDate: null };
    const examination = {
      finding: 'EXAMINATION_STOPPED' as const,
      summary: 'Pelapor tidak ditemukan.',
      ...nothing,
    };
    return [decideConclusion(report, standing, examination, '2026-07-10')];
  },
  ADD_NOTE: (_report, standing) => [decideNote(standing, 'Sudah dicek ke lapangan.')],
  MERGE: (report, standing) => {
    const lead = aPublishedReport({ id: '7b0c2f0e-5d2f-4b8e-9a57-3d6e0a1f0c02' });
    const target = { report: lead, standing, reopensUntil: null };
    return [decideMerging(report, standing, target, 'Lubang yang sama.', NOON)];
  },
  UNMERGE: (report, standing) => [decideUnmerging(report, standing, 'Ternyata lubang yang lain.')],
  SUPPORT: (report, standing, { hasAccount }) => [
    decideSupport(report, standing, hasAccount ? 'secret' : null),
  ],
};

/** In the last instant of every window. */
const IN_TIME: ActionTime = {
  now: NOON,
  hasAccount: false,
  chance: null,
  returnEndsAt: NOON,
  resolution: RUNS,
};

/** Without a draft, with approval required, and with every kind of draft. */
const NO_DRAFT = { requiresApproval: false, draft: null };
const ANSWERINGS: readonly Answering[] = [
  NO_DRAFT,
  { requiresApproval: true, draft: null },
  ...[aDraft(), aDraft({ isOwn: true }), aDraft({ state: 'REJECTED' })].map((draft) => ({
    requiresApproval: true,
    draft,
  })),
];

/** No chance, one that ends now, and one that has ended. */
const CHANCES = [null, { times: 1, endsAt: NOON }, { times: 1, endsAt: JUST_OVER }];
const WITH_CHANCES = CHANCES.map((chance): ActionTime => ({ ...IN_TIME, chance }));

/** After each of the windows; where no day can be counted; before any deadline. */
const OPEN_TIMES: readonly ActionTime[] = [
  IN_TIME,
  { ...IN_TIME, hasAccount: true },
  { ...IN_TIME, returnEndsAt: JUST_OVER },
  { ...IN_TIME, returnEndsAt: null },
  { ...IN_TIME, resolution: MISSED },
  { ...IN_TIME, resolution: null },
];

/** Ended, with the chance unused and used up; private in every way. */
const ENDED = (['ARCHIVED', 'CLOSED', 'WITHDRAWN'] as const).flatMap((state) =>
  [0, 1].flatMap((times) =>
    [false, true].flatMap((isAnonymous) =>
      [false, true].map((isSecret) => {
        const used = { appealCount: times, reopenCount: times };
        return aPublishedReport({ state, closedAt: NOON, isAnonymous, isSecret, ...used });
      }),
    ),
  ),
);

/** Every state, before and after a follow-up, bound or not, never, once and twice returned. */
const OPEN_OR_NOT = REPORT_STATES.flatMap((state) =>
  [null, NOON].flatMap((firstFollowUpAt) =>
    [false, true].flatMap((isBinding) =>
      [0, 1, 2].map((count) =>
        aPublishedReport({
          state,
          firstFollowUpAt,
          isBinding,
          returnCount: count,
          pauseCount: count,
          completionRequestCount: count + 1,
          extensionCount: count,
        }),
      ),
    ),
  ),
);

/** Hidden, secret no more, secret, and never verified. */
const EDITED = REPORT_STATES.flatMap((state) => [
  aPublishedReport({ state, publishedAt: null, hiddenAt: NOON, publishedBeforeHiding: NOON }),
  aPublishedReport({ state, publishedAt: null }),
  aPublishedReport({ state, isSecret: true }),
  aReport({ state }),
]);

/** Anywhere on the way to the Ombudsman, with and without an account; long ago, of late, and on a day unknown. */
const OVERSEEN = REPORT_STATES.flatMap((state) =>
  [null, ...OVERSIGHT_STAGES].flatMap((oversightStage) =>
    [null, Buffer.from('tag')].flatMap((ownerTag) =>
      [null, '2024-07-10', '2024-07-09'].map((incidentDate) =>
        aPublishedReport({ state, oversightStage, ownerTag, incidentDate }),
      ),
    ),
  ),
);

const REPORTS = [...OPEN_OR_NOT, ...ENDED, ...OVERSEEN, ...EDITED];

describe('the actions that a viewer is offered', () => {
  it.each(ALL)('are, for %s, those that the rules accept, and all of those', (who) => {
    const standing = EVERYBODY[who];
    // What binds cannot be returned, so a report is never both.
    for (const report of REPORTS.filter(({ state, isBinding }) => !(isBinding && state === 'RETURNED'))) {
      for (const time of ENDED.includes(report) ? WITH_CHANCES : OPEN_TIMES) {
        for (const answering of ANSWERINGS.filter(
          ({ draft }) => draft === null || draftsLiveOn(report, report),
        )) {
          const accepted = REPORT_ACTIONS.filter((action) =>
            ATTEMPTS[action](report, standing, time, answering).some((decision) => decision.ok),
          );
          const actions = viewerActionsOn(report, standing, RULE_SET, time, answering);
          expect({ report, time, answering, actions }).toEqual({
            report,
            time,
            answering,
            actions: accepted,
          });
        }
      }
    }
  });

  it.each<[Somebody, readonly ReportAction[]]>([
    ['the public', []],
    ['the reporter', ['WITHDRAW', 'RAISE_PRIVACY']],
    ['an officer of the holder', ['ACCEPT', 'RECORD_FOLLOW_UP', 'DRAFT_ANSWER', 'RETURN', 'ADD_NOTE']],
    ['an intake officer of the holder', ['RETURN', 'ADD_NOTE']],
    [
      'the admin of the holder',
      [
        'DISPATCH',
        'ACCEPT',
        'RECORD_FOLLOW_UP',
        'DRAFT_ANSWER',
        'RETURN',
        'RECLASSIFY',
        'RAISE_PRIVACY',
        'ADD_NOTE',
        'MERGE',
      ],
    ],
    [
      'the coordinator of the house',
      ['DISPATCH', 'TAKE_OVER', 'RECLASSIFY', 'RAISE_PRIVACY', 'REDACT', 'HIDE', 'ADD_NOTE', 'MERGE'],
    ],
    ['the coordinator of the province', ['ADD_NOTE']],
    [
      'the national desk',
      ['DISPATCH', 'TAKE_OVER', 'RECLASSIFY', 'RAISE_PRIVACY', 'REDACT', 'HIDE', 'ADD_NOTE', 'MERGE'],
    ],
    ['the Ombudsman', []],
    ['an observer of KSP', []],
  ])('on a report that has just arrived are, for %s, %j', (who, actions) => {
    expect(viewerActionsOn(aPublishedReport(), EVERYBODY[who], RULE_SET, IN_TIME, NO_DRAFT)).toEqual(actions);
  });

  it('has a voice for citizens who are signed in, of reports that are public', () => {
    const offered = (report: ReportEntity, who: Somebody): readonly ReportAction[] =>
      viewerActionsOn(report, EVERYBODY[who], RULE_SET, { ...IN_TIME, hasAccount: true }, NO_DRAFT);
    expect(offered(aPublishedReport(), 'the public')).toEqual(['SUPPORT']);
    expect(offered(aPublishedReport(), 'the reporter')).not.toContain('SUPPORT');
    expect(offered(aPublishedReport({ isSecret: true }), 'the public')).toEqual([]);
  });
});
