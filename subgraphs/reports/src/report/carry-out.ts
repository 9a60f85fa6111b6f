import type { CalendarNotLoaded, WorkCalendar } from '@satu-pintu/calendar';
import { accept, type Decision } from '@satu-pintu/domain-kit';
import { appendToOutbox } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';
import { loadAgencies } from '../hierarchy/agency.store.js';
import { appendDisposition } from '../disposition/disposition.store.js';
import { appendFollowUp } from '../follow-up/follow-up.store.js';
import { CLOCK_EFFECTS } from '../sla/clock-effects.js';
import { type Clock, moveClocks, writeBreach } from '../sla/clock.rules.js';
import { loadClocks, saveClocks, toClock } from '../sla/clock.store.js';
import { restateClock } from '../sla/restate-clock.rules.js';
import type { RuleSets } from '../sla/rule-sets.js';
import type { AcceptedAct } from './act.js';
import { appendHistory } from './history.store.js';
import type { ReportEntity } from './report.entity.js';
import { factsOf } from './report-facts.js';
import { updateReport } from './report.store.js';
import { stateAfter, TRANSITIONS } from './transitions.js';

/** What carrying out needs beside the transaction. */
export interface Office {
  readonly ruleSets: RuleSets;
  readonly calendar: WorkCalendar;
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
export async function prepareAct(
  tx: EntityManager,
  office: Office,
  before: ReportEntity,
  accepted: AcceptedAct,
  now: Date,
): Promise<Decision<PreparedAct, CalendarNotLoaded>> {
  const after = applyAct(before, accepted, now);
  const holder = (await loadAgencies(tx, [after.holderAgencyId])).get(after.holderAgencyId);
  if (!holder) throw new Error(`Agency ${after.holderAgencyId} cannot hold a report: it is not known.`);
  const clocksBefore = (await loadClocks(tx, [before.id])).map(toClock);
  const terms = {
    ruleSet: office.ruleSets.get(before.ruleSetCode),
    calendar: office.calendar,
    timeZone: holder.timeZone,
    type: after.type,
    pausedAt: before.awaitingSince,
  };
  const clocks = moveClocks(clocksBefore, CLOCK_EFFECTS[accepted.act], terms, now);
  if (!clocks.ok) return clocks;
  const { breach, restates } = accepted;
  const written = breach ? writeBreach(clocks.value, breach) : clocks.value;
  const clocksAfter = restates ? restateClock(written, restates, now) : written;
  return accept({ accepted, before, after, clocksBefore, clocksAfter });
}

/**
 * Saves a prepared act whole: state, holder, clocks, conversation, history, and the event that tells of it, all in
 * the caller's transaction.
 */
export async function saveAct(tx: EntityManager, act: PreparedAct, now: Date): Promise<ReportEntity> {
  const { accepted, before, after } = act;
  if (accepted.disposition) await appendDisposition(tx, before, after, accepted, accepted.disposition, now);
  if (accepted.followUp) await appendFollowUp(tx, after, accepted.actor, accepted.followUp, now);
  await appendHistory(tx, before.state, after, accepted, now);
  await updateReport(tx, before.id, after);
  await saveClocks(tx, before.id, act.clocksBefore, act.clocksAfter);
  await appendToOutbox(tx, {
    type: TRANSITIONS[accepted.act].event,
    aggregateId: after.id,
    version: after.version,
    at: now,
    payload: factsOf(after, act.clocksAfter),
  });
  return after;
}

/** The report as it is after the act. */
function applyAct(report: ReportEntity, { act, fields, disposition }: AcceptedAct, now: Date): ReportEntity {
  return {
    ...report,
    ...fields,
    ...standAfter(report, act, now),
    version: report.version + 1,
    ...(disposition && {
      holderAgencyId: disposition.toAgencyId,
      handlerOfficerId: null,
      isBinding: disposition.isBinding ?? false,
      dispositionSeq: report.dispositionSeq + 1,
      receivedAt: now,
    }),
  };
}

/** The state afterwards; on the way into waiting the report remembers where it stood, on the way out it forgets. */
function standAfter(
  { state, stateBefore, awaitingSince }: ReportEntity,
  act: AcceptedAct['act'],
  now: Date,
): Pick<ReportEntity, 'state' | 'stateBefore' | 'awaitingSince'> {
  const after = stateAfter(act, state, stateBefore);
  if (after !== 'AWAITING_REPORTER') return { state: after, stateBefore: null, awaitingSince: null };
  return state === after
    ? { state, stateBefore, awaitingSince }
    : { state: after, stateBefore: state, awaitingSince: now };
}
