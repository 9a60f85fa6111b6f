import { localDateOf, type WorkCalendar } from '@satu-pintu/calendar';
import { accept, type Decision } from '@satu-pintu/domain-kit';
import type { AnswerDraft, ProposedAnswer } from '../../src/answers/answer-draft.js';
import {
  decideApproval,
  decideDiscarding,
  decideDraft,
  decideRejection,
  decideRevision,
  type NamedDraft,
} from '../../src/answers/answer.rules.js';
import {
  decideCompletion,
  decideCompletionRequest,
  decideQuestion,
} from '../../src/completion/completion.rules.js';
import { dispatcherIn, returnersIn } from '../../src/disposition/chain.rules.js';
import { decideDispatch, decideReturn, returnWindowOf } from '../../src/disposition/disposition.rules.js';
import { decideMerging, decideUnmerging, type MergeTarget } from '../../src/duplicates/merge.rules.js';
import { decideSupport } from '../../src/duplicates/support.rules.js';
import { decidePassingUp, decideTakingOver } from '../../src/disposition/upward.rules.js';
import {
  decideAcceptance,
  decideConfirmation,
  decideFollowUp,
  decideReply,
} from '../../src/follow-up/follow-up.rules.js';
import { decideMessage } from '../../src/follow-up/message.rules.js';
import type { Standing } from '../../src/hierarchy/standing.js';
import { decideNote } from '../../src/notes/note.rules.js';
import { decideConclusion, decideTaking } from '../../src/oversight/case.rules.js';
import { decideConsent, decideConsentWithdrawal, decideDecline } from '../../src/oversight/consent.rules.js';
import { ANSWER_REJECTED, openingOfOversight } from '../../src/oversight/eligibility.rules.js';
import { decideLoweredPrivacy } from '../../src/privacy/lower-privacy.rules.js';
import { decideHiding, decidePublishing, decideRedaction } from '../../src/publication/publication.rules.js';
import { decideRaisedPrivacy } from '../../src/privacy/raise-privacy.rules.js';
import { sightOf } from '../../src/privacy/sight.rules.js';
import type { AcceptedAct, Actor as ReportActor } from '../../src/report/act.js';
import { MISSING_ITEMS, OFFICER_ARCHIVE_REASONS, REPORT_TYPES } from '../../src/report/report-state.js';
import type { ReportAction } from '../../src/report/viewer-actions.rules.js';
import { decideAppeal } from '../../src/second-chance/appeal.rules.js';
import { chanceOf } from '../../src/second-chance/chance.rules.js';
import { decideReopening } from '../../src/second-chance/reopening.rules.js';
import { decideExtension } from '../../src/sla/extension.rules.js';
import { resolutionRuns } from '../../src/sla/resolution-limit.rules.js';
import { limitOf } from '../../src/sla/rule-set.js';
import { decideReclassification, reclassificationOf } from '../../src/verification/reclassification.rules.js';
import { decideArchival, decideVerification } from '../../src/verification/verification.rules.js';
import { decideWithdrawal } from '../../src/withdrawal/withdrawal.rules.js';
import { aDraft, MEANT } from '../support/drafts.js';
import type { Actor } from './actors.js';
import type { Country } from './country.js';
import type { Dice } from './dice.js';
import type { Life } from './life.js';
import { dayAfter } from './reference-days.js';
import type { World } from './world.js';

/** A report, somebody before it, and what chance decides about what they say. */
export interface Scene {
  readonly world: World;
  readonly life: Life;
  readonly actor: Actor;
  readonly standing: Standing;
  readonly dice: Dice;
}

/** The draft afterwards. */
interface Drafted {
  readonly draft: AnswerDraft | null;
}

/** A draft, or null, for what is written beside a report and leaves it as it is. */
type Judged = Decision<AcceptedAct | Drafted | null, { readonly kind: string }>;

