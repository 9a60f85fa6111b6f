import type { CalendarNotLoaded } from '@satu-pintu/calendar';
import type { Appointment, InvalidInput, OfficerRole } from '@satu-pintu/domain-kit';
import type { AnswerDraft } from '../answers/answer-draft.js';
import type { NewAttachments } from '../attachments/attach.rules.js';
import type { RestatedLimit } from '../sla/restate-clock.rules.js';
import type { ClockKind } from '../sla/rule-set.js';
import type { FollowUpKind, MissingItem, Outcome, OversightFinding, ReportState } from './report-state.js';
import type { ReportEntity } from './report.entity.js';
import type { Act } from './transitions.js';

/** Who carries an act out, as history keeps it: a role and an agency; a reporter is never more than a role. */
export interface Actor {
  readonly role: OfficerRole | 'REPORTER' | 'SYSTEM';
  readonly agencyId: string | null;
  readonly officerId: string | null;
}

export const THE_REPORTER: Actor = { role: 'REPORTER', agencyId: null, officerId: null };
export const THE_SYSTEM: Actor = { role: 'SYSTEM', agencyId: null, officerId: null };

/** What a rule allowed: the act and everything that changes with it. */
export interface AcceptedAct {
  readonly act: Act;
  readonly actor: Actor;
  /** Fields of the report beside state, version and holder. */
  readonly fields?: Partial<ReportEntity>;
  readonly disposition?: NewDisposition;
  readonly followUp?: NewFollowUp;
  /** The draft that this act gives as an answer. */
  readonly publishes?: AnswerDraft;
  /** Files that come with it: they hang on its line of the conversation. */
  readonly attachments?: NewAttachments;
  /** Of the files that hang on the report, those that the public may see from now on; no others. */
  readonly publicAttachments?: readonly string[];
  /** The clock whose running out is written down by this act. */
  readonly breach?: ClockKind;
  /** The reminder or escalation that is this act, on the way of one run of a clock. */
  readonly notice?: SentNotice;
  /** Limits that a recalculation moves, beside what the act does to clocks anyway. */
  readonly recalculation?: Recalculation;
  /** A new limit for one clock, beside what the act does to clocks anyway (T25, T26). */
  readonly restates?: RestatedLimit;
  /** What is kept of the way to the Ombudsman (T29). */
  readonly oversight?: NewOversightRecord;
  /** Lines of the conversation whose text the public no longer reads (T30). */
  readonly hidesLines?: readonly string[];
  /** Files, of the report and of its lines, that the public no longer sees (T30). */
  readonly hidesFiles?: readonly string[];
  /** Why, for history; a code or a sentence of the office. */
  readonly reason?: string;
  /** What the platform does of itself because of it, right after and in the same transaction. */
  readonly then?: AcceptedAct;
}

/** A notice on the way of a clock. */
export interface SentNotice {
  readonly kind: ClockKind;
  /** Of the run. */
  readonly seq: number;
  /** Agency that is told, of an escalation. */
  readonly toAgencyId: string | null;
}

/** What a recalculation moves on one report. */
export interface Recalculation {
  readonly id: string;
  /** Of the calendar by which the new limits are counted. */
  readonly edition: number;
  readonly moves: readonly MovedLimit[];
}

/** One run of a clock, its due instant before and after. */
export interface MovedLimit {
  readonly kind: ClockKind;
  readonly seq: number;
  readonly from: Date;
  readonly to: Date;
}

/** A change of holder. */
export interface NewDisposition {
  readonly toAgencyId: string;
  readonly isBinding?: boolean;
  readonly reason?: string;
  readonly note?: string;
  readonly suggestedAgencyId?: string | null;
}

/** A line in the conversation. */
export interface NewFollowUp {
  readonly id: string;
  readonly kind: FollowUpKind;
  readonly body: string;
  readonly outcome?: Outcome;
  /** Day until which the agency promises to have done it; with outcome SCHEDULED. */
  readonly promisedDate?: string;
  /** Who speaks, where it is not the one who carries out the act. */
  readonly author?: Actor;
  /** What a question before verification asks for. */
  readonly missing?: readonly MissingItem[];
}

/** A step on the way to the Ombudsman, with what must be proven of it later. */
export type NewOversightRecord =
  | {
      readonly kind: 'CONSENT';
      readonly textVersion: string;
      readonly revealsIdentity: boolean;
      readonly keepsNameSecret: boolean;
      readonly incidentDate: string | null;
    }
  | { readonly kind: 'TRANSFER'; readonly caseNumber: string }
  | {
      readonly kind: 'OUTCOME';
      readonly finding: OversightFinding;
      readonly summary: string;
      readonly correctiveAction: string | null;
      readonly correctiveActionDueDate: string | null;
    };

/** Refusals that most acts share. */
export type CommonRefusal =
  | { readonly kind: 'ReportNotFound' }
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | InvalidInput
  | CalendarNotLoaded;

/** The actor that an appointment makes of a viewer. */
export function actorOf(post: Appointment): Actor {
  return { role: post.role, agencyId: post.agencyId, officerId: post.officerId };
}
