import { permitOnReport, type ReportRightName } from '@satu-pintu/authorization';
import { localDateOf } from '@satu-pintu/calendar';
import { obstacleToDrafting, obstacleToJudging, type OpenDraft } from '../answers/answer.rules.js';
import type { Standing } from '../hierarchy/standing.js';
import { dispatchActOf, obstacleToReturn } from '../disposition/disposition.rules.js';
import { mayMerge, unmergerOf } from '../duplicates/merge.rules.js';
import { obstacleToSupport } from '../duplicates/support.rules.js';
import { isAtTheTop, takerOf } from '../disposition/upward.rules.js';
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
  const may = (right: ReportRightName): boolean => permitOnReport(right, standing) !== null;
  const hasQuestions = report.pauseCount < limitOf(ruleSet, 'AGENCY_PAUSES');
  const hasRequests = report.completionRequestCount < limitOf(ruleSet, 'COMPLETION_REQUESTS');
  const isReturnable = returnEndsAt !== null && obstacleToReturn(report, returnEndsAt, now) === null;
  const isExtendable = obstacleToExtension(report, resolution, limitOf(ruleSet, 'EXTENSIONS')) === null;
  const { draft } = answering;
  const allowed: Readonly<Record<ReportAction, boolean>> = {
    REQUEST_COMPLETION: may('ASK_COMPLETION') && hasRequests && begins('ASK_COMPLETION'),
    VERIFY: may('VERIFY') && begins('VERIFY'),
    ARCHIVE: may('ARCHIVE') && begins('ARCHIVE'),
    DISPATCH: mayDispatch(report, standing, limitOf(ruleSet, 'RETURNS_BEFORE_BINDING')),
    ACCEPT: may('ACCEPT') && begins('ACCEPT'),
    RECORD_FOLLOW_UP: may('FOLLOW_UP') && !answering.requiresApproval && begins('FOLLOW_UP'),
    DRAFT_ANSWER: obstacleToDrafting(report, standing, draft) === null,
    REVISE_ANSWER: draft !== null && may('REVISE_ANSWER'),
    APPROVE_ANSWER: obstacleToJudging('APPROVE_ANSWER', standing, draft) === null && begins('FOLLOW_UP'),
    REJECT_ANSWER: obstacleToJudging('REJECT_ANSWER', standing, draft) === null,
    DISCARD_ANSWER: draft !== null && may('DISCARD_ANSWER'),
    RETURN: may('RETURN') && isReturnable,
    PASS_UP: may('PASS_UP') && !isAtTheTop(report, standing) && begins('PASS_UP'),
    TAKE_OVER: takerOf(report, standing) !== null && begins('TAKE_OVER'),
    RECLASSIFY: may('RECLASSIFY') && resolution !== null && begins('RECLASSIFY'),
    EXTEND: may('EXTEND') && isExtendable,
    SEND_MESSAGE: may('SEND_MESSAGE') && begins('SEND_MESSAGE'),
    ASK_REPORTER: may('ASK_REPORTER') && hasQuestions && begins('ASK_REPORTER'),
    COMPLETE: may('COMPLETE') && begins('COMPLETE'),
    REPLY: may('REPLY') && begins('REPLY'),
    CONFIRM: may('CONFIRM') && begins('CONFIRM'),
    APPEAL: obstacleToAppeal(report, standing, chance, now) === null,
    REOPEN: obstacleToReopening(report, standing, chance, now) === null,
    WITHDRAW: may('WITHDRAW') && begins('WITHDRAW'),
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
    ADD_NOTE: may('ADD_NOTE'),
    MERGE: mayMerge(report, standing),
    UNMERGE: unmergerOf(report, standing) !== null && begins('UNMERGE'),
    SUPPORT: obstacleToSupport(report, standing, hasAccount) === null,
  };
  return REPORT_ACTIONS.filter((action) => allowed[action]);
}

function mayDispatch(report: ReportEntity, standing: Standing, returnsBeforeBinding: number): boolean {
  const act = dispatchActOf(report, returnsBeforeBinding);
  const right = act === 'BIND' ? 'DISPATCH_FOR_GOOD' : 'DISPATCH';
  return permitOnReport(right, standing) !== null && mayBeginIn(act, report.state);
}
