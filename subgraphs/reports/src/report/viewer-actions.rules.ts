import { localDateOf } from '@satu-pintu/calendar';
import {
  approverOf,
  drafterOf,
  obstacleToDrafting,
  obstacleToJudging,
  type OpenDraft,
} from '../answers/answer.rules.js';
import { handlerOf } from '../follow-up/follow-up.rules.js';
import { administratorOf, overseerOf, type Standing } from '../hierarchy/standing.js';
import { dispatchActOf, obstacleToReturn } from '../disposition/disposition.rules.js';
import { mayMerge, unmergerOf } from '../duplicates/merge.rules.js';
import { obstacleToSupport } from '../duplicates/support.rules.js';
import { isAtTheTop, takerOf } from '../disposition/upward.rules.js';
import { noteAuthorOf } from '../notes/note.rules.js';
import { examinerOf } from '../oversight/case.rules.js';
import { mayConsent, obstacleToReporter } from '../oversight/consent.rules.js';
import { oversightTermsOn } from '../oversight/oversight-terms.js';
import { obstacleToLowering } from '../privacy/lower-privacy.rules.js';
import { editorOf } from '../publication/publication.rules.js';
import { mayRaisePrivacy } from '../privacy/raise-privacy.rules.js';
import { obstacleToAppeal } from '../second-chance/appeal.rules.js';
import type { Chance } from '../second-chance/chance.rules.js';
import { obstacleToReopening } from '../second-chance/reopening.rules.js';
import { obstacleToExtension } from '../sla/extension.rules.js';
import type { ResolutionRuns } from '../sla/resolution-limit.rules.js';
import { limitOf, type RuleSet } from '../sla/rule-set.js';
import { verifierOf } from '../verification/verification.rules.js';
import type { ReportEntity } from './report.entity.js';
import { type Act, mayBeginIn } from './transitions.js';

/** Acts that a viewer is offered; each is the mutation of that name. */
export const REPORT_ACTIONS = [
  'REQUEST_COMPLETION',
  'VERIFY',
  'ARCHIVE',
  'DISPATCH',
  'ACCEPT',
  'RECORD_FOLLOW_UP',
  'DRAFT_ANSWER',
  'REVISE_ANSWER',
  'APPROVE_ANSWER',
  'REJECT_ANSWER',
  'DISCARD_ANSWER',
  'RETURN',
  'PASS_UP',
  'TAKE_OVER',
  'RECLASSIFY',
  'EXTEND',
  'SEND_MESSAGE',
  'ASK_REPORTER',
  'COMPLETE',
  'REPLY',
  'CONFIRM',
  'APPEAL',
  'REOPEN',
  'WITHDRAW',
  'RAISE_PRIVACY',
  'LOWER_PRIVACY',
  'REDACT',
  'HIDE',
  'PUBLISH',
  'CONSENT_TO_OVERSIGHT',
  'DECLINE_OVERSIGHT',
  'WITHDRAW_OVERSIGHT_CONSENT',
  'ACCEPT_OVERSIGHT_CASE',
  'RECORD_OVERSIGHT_OUTCOME',
  'ADD_NOTE',
  'MERGE',
  'UNMERGE',
  'SUPPORT',
] as const;
export type ReportAction = (typeof REPORT_ACTIONS)[number];

/** What time and account allow, beside what the viewer is to the report and where it stands. */
export interface ActionTime {
  readonly now: Date;
  /** Is the viewer signed in? */
  readonly hasAccount: boolean;
  /** What the end of the report leaves to its reporter. */
  readonly chance: Chance | null;
  /** Last instant in which the holder may return it; null where that cannot be told. */
  readonly returnEndsAt: Date | null;
  /** The deadline of the agency; null where there is none. */
  readonly resolution: ResolutionRuns | null;
}

/** How answering stands at the holder. */
export interface Answering {
  readonly requiresApproval: boolean;
  /** The open draft, if there is one. */
  readonly draft: OpenDraft | null;
}