/** The ways in which somebody may try an action: each asks the rule, as its command does, with other values. */
type Move = (scene: Scene) => readonly (() => Judged)[];

const TEXT = 'Sudah kami periksa di lapangan.';
const LINE = { id: '7b0c2f0e-5d2f-4b8e-9a57-3d6e0a1f0c99', body: TEXT };
const CATEGORY = { id: '08.001', isLeaf: true, isValid: true };

/** Every action that people are offered; a new one does not compile before it stands here. */
export const MOVES: Readonly<Record<ReportAction, Move>> = {
  REQUEST_COMPLETION: ({ life, standing, dice, world }) => [
    () => {
      const request = { ...LINE, missing: [dice.oneOf(MISSING_ITEMS)] };
      const allowed = limitOf(world.ruleSetOf(life), 'COMPLETION_REQUESTS');
      return decideCompletionRequest(life.report, standing, request, allowed);
    },
  ],
  VERIFY: ({ life, standing, dice, world }) => {
    const verification = {
      type: dice.oneOf(REPORT_TYPES),
      category: CATEGORY,
      publicTitle: 'Jalan berlubang',
      publicBody: null,
      publicAttachments: [],
      ...dispatchTermsOf(life, world),
    };
    return dice
      .turned(world.country.all)
      .map(
        (agency) => () => decideVerification(life.report, standing, { ...verification, agency }, world.now),
      );
  },
  ARCHIVE: ({ life, standing, dice, world }) => [
    () =>
      decideArchival(
        life.report,
        standing,
        { reason: dice.oneOf(OFFICER_ARCHIVE_REASONS), explanation: TEXT },
        world.now,
      ),
  ],
  DISPATCH: ({ life, standing, dice, world }) => {
    const dispatch = { ...dispatchTermsOf(life, world), note: null };
    return dice
      .turned(world.country.all)
      .map((agency) => () => decideDispatch(life.report, standing, { ...dispatch, agency }));
  },
  ACCEPT: ({ life, standing }) => [() => decideAcceptance(life.report, standing)],
  RECORD_FOLLOW_UP: ({ life, standing, actor, dice, world }) => {
    const today = localDateOf(world.now, 'Asia/Jakarta');
    const interim = { ...LINE, kind: 'INTERIM', outcome: null, promisedDate: null } as const;
    const promise = { outcome: 'SCHEDULED', promisedDate: dayAfter(today) } as const;
    const draft = dice.once(2) ? interim : ({ ...LINE, kind: 'FINAL', ...promise } as const);
    const { requiresApproval } = world.answeringOf(life, actor);
    return [() => decideFollowUp(life.report, standing, draft, { today, now: world.now, requiresApproval })];
  },
  DRAFT_ANSWER: draftAnswer,
  REVISE_ANSWER: (scene) => [() => reviseAnswer(scene)],
  APPROVE_ANSWER: ({ life, standing, actor, world }) => [
    () => {
      const { draft } = world.answeringOf(life, actor);
      const time = { today: localDateOf(world.now, 'Asia/Jakarta'), now: world.now };
      return decideApproval(life.report, standing, draft, asRead(draft), time);
    },
  ],
  REJECT_ANSWER: ({ life, standing, actor, world }) => [
    () => {
      const { draft } = world.answeringOf(life, actor);
      const judged = decideRejection(standing, draft, asRead(draft), TEXT);
      return judged.ok ? accept({ draft: stepOn(judged.value.draft, { state: 'REJECTED' }) }) : judged;
    },
  ],
  DISCARD_ANSWER: ({ life, standing, actor, world }) => [
    () => {
      const { draft } = world.answeringOf(life, actor);
      const judged = decideDiscarding(standing, draft, asRead(draft));
      return judged.ok ? accept({ draft: null }) : judged;
    },
  ],
  RETURN: (scene) => [() => giveBack(scene)],
  PASS_UP: ({ life, standing, world }) => [
    () => {
      const aboveId = world.country.activeAbove(life.report.holderAgencyId)?.id ?? null;
      return decidePassingUp(life.report, standing, { explanation: TEXT, aboveId });
    },
  ],
  TAKE_OVER: ({ life, standing }) => [() => decideTakingOver(life.report, standing, TEXT)],
  RECLASSIFY: ({ life, standing, dice, world }) =>
    dice.turned(REPORT_TYPES).map((type) => () => {
      const request = { type, reason: TEXT };
      const ruleSet = world.ruleSetOf(life);
      const judged = reclassificationOf(life.clocks, request, ruleSet, world.calendarsOf(life), world.now);
      return judged.ok ? decideReclassification(life.report, standing, judged.value) : judged;
    }),
  EXTEND: (scene) => [() => extend(scene)],
  SEND_MESSAGE: ({ life, standing }) => [() => decideMessage(life.report, standing, LINE)],
  ASK_REPORTER: ({ life, standing, world }) => [
    () => decideQuestion(life.report, standing, LINE, limitOf(world.ruleSetOf(life), 'AGENCY_PAUSES')),
  ],
  COMPLETE: ({ life, standing, world }) => [
    () => {
      const answer = { ...LINE, incidentDate: null, place: null, regionCode: null };
      return decideCompletion(life.report, standing, answer, localDateOf(world.now, 'Asia/Jakarta'));
    },
  ],
  REPLY: ({ life, standing, world }) => {
    const opening = openingOfOversight(life.report, ANSWER_REJECTED, world.oversightTermsOf(life));
    return [() => decideReply(life.report, standing, LINE, opening)];
  },
  CONFIRM: ({ life, standing, dice, world }) => [
    () => decideConfirmation(life.report, standing, dice.oneOf([null, 1, 5]), world.now),
  ],
  APPEAL: (scene) => [() => appeal(scene)],
  REOPEN: (scene) => [() => reopen(scene)],
  WITHDRAW: ({ life, standing, world }) => [
    () => decideWithdrawal(life.report, standing, { confirm: true, reason: null }, world.now),
  ],
  RAISE_PRIVACY: ({ life, standing, dice }) =>
    dice.turned(PRIVACY).map((raised) => () => decideRaisedPrivacy(life.report, standing, raised)),
  LOWER_PRIVACY: ({ life, standing }) => [() => decideLoweredPrivacy(life.report, standing, true)],
  REDACT: ({ life, standing, world }) => [
    () => {
      const texts = { publicTitle: 'Jalan rusak', publicBody: null };
      const hidden = {
        hiddenLines: [],
        knownLines: new Set<string>(),
        hiddenFiles: [],
        knownFiles: new Set<string>(),
      };
      const redaction = { ...texts, ...hidden, reason: TEXT };
      return decideRedaction(life.report, standing, redaction, world.now);
    },
  ],
  HIDE: ({ life, standing, world }) => [() => decideHiding(life.report, standing, TEXT, world.now)],
  PUBLISH: ({ life, standing, world }) => [() => decidePublishing(life.report, standing, TEXT, world.now)],
  CONSENT_TO_OVERSIGHT: ({ life, standing, dice, world }) => {
    const terms = world.oversightTermsOf(life);
    const words = { textVersion: '1', currentTextVersion: '1' };
    const consent = {
      ...words,
      revealsIdentity: dice.once(2),
      keepsNameSecret: true,
      incidentDate: terms.today,
    };
    return [() => decideConsent(life.report, standing, consent, terms)];
  },
  DECLINE_OVERSIGHT: ({ life, standing }) => [() => decideDecline(life.report, standing)],
  WITHDRAW_OVERSIGHT_CONSENT: ({ life, standing }) => [() => decideConsentWithdrawal(life.report, standing)],
  ACCEPT_OVERSIGHT_CASE: ({ life, standing }) => [() => decideTaking(life.report, standing, '0123/LM/2026')],
  RECORD_OVERSIGHT_OUTCOME: ({ life, standing, world }) => {
    const nothing = { correctiveAction: null, correctiveActionDueDate: null };
    const examination = { finding: 'EXAMINATION_STOPPED', summary: TEXT, ...nothing } as const;
    return [() => decideConclusion(life.report, standing, examination, world.oversightTermsOf(life).today)];
  },
  MERGE: (scene) => scene.dice.turned(scene.world.lives).map((named) => () => merge(scene, named)),
  UNMERGE: ({ life, standing }) => [() => decideUnmerging(life.report, standing, TEXT)],
  SUPPORT: ({ life, standing, actor }) => [
    () => {
      const support = decideSupport(life.report, standing, actor.viewer.reporterKey);
      return support.ok ? accept(null) : support;
    },
  ],
  ADD_NOTE: ({ standing }) => [
    () => {
      const note = decideNote(standing, TEXT);
      return note.ok ? accept(null) : note;
    },
  ],
};

