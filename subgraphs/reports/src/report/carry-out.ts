import { randomUUID } from 'node:crypto';
import type { CalendarNotLoaded, WorkCalendar } from '@satu-pintu/calendar';
import { accept, type Decision } from '@satu-pintu/domain-kit';
import { appendToOutbox } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';
import { loadAgencies } from '../hierarchy/agency.store.js';
import { appendDisposition } from '../disposition/disposition.store.js';
import { appendFollowUp } from '../follow-up/follow-up.store.js';
import { CLOCK_EFFECTS } from '../sla/clock-effects.js';
import { type Clock, moveClocks } from '../sla/clock.rules.js';
import { loadClocks, saveClocks, toClock } from '../sla/clock.store.js';
import type { RuleSets } from '../sla/rule-sets.js';
import type { AcceptedAct } from './act.js';
import { appendHistory } from './history.store.js';
import type { ReportEntity } from './report.entity.js';
import { factsOf } from './report-facts.js';
import { updateReport } from './report.store.js';
import { TRANSITIONS } from './transitions.js';

/** What carrying out needs beside the transaction. */
export interface Office {
  readonly ruleSets: RuleSets;
  readonly calendar: WorkCalendar;
}

/**
 * Saves an accepted act whole: state, holder, clocks, conversation, history, and the event that tells of it, all in
 * the caller's transaction. Refused only where a deadline would lie beyond the loaded calendar; then nothing is saved.
 */
export async function carryOut(
  tx: EntityManager,
  office: Office,
  report: ReportEntity,
  accepted: AcceptedAct,
  now: Date,
): Promise<Decision<ReportEntity, CalendarNotLoaded>> {
  const changed = applyAct(report, accepted, now);
  const holder = (await loadAgencies(tx, [changed.holderAgencyId])).get(changed.holderAgencyId);
  if (!holder) throw new Error(`Agency ${changed.holderAgencyId} cannot hold a report: it is not known.`);
  const before = (await loadClocks(tx, [report.id])).map(toClock);
  const clocks = moveClocks(
    before,
    CLOCK_EFFECTS[accepted.act],
    {
      ruleSet: office.ruleSets.get(report.ruleSetCode),
      calendar: office.calendar,
      timeZone: holder.timeZone,
      type: changed.type,
    },
    now,
  );
  if (!clocks.ok) return clocks;
  await save(tx, report, changed, accepted, now);
  await saveClocks(tx, report.id, before, clocks.value);
  await announce(tx, changed, accepted, clocks.value, now);
  return accept(changed);
}

/** The report as it is after the act. */
export function applyAct(report: ReportEntity, { act, fields, disposition }: AcceptedAct, now: Date): ReportEntity {
  return {
    ...report,
    ...fields,
    state: TRANSITIONS[act].to,
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

async function save(
  tx: EntityManager,
  report: ReportEntity,
  changed: ReportEntity,
  accepted: AcceptedAct,
  now: Date,
): Promise<void> {
  if (accepted.disposition) await appendDisposition(tx, report, changed, accepted, accepted.disposition, now);
  if (accepted.followUp) await appendFollowUp(tx, changed, accepted.actor, accepted.followUp, now);
  await appendHistory(tx, report.state, changed, accepted, now);
  await updateReport(tx, report.id, changed);
}

async function announce(
  tx: EntityManager,
  report: ReportEntity,
  accepted: AcceptedAct,
  clocks: readonly Clock[],
  now: Date,
): Promise<void> {
  await appendToOutbox(tx, {
    id: randomUUID(),
    type: TRANSITIONS[accepted.act].event,
    aggregateId: report.id,
    version: report.version,
    at: now,
    payload: factsOf(report, clocks),
  });
}
