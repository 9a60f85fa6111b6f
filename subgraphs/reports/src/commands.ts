import { type AnswerCommands, createAnswerCommands } from './answers/answer-commands.js';
import { ChangeTemplate } from './answer-templates/change-template.command.js';
import { CreateTemplate } from './answer-templates/create-template.command.js';
import { SetAnswerPolicy } from './answers/set-answer-policy.command.js';
import { OpenOversight } from './deadlines/open-oversight.command.js';
import { RecordBreach } from './deadlines/record-breach.command.js';
import { SendNotice } from './deadlines/send-notice.command.js';
import { AskReporter } from './completion/ask-reporter.command.js';
import { CompleteReport } from './completion/complete-report.command.js';
import { ExpireCompletion } from './completion/expire-completion.command.js';
import { RequestCompletion } from './completion/request-completion.command.js';
import { DispatchReport } from './disposition/dispatch-report.command.js';
import { PassUpReport } from './disposition/pass-up-report.command.js';
import { ReturnReport } from './disposition/return-report.command.js';
import { TakeOverReport } from './disposition/take-over-report.command.js';
import { MergeReports } from './duplicates/merge-reports.command.js';
import { SupportReport } from './duplicates/support-report.command.js';
import { UnmergeReport } from './duplicates/unmerge-report.command.js';
import { WithdrawSupport } from './duplicates/withdraw-support.command.js';
import { AcceptReport } from './follow-up/accept-report.command.js';
import { CloseSilentReport } from './follow-up/close-silent-report.command.js';
import { ConfirmResolution } from './follow-up/confirm-resolution.command.js';
import { RecordFollowUp } from './follow-up/record-follow-up.command.js';
import { ReplyToReport } from './follow-up/reply-to-report.command.js';
import { SendMessage } from './follow-up/send-message.command.js';
import { AcceptOversightCase } from './oversight/accept-oversight-case.command.js';
import { ConsentToOversight } from './oversight/consent-to-oversight.command.js';
import { DeclineOversight } from './oversight/decline-oversight.command.js';
import { RecordOversightOutcome } from './oversight/record-oversight-outcome.command.js';
import { WithdrawOversightConsent } from './oversight/withdraw-oversight-consent.command.js';
import { SubmitReport } from './intake/submit-report.command.js';
import { AddNote } from './notes/add-note.command.js';
import { LowerPrivacy } from './privacy/lower-privacy.command.js';
import { HideReport } from './publication/hide-report.command.js';
import { PublishReport } from './publication/publish-report.command.js';
import { RedactReport } from './publication/redact-report.command.js';
import { RaisePrivacy } from './privacy/raise-privacy.command.js';
import type { CommandParts } from './report/act-on-report.js';
import { AppealArchival } from './second-chance/appeal-archival.command.js';
import { ReopenReport } from './second-chance/reopen-report.command.js';
import { ExtendResolution } from './sla/extend-resolution.command.js';
import { ArchiveReport } from './verification/archive-report.command.js';
import { ReclassifyReport } from './verification/reclassify-report.command.js';
import { VerifyReport } from './verification/verify-report.command.js';
import { WithdrawReport } from './withdrawal/withdraw-report.command.js';

/** Everything that can be done to a report, one command each. */
export interface ReportCommands {
  readonly submit: SubmitReport;
  readonly requestCompletion: RequestCompletion;
  readonly complete: CompleteReport;
  readonly expireCompletion: ExpireCompletion;
  readonly verify: VerifyReport;
  readonly archive: ArchiveReport;
  readonly dispatch: DispatchReport;
  readonly giveBack: ReturnReport;
  readonly passUp: PassUpReport;
  readonly takeOver: TakeOverReport;
  readonly reclassify: ReclassifyReport;
  readonly extend: ExtendResolution;
  readonly accept: AcceptReport;
  readonly record: RecordFollowUp;
  readonly askReporter: AskReporter;
  readonly reply: ReplyToReport;
  readonly sendMessage: SendMessage;
  readonly confirm: ConfirmResolution;
  readonly closeSilent: CloseSilentReport;
  readonly appeal: AppealArchival;
  readonly reopen: ReopenReport;
  readonly merge: MergeReports;
  readonly unmerge: UnmergeReport;
  readonly support: SupportReport;
  readonly withdrawSupport: WithdrawSupport;
  readonly withdraw: WithdrawReport;
  readonly raisePrivacy: RaisePrivacy;
  readonly lowerPrivacy: LowerPrivacy;
  readonly redact: RedactReport;
  readonly hide: HideReport;
  readonly publish: PublishReport;
  readonly addNote: AddNote;
  readonly setAnswerPolicy: SetAnswerPolicy;
  readonly answers: AnswerCommands;
  readonly createTemplate: CreateTemplate;
  readonly changeTemplate: ChangeTemplate;
  readonly recordBreach: RecordBreach;
  readonly sendNotice: SendNotice;
  readonly openOversight: OpenOversight;
  readonly consentToOversight: ConsentToOversight;
  readonly declineOversight: DeclineOversight;
  readonly withdrawOversightConsent: WithdrawOversightConsent;
  readonly acceptOversightCase: AcceptOversightCase;
  readonly recordOversightOutcome: RecordOversightOutcome;
}

export function createCommands(parts: CommandParts): ReportCommands {
  return {
    submit: new SubmitReport(parts),
    requestCompletion: new RequestCompletion(parts),
    complete: new CompleteReport(parts),
    expireCompletion: new ExpireCompletion(parts),
    verify: new VerifyReport(parts),
    archive: new ArchiveReport(parts),
    dispatch: new DispatchReport(parts),
    giveBack: new ReturnReport(parts),
    passUp: new PassUpReport(parts),
    takeOver: new TakeOverReport(parts),
    reclassify: new ReclassifyReport(parts),
    extend: new ExtendResolution(parts),
    accept: new AcceptReport(parts),
    record: new RecordFollowUp(parts),
    askReporter: new AskReporter(parts),
    reply: new ReplyToReport(parts),
    sendMessage: new SendMessage(parts),
    confirm: new ConfirmResolution(parts),
    closeSilent: new CloseSilentReport(parts),
    appeal: new AppealArchival(parts),
    reopen: new ReopenReport(parts),
    merge: new MergeReports(parts),
    unmerge: new UnmergeReport(parts),
    support: new SupportReport(parts),
    withdrawSupport: new WithdrawSupport(parts),
    withdraw: new WithdrawReport(parts),
    raisePrivacy: new RaisePrivacy(parts),
    lowerPrivacy: new LowerPrivacy(parts),
    redact: new RedactReport(parts),
    hide: new HideReport(parts),
    publish: new PublishReport(parts),
    addNote: new AddNote(parts),
    setAnswerPolicy: new SetAnswerPolicy(parts),
    answers: createAnswerCommands(parts),
    createTemplate: new CreateTemplate(parts),
    changeTemplate: new ChangeTemplate(parts),
    recordBreach: new RecordBreach(parts),
    sendNotice: new SendNotice(parts),
    openOversight: new OpenOversight(parts),
    consentToOversight: new ConsentToOversight(parts),
    declineOversight: new DeclineOversight(parts),
    withdrawOversightConsent: new WithdrawOversightConsent(parts),
    acceptOversightCase: new AcceptOversightCase(parts),
    recordOversightOutcome: new RecordOversightOutcome(parts),
  };
}