/** An answer with a promise is one that may be too late when it is approved. */
function proposed({ dice, world }: Scene): ProposedAnswer {
  const promisedDate = dayAfter(localDateOf(world.now, 'Asia/Jakarta'));
  return dice.once(2)
    ? { kind: 'INTERIM', body: TEXT, outcome: null, promisedDate: null, memoRef: null }
    : dice.once(3)
      ? { kind: 'FINAL', body: TEXT, outcome: 'SCHEDULED', promisedDate, memoRef: null }
      : { kind: 'FINAL', body: TEXT, outcome: 'FIXED', promisedDate: null, memoRef: null };
}

function draftAnswer(scene: Scene): readonly (() => Judged)[] {
  const { life, standing, actor, world } = scene;
  const { report } = life;
  return [
    () => {
      const { draft } = world.answeringOf(life, actor);
      const today = localDateOf(world.now, 'Asia/Jakarta');
      const judged = decideDraft(report, standing, draft, proposed(scene), today);
      if (!judged.ok) return judged;
      const { by, answer } = judged.value;
      const { dispositionSeq, holderAgencyId: agencyId } = report;
      return accept({
        draft: aDraft({ ...answer, reportId: report.id, dispositionSeq, agencyId, ...writtenBy(by) }),
      });
    },
  ];
}

