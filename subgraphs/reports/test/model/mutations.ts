import { localDateOf } from '@satu-pintu/calendar';
import { manages } from '@satu-pintu/domain-kit';
import { OVERSIGHT_CONSENT_TEXT } from '../../src/oversight/consent-text.js';
import { MISSING_ITEMS, OFFICER_ARCHIVE_REASONS, REPORT_TYPES } from '../../src/report/report-state.js';
import type { ReportAction } from '../../src/report/viewer-actions.rules.js';
import { resolutionRuns } from '../../src/sla/resolution-limit.rules.js';
import { MEANT } from '../support/drafts.js';
import type { Dice } from './dice.js';
import type { Scene } from './moves.js';

/** The mutation behind an offer, and the inputs with which somebody may try it. */
interface Mutation {
  readonly name: string;
  readonly inputs: (scene: Scene) => readonly object[];
}

const TEXT = 'Sudah kami periksa di lapangan.';
const EXPLANATION = { explanation: TEXT };
const REASON = { reason: TEXT };

/** Every action that people are offered, as clients of the graph ask for it. */
export const MUTATIONS: Readonly<Record<ReportAction, Mutation>> = {
  REQUEST_COMPLETION: {
    name: 'requestCompletion',
    inputs: ({ dice }) => [{ missing: [dice.oneOf(MISSING_ITEMS)], message: TEXT }],
  },
  VERIFY: {
    name: 'verifyReport',
    inputs: (scene) => {
      const type = scene.dice.oneOf(REPORT_TYPES);
      const verification = { type, categoryId: '08.001', publicTitle: 'Jalan berlubang' };
      return targetsIn(scene).map((agencyId) => ({ ...verification, agencyId }));
    },
  },
  ARCHIVE: {
    name: 'archiveReport',
    inputs: ({ dice }) => [{ reason: dice.oneOf(OFFICER_ARCHIVE_REASONS), ...EXPLANATION }],
  },
  DISPATCH: {
    name: 'dispatchReport',
    inputs: (scene) => targetsIn(scene).map((agencyId) => ({ agencyId })),
  },
  ACCEPT: { name: 'acceptReport', inputs: () => [{}] },
  RECORD_FOLLOW_UP: {
    name: 'recordFollowUp',
    inputs: ({ dice }) => [answerOf(dice)],
  },
  DRAFT_ANSWER: { name: 'draftAnswer', inputs: ({ dice }) => [answerOf(dice)] },
  REVISE_ANSWER: {
    name: 'reviseAnswer',
    inputs: (scene) => [{ ...answerOf(scene.dice), ...draftOf(scene) }],
  },
  APPROVE_ANSWER: { name: 'approveAnswer', inputs: (scene) => [draftOf(scene)] },
  REJECT_ANSWER: { name: 'rejectAnswer', inputs: (scene) => [{ ...draftOf(scene), ...REASON }] },
  DISCARD_ANSWER: { name: 'discardAnswer', inputs: (scene) => [draftOf(scene)] },
  RETURN: { name: 'returnReport', inputs: () => [{ reason: 'NOT_COMPETENT', ...EXPLANATION }] },
  PASS_UP: { name: 'passUpReport', inputs: () => [EXPLANATION] },
  TAKE_OVER: { name: 'takeOverReport', inputs: () => [REASON] },
  RECLASSIFY: {
    name: 'reclassifyReport',
    inputs: ({ dice }) => dice.turned(REPORT_TYPES).map((type) => ({ type, ...REASON })),
  },
  EXTEND: { name: 'extendResolution', inputs: (scene) => [{ newDueDate: laterDay(scene), ...REASON }] },
  SEND_MESSAGE: { name: 'sendMessage', inputs: () => [{ body: TEXT }] },
  ASK_REPORTER: { name: 'askReporter', inputs: () => [{ question: TEXT }] },
  COMPLETE: { name: 'completeReport', inputs: () => [{ text: TEXT }] },
  REPLY: { name: 'replyToReport', inputs: () => [{ body: TEXT }] },
  CONFIRM: { name: 'confirmResolution', inputs: ({ dice }) => [{ rating: dice.oneOf([null, 1, 5]) }] },
  APPEAL: { name: 'appealArchival', inputs: () => [{ body: TEXT }] },
  REOPEN: { name: 'reopenReport', inputs: () => [REASON] },
  WITHDRAW: { name: 'withdrawReport', inputs: () => [{ confirm: true }] },
  RAISE_PRIVACY: {
    name: 'raisePrivacy',
    inputs: ({ dice }) =>
      dice
        .turned([{ isAnonymous: true }, { isSecret: true }])
        .map((raised) => ({ isAnonymous: false, isSecret: false, ...raised, ...REASON })),
  },
  LOWER_PRIVACY: { name: 'lowerPrivacy', inputs: () => [{ confirm: true }] },
  REDACT: { name: 'redactReport', inputs: () => [{ publicTitle: 'Jalan rusak', ...REASON }] },
  HIDE: { name: 'hideReport', inputs: () => [REASON] },
  PUBLISH: { name: 'publishReport', inputs: () => [REASON] },
  CONSENT_TO_OVERSIGHT: {
    name: 'consentToOversight',
    inputs: ({ dice, world }) => [
      {
        textVersion: OVERSIGHT_CONSENT_TEXT.version,
        revealIdentity: dice.once(2),
        incidentDate: localDateOf(world.now, 'Asia/Jakarta'),
      },
    ],
  },
  DECLINE_OVERSIGHT: { name: 'declineOversight', inputs: () => [{}] },
  WITHDRAW_OVERSIGHT_CONSENT: { name: 'withdrawOversightConsent', inputs: () => [{}] },
  ACCEPT_OVERSIGHT_CASE: { name: 'acceptOversightCase', inputs: () => [{ caseNumber: '0123/LM/2026' }] },
  RECORD_OVERSIGHT_OUTCOME: {
    name: 'recordOversightOutcome',
    inputs: () => [{ finding: 'EXAMINATION_STOPPED', summary: TEXT }],
  },
  MERGE: {
    name: 'mergeReports',
    inputs: ({ world, dice }) =>
      dice.turned(world.lives).map(({ report }) => ({ intoReportId: report.id, ...REASON })),
  },
  UNMERGE: { name: 'unmergeReport', inputs: () => [REASON] },
  SUPPORT: { name: 'supportReport', inputs: () => [{}] },
  ADD_NOTE: { name: 'addNote', inputs: () => [{ body: TEXT }] },
};

function answerOf(dice: Dice): object {
  return { body: TEXT, ...(dice.once(2) ? { kind: 'INTERIM' } : { kind: 'FINAL', outcome: 'FIXED' }) };
}

/** The draft as it was read last; none that is known where there is none. */
function draftOf({ life: { draft } }: Scene): object {
  return { draftId: draft?.id ?? MEANT.draftId, draftVersion: draft?.version ?? 1 };
}

/** Agencies to which somebody may send a report; some agency where there is none. */
function targetsIn({ world, dice, standing }: Scene): readonly string[] {
  const { manager, national } = standing;
  const all = dice.turned(world.country.all);
  const own = all.filter(
    (agency) => agency.isActive && (national ?? (manager && manages(manager.place, agency))),
  );
  return (own.length > 0 ? own : all.slice(0, 2)).map(({ id }) => id);
}

/** The first working day after the present due day. */
function laterDay({ world, life }: Scene): string {
  const runs = resolutionRuns(life.clocks, world.now);
  const due = runs ? localDateOf(runs.dueAt, runs.last.timeZone) : localDateOf(world.now, 'Asia/Jakarta');
  return world.calendar.workingDays.find((day) => day > due) ?? due;
}