/** What this viewer may do with this report now, by the same rules that the commands ask. */
export function viewerActionsOn(
  report: ReportEntity,
  standing: Standing,
  ruleSet: RuleSet,
  { chance, returnEndsAt, resolution, hasAccount, now }: ActionTime,
  answering: Answering,
): readonly ReportAction[] {
  const today = localDateOf(now, 'Asia/Jakarta');
  const begins = (act: Act): boolean => mayBeginIn(act, report.state);
  const isVerifier = verifierOf(standing) !== null;
  const isHandler = handlerOf(standing) !== null;
  const hasQuestions = report.pauseCount < limitOf(ruleSet, 'AGENCY_PAUSES');
  const hasRequests = report.completionRequestCount < limitOf(ruleSet, 'COMPLETION_REQUESTS');
  const isAdministrator = administratorOf(standing) !== null;
  const isReturnable = returnEndsAt !== null && obstacleToReturn(report, returnEndsAt, now) === null;
  const isExtendable = obstacleToExtension(report, resolution, limitOf(ruleSet, 'EXTENSIONS')) === null;
  const { draft } = answering;
  const mayJudge = obstacleToJudging(standing, draft) === null;
  const allowed: Readonly<Record<ReportAction, boolean>> = {
    REQUEST_COMPLETION: isVerifier && hasRequests && begins('ASK_COMPLETION'),
    VERIFY: isVerifier && begins('VERIFY'),
    ARCHIVE: isVerifier && begins('ARCHIVE'),
    DISPATCH: mayDispatch(report, standing, limitOf(ruleSet, 'RETURNS_BEFORE_BINDING')),
    ACCEPT: isHandler && begins('ACCEPT'),
    RECORD_FOLLOW_UP: isHandler && !answering.requiresApproval && begins('FOLLOW_UP'),
    DRAFT_ANSWER: obstacleToDrafting(report, standing, draft) === null,
    REVISE_ANSWER: draft !== null && drafterOf(standing) !== null,
    APPROVE_ANSWER: mayJudge && begins('FOLLOW_UP'),
    REJECT_ANSWER: mayJudge,
    DISCARD_ANSWER: draft !== null && approverOf(standing) !== null,
    RETURN: standing.atHolder !== null && isReturnable,
    PASS_UP: standing.manager !== null && !isAtTheTop(report, standing) && begins('PASS_UP'),
    TAKE_OVER: takerOf(report, standing) !== null && begins('TAKE_OVER'),
    RECLASSIFY: overseerOf(standing) !== null && resolution !== null && begins('RECLASSIFY'),
    EXTEND: standing.coordinator !== null && isExtendable,
    SEND_MESSAGE: isAdministrator && begins('SEND_MESSAGE'),
    ASK_REPORTER: isHandler && hasQuestions && begins('ASK_REPORTER'),
    COMPLETE: standing.isReporter && begins('COMPLETE'),
    REPLY: standing.isReporter && begins('REPLY'),
    CONFIRM: standing.isReporter && begins('CONFIRM'),
    APPEAL: obstacleToAppeal(report, standing, chance, now) === null,
    REOPEN: obstacleToReopening(report, standing, chance, now) === null,
    WITHDRAW: standing.isReporter && begins('WITHDRAW'),
    RAISE_PRIVACY: mayRaisePrivacy(report, standing) && begins('RAISE_PRIVACY'),
    LOWER_PRIVACY: obstacleToLowering(report, standing) === null,
    REDACT: editorOf('REDACT', report, standing).ok,
    HIDE: editorOf('HIDE', report, standing).ok,
    PUBLISH: editorOf('PUBLISH', report, standing).ok,
    CONSENT_TO_OVERSIGHT: mayConsent(report, standing, oversightTermsOn(today, ruleSet)),
    DECLINE_OVERSIGHT: obstacleToReporter('OVERSIGHT_DECLINE', report, standing) === null,
    WITHDRAW_OVERSIGHT_CONSENT: obstacleToReporter('OVERSIGHT_WITHDRAW_CONSENT', report, standing) === null,
    ACCEPT_OVERSIGHT_CASE: examinerOf('OVERSIGHT_ACCEPT', report, standing).ok,
    RECORD_OVERSIGHT_OUTCOME: examinerOf('OVERSIGHT_CONCLUDE', report, standing).ok,
    ADD_NOTE: noteAuthorOf(standing) !== null,
    MERGE: mayMerge(report, standing),
    UNMERGE: unmergerOf(report, standing) !== null && begins('UNMERGE'),
    SUPPORT: obstacleToSupport(report, standing, hasAccount) === null,
  };
  return REPORT_ACTIONS.filter((action) => allowed[action]);
}

function mayDispatch(report: ReportEntity, standing: Standing, returnsBeforeBinding: number): boolean {
  const act = dispatchActOf(report, returnsBeforeBinding);
  const isEntitled = act === 'BIND' ? standing.national : (standing.manager ?? standing.national);
  return isEntitled !== null && mayBeginIn(act, report.state);
}