function reviseAnswer(scene: Scene): Judged {
  const { life, standing, actor, world } = scene;
  const { draft } = world.answeringOf(life, actor);
  const today = localDateOf(world.now, 'Asia/Jakarta');
  const judged = decideRevision(standing, draft, asRead(draft), proposed(scene), today);
  if (!judged.ok) return judged;
  const { draft: read, answer, by } = judged.value;
  const { writers } = writtenBy(by);
  const step = { ...answer, state: 'AWAITING_APPROVAL', writers: [...read.writers, ...writers] } as const;
  return accept({ draft: stepOn(read, step) });
}

function writtenBy({
  role,
  officerId,
}: ReportActor): Pick<AnswerDraft, 'authorRole' | 'authorOfficerId' | 'writers'> {
  if (role === 'REPORTER' || role === 'SYSTEM' || officerId === null)
    throw new Error('Only officers draft answers.');
  return { authorRole: role, authorOfficerId: officerId, writers: [officerId] };
}

function asRead(draft: AnswerDraft | null): NamedDraft {
  return { draftId: draft?.id ?? MEANT.draftId, draftVersion: draft?.version ?? 1 };
}

function stepOn(draft: AnswerDraft, changes: Partial<AnswerDraft>): AnswerDraft {
  return { ...draft, ...changes, version: draft.version + 1 };
}

const PRIVACY = [
  { isAnonymous: true, isSecret: false, reason: TEXT },
  { isAnonymous: false, isSecret: true, reason: TEXT },
];

