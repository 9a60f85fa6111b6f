import type { AnswerDraft } from '../../src/answers/answer-draft.js';
import { draftsLiveOn } from '../../src/answers/answer.rules.js';
import type { Actor, NewFollowUp } from '../../src/report/act.js';
import type { ReportEntity } from '../../src/report/report.entity.js';
import type { ReportState } from '../../src/report/report-state.js';
import type { PreparedAct } from '../../src/report/settle-act.js';
import { type Act, TRANSITIONS } from '../../src/report/transitions.js';
import type { Clock } from '../../src/sla/clock.rules.js';

/** A link of the chain of holders. */
export interface ModelLink {
  readonly act: Act;
  readonly from_agency_id: string | null;
  readonly to_agency_id: string;
  readonly at: Date;
}

/** A line of history. */
export interface ModelEntry {
  readonly act: Act;
  readonly from: ReportState | null;
  readonly to: ReportState;
  readonly by: Actor;
  readonly reason: string | null;
  readonly at: Date;
}

/** A line of the conversation. */
export interface ModelLine extends NewFollowUp {
  readonly by: Actor;
  readonly at: Date;
}

/** One report with everything that is kept of it. A step makes a new one, so that before and after can be compared. */
export interface Life {
  /** Name of the actor who filed it. */
  readonly reporter: string;
  readonly report: ReportEntity;
  readonly clocks: readonly Clock[];
  readonly chain: readonly ModelLink[];
  readonly history: readonly ModelEntry[];
  readonly lines: readonly ModelLine[];
  /** The answer that is being prepared. */
  readonly draft: AnswerDraft | null;
  /** Names of the events that were told, by version. */
  readonly events: readonly string[];
}

/** A report as it was taken in. */
export function bornAs(reporter: string, report: ReportEntity, clocks: readonly Clock[]): Life {
  const at = report.submittedAt;
  const by: Actor = { role: 'REPORTER', agencyId: null, officerId: null };
  return {
    reporter,
    report,
    clocks,
    chain: [{ act: 'SUBMIT', from_agency_id: null, to_agency_id: report.holderAgencyId, at }],
    history: [{ act: 'SUBMIT', from: null, to: report.state, by, reason: null, at }],
    lines: [],
    draft: null,
    events: [TRANSITIONS.SUBMIT.event],
  };
}

/** The report after an act, kept as the tables keep it. */
export function livedOn(life: Life, { accepted, before, after, clocksAfter }: PreparedAct, at: Date): Life {
  const { act, actor: by, disposition, followUp, reason = null } = accepted;
  const link = disposition && {
    act,
    from_agency_id: before.holderAgencyId,
    to_agency_id: disposition.toAgencyId,
    at,
  };
  return {
    reporter: life.reporter,
    report: after,
    clocks: clocksAfter,
    chain: link ? [...life.chain, link] : life.chain,
    history: [...life.history, { act, from: before.state, to: after.state, by, reason, at }],
    lines: followUp ? [...life.lines, { ...followUp, by, at }] : life.lines,
    draft: accepted.publishes || !draftsLiveOn(before, after) ? null : life.draft,
    events: [...life.events, TRANSITIONS[act].event],
  };
}
