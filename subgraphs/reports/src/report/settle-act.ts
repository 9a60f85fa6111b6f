import type { CalendarNotLoaded, OfficeTimeZone } from '@satu-pintu/calendar';
import { accept, type Decision } from '@satu-pintu/domain-kit';
import { CLOCK_EFFECTS } from '../sla/clock-effects.js';
import { type Clock, moveClocks, writeBreach } from '../sla/clock.rules.js';
import type { Calendars } from '../sla/editions.js';
import { nextDeadline } from '../sla/next-deadline.rules.js';
import { countNotice, planNotices } from '../sla/notice.rules.js';
import { restateClock } from '../sla/restate-clock.rules.js';
import type { RuleSet } from '../sla/rule-set.js';
import type { AcceptedAct, Recalculation } from './act.js';
import type { ReportEntity } from './report.entity.js';
import { stateAfter } from './transitions.js';

/** A report and all runs of its clocks, as an act finds them. */
export interface ReportWithClocks {
  readonly report: ReportEntity;
  /** Oldest first within a kind. */
  readonly clocks: readonly Clock[];
}

/** What the consequences of an act are counted by. */
export interface Terms extends Calendars {
  readonly ruleSet: RuleSet;
  /** Zone of the office that holds the report after the act. */
  readonly timeZone: OfficeTimeZone;
}

/** An act with all its consequences, ready to be saved. */
export interface PreparedAct {
  readonly accepted: AcceptedAct;
  readonly before: ReportEntity;
  readonly after: ReportEntity;
  readonly clocksBefore: readonly Clock[];
  readonly clocksAfter: readonly Clock[];
}

/** Works out what an accepted act changes; refused where a deadline would lie beyond the loaded calendar. */
export function settleAct(
  { report: before, clocks: clocksBefore }: ReportWithClocks,
  accepted: AcceptedAct,
  terms: Terms,
  now: Date,
): Decision<PreparedAct, CalendarNotLoaded> {
  const acted = applyAct(before, accepted, now);
  const { awaitingSince: pausedAt, mergedAt } = before;
  const clockTerms = { ...terms, type: acted.type, pausedAt, mergedAt };
  const clocks = moveClocks(clocksBefore, CLOCK_EFFECTS[accepted.act], clockTerms, now);
  if (!clocks.ok) return clocks;
  const noted = noteOnClocks(clocks.value, accepted, terms, now);
  const clocksAfter = planNotices(clocksBefore, noted, terms);
  const after = { ...acted, nextDueAt: nextDeadline(clocksAfter) };
  return accept({ accepted, before, after, clocksBefore, clocksAfter });
}

/** What an act writes into clocks beside starting and ending them. */
function noteOnClocks(
  clocks: readonly Clock[],
  { breach, notice, recalculation, restates }: AcceptedAct,
  { calendar }: Terms,
  now: Date,
): readonly Clock[] {
  const written = breach ? writeBreach(clocks, breach) : clocks;
  const told = notice ? countNotice(written, notice) : written;
  const moved = recalculation ? moveLimits(told, recalculation) : told;
  return restates ? restateClock(moved, restates, now, calendar.edition) : moved;
}

function moveLimits(clocks: readonly Clock[], { edition, moves }: Recalculation): readonly Clock[] {
  return clocks.map((clock) => {
    const move = moves.find(({ kind, seq }) => kind === clock.kind && seq === clock.seq);
    return move ? { ...clock, dueAt: move.to, edition } : clock;
  });
}

/** The agency that holds the report once an act is carried out. */
export function holderAfter(report: ReportEntity, { disposition }: AcceptedAct): string {
  return disposition?.toAgencyId ?? report.holderAgencyId;
}

/** The report as it is after the act. */
function applyAct(report: ReportEntity, accepted: AcceptedAct, now: Date): ReportEntity {
  const { act, fields, disposition } = accepted;
  return {
    ...report,
    ...fields,
    ...standAfter(report, act, now),
    version: report.version + 1,
    ...(disposition && {
      holderAgencyId: holderAfter(report, accepted),
      handlerOfficerId: null,
      isBinding: disposition.isBinding ?? false,
      dispositionSeq: report.dispositionSeq + 1,
      receivedAt: now,
    }),
  };
}

/** The state afterwards; on the way into waiting or another report it remembers where it stood, on the way out it forgets. */
function standAfter(
  { state, stateBefore, awaitingSince }: ReportEntity,
  act: AcceptedAct['act'],
  now: Date,
): Pick<ReportEntity, 'state' | 'stateBefore' | 'awaitingSince'> {
  const after = stateAfter(act, state, stateBefore);
  if (state === after) return { state, stateBefore, awaitingSince };
  const goesBack = after === 'AWAITING_REPORTER' || after === 'MERGED';
  return {
    state: after,
    stateBefore: goesBack ? state : null,
    awaitingSince: after === 'AWAITING_REPORTER' ? now : null,
  };
}