/** Into the case that a report belongs to, as far as the officer sees both. */
function merge({ world, life, standing, actor }: Scene, named: Life): Judged {
  const lead = world.leadOf(named);
  const first = seen(world, named, actor);
  const target = first && lead ? seen(world, lead, actor) : first;
  return decideMerging(life.report, standing, target, TEXT, world.now);
}

function seen(world: World, life: Life, actor: Actor): MergeTarget | null {
  const standing = world.standingOf(life, actor);
  if (!sightOf(life.report, standing).exists) return null;
  const chance = life.report.state === 'CLOSED' ? chanceIn(world, life) : null;
  return { report: life.report, standing, reopensUntil: chance?.ok ? (chance.value?.endsAt ?? null) : null };
}

/** What bounds where a report may be sent. */
function dispatchTermsOf(
  life: Life,
  world: World,
): { readonly returners: ReadonlySet<string>; readonly returnsBeforeBinding: number } {
  const returnsBeforeBinding = limitOf(world.ruleSetOf(life), 'RETURNS_BEFORE_BINDING');
  return { returners: returnersIn(life.chain), returnsBeforeBinding };
}

function giveBack({ life, standing, world }: Scene): Judged {
  const { report, chain } = life;
  const { timeZone } = world.country.get(report.holderAgencyId);
  const windowEnd = returnWindowOf(report, world.ruleSetOf(life), timeZone, world.calendar);
  if (!windowEnd.ok) return windowEnd;
  return decideReturn(
    report,
    standing,
    {
      reason: 'NOT_COMPETENT',
      explanation: TEXT,
      suggestedAgencyId: null,
      isSuggestionKnown: true,
      dispatcherId: takerOf(chain, report.holderAgencyId, world.country),
      windowEndsAt: windowEnd.value,
    },
    world.now,
  );
}

/** Who gets a report back. */
function takerOf(chain: Life['chain'], holderId: string, country: Country): string {
  const dispatcherId = dispatcherIn(chain, holderId);
  return (dispatcherId === null ? country.nationalDesk : country.activeAtOrAbove(dispatcherId)).id;
}

/** To the first working day after the present due day. */
function extend({ life, standing, world }: Scene): Judged {
  const { calendar } = world;
  const runs = resolutionRuns(life.clocks, world.now);
  const newDueDate = nextWorkingDay(
    runs ? localDateOf(runs.dueAt, runs.last.timeZone) : '2026-01-05',
    calendar,
  );
  return decideExtension(life.report, standing, {
    id: LINE.id,
    reason: TEXT,
    newDueDate,
    runs,
    calendar,
    extensions: limitOf(world.ruleSetOf(life), 'EXTENSIONS'),
  });
}

function appeal({ life, standing, world }: Scene): Judged {
  const { report, history } = life;
  const chance = chanceIn(world, life);
  if (!chance.ok) return chance;
  const archivedBy = history.findLast(({ to }) => to === 'ARCHIVED')?.by.agencyId ?? report.holderAgencyId;
  const agencyAboveId = world.country.coordinatorAbove(archivedBy).id;
  return decideAppeal(report, standing, chance.value, { body: TEXT, agencyAboveId }, world.now);
}

function reopen({ life, standing, world }: Scene): Judged {
  const chance = chanceIn(world, life);
  if (!chance.ok) return chance;
  const agencyId = world.country.activeAtOrAbove(life.report.holderAgencyId).id;
  return decideReopening(life.report, standing, chance.value, { reason: TEXT, agencyId }, world.now);
}

function chanceIn(world: World, life: Life): ReturnType<typeof chanceOf> {
  const { timeZone } = world.country.get(life.report.holderAgencyId);
  return chanceOf(life.report, world.ruleSetOf(life), timeZone, world.calendar);
}

/** The first working day after a day; a day beyond the calendar where it has none. */
function nextWorkingDay(day: string, calendar: WorkCalendar): string {
  return calendar.workingDays.find((workingDay) => workingDay > day) ?? dayAfter(day);
}
