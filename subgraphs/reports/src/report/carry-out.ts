import type { CalendarNotLoaded, WorkCalendar } from '@satu-pintu/calendar';
import type { Decision } from '@satu-pintu/domain-kit';
import { appendToOutbox } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';
import { attachFiles, hideFiles, publishFiles } from '../attachments/attachment.store.js';
import { loadAgencies } from '../hierarchy/agency.store.js';
import { draftsLiveOn } from '../answers/answer.rules.js';
import { publishDraft, supersedeDrafts } from '../answers/answer-draft.store.js';
import { appendDisposition } from '../disposition/disposition.store.js';
import { followersOf } from '../duplicates/followers.query.js';
import { letMergedFollow } from '../duplicates/merge.store.js';
import { appendFollowUp, hideLines } from '../follow-up/follow-up.store.js';
import { appendOversight } from '../oversight/oversight-record.store.js';
import { loadClocks, saveClocks, toClock } from '../sla/clock.store.js';
import { calendarsOf } from '../sla/editions.js';
import { appendMovedLimits } from '../work-calendar/recalculation.store.js';
import { appendEscalation } from '../deadlines/escalation.store.js';
import type { RuleSets } from '../sla/rule-sets.js';
import type { AcceptedAct } from './act.js';
import { appendHistory } from './history.store.js';
import type { ReportEntity } from './report.entity.js';
import { factsOf, factsOfTime } from './report-facts.js';
import { updateReport } from './report.store.js';
import { holderAfter, type PreparedAct, settleAct } from './settle-act.js';
import { TRANSITIONS } from './transitions.js';

/** What carrying out needs beside the transaction. */
export interface Office {
  readonly ruleSets: RuleSets;
  readonly calendar: WorkCalendar;
}

/** The office of a running service, whose calendar may be amended while it runs. */
export interface LivingOffice extends Office {
  /** Reads what was amended since, and lets nobody amend anything until the transaction ends. */
  keepUp(tx: EntityManager): Promise<void>;
  /** The calendar by which a run of a clock was counted. */
  calendarOf(edition: number, tx: EntityManager): Promise<WorkCalendar>;
}

/** Works out what an accepted act changes; refused where a deadline would lie beyond the loaded calendar. */
export async function prepareAct(
  tx: EntityManager,
  office: LivingOffice,
  report: ReportEntity,
  accepted: AcceptedAct,
  now: Date,
): Promise<Decision<PreparedAct, CalendarNotLoaded>> {
  const holderId = holderAfter(report, accepted);
  const holder = (await loadAgencies(tx, [holderId])).get(holderId);
  if (!holder) throw new Error(`Agency ${holderId} cannot hold a report: it is not known.`);
  const clocks = (await loadClocks(tx, [report.id])).map(toClock);
  const calendars = await calendarsOf(clocks, office.calendar, (edition) => office.calendarOf(edition, tx));
  const ruleSet = office.ruleSets.get(report.ruleSetCode);
  const terms = { ruleSet, ...calendars, timeZone: holder.timeZone };
  return settleAct({ report, clocks }, accepted, terms, now);
}

/** Saves a prepared act, and after it what the platform does of itself because of it. */
export async function saveAct(
  tx: EntityManager,
  office: LivingOffice,
  act: PreparedAct,
  now: Date,
): Promise<ReportEntity> {
  const after = await saveOne(tx, act, now);
  const { then } = act.accepted;
  if (!then) return after;
  const next = await prepareAct(tx, office, after, then, now);
  if (!next.ok) throw new Error(`What follows from ${act.accepted.act} was refused: ${next.refusal.kind}.`);
  return saveAct(tx, office, next.value, now);
}

/**
 * Saves one act whole: state, holder, clocks, conversation, history, and the event that tells of it, all in the
 * caller's transaction.
 */
async function saveOne(tx: EntityManager, act: PreparedAct, now: Date): Promise<ReportEntity> {
  const { accepted, before, after } = act;
  if (accepted.disposition) await appendDisposition(tx, before, after, accepted, accepted.disposition, now);
  if (accepted.followUp) await appendFollowUp(tx, after, accepted.actor, accepted.followUp, now);
  if (accepted.publishes) await publishDraft(tx, accepted.publishes, accepted.actor, now);
  if (!draftsLiveOn(before, after)) await supersedeDrafts(tx, after.id, now);
  await saveAttachments(tx, after.id, accepted, now);
  await appendHistory(tx, before.state, after, accepted, now);
  await updateReport(tx, before.id, after);
  if (after.mergedIntoId !== null && before.mergedIntoId === null)
    await letMergedFollow(tx, after.id, after.mergedIntoId);
  if (accepted.notice?.toAgencyId) await appendEscalation(tx, after, accepted.notice, now);
  if (accepted.recalculation) await appendMovedLimits(tx, after, accepted.recalculation);
  await saveClocks(tx, before.id, act.clocksBefore, act.clocksAfter);
  if (accepted.hidesLines) await hideLines(tx, after, accepted.hidesLines);
  if (accepted.hidesFiles) await hideFiles(tx, after, accepted.hidesFiles);
  if (accepted.oversight) await appendOversight(tx, after, accepted.oversight, now);
  await appendToOutbox(tx, {
    type: TRANSITIONS[accepted.act].event,
    aggregateId: after.id,
    version: after.version,
    at: now,
    payload: {
      ...factsOf(after, act.clocksAfter),
      ...factsOfTime(accepted),
      ...(await followersOf(tx, accepted.act, after)),
    },
  });
  return after;
}

async function saveAttachments(
  tx: EntityManager,
  reportId: string,
  { actor, attachments, followUp, publicAttachments }: AcceptedAct,
  now: Date,
): Promise<void> {
  const place = { reportId, followUpId: followUp?.id ?? null };
  if (attachments) await attachFiles(tx, place, attachments, actor, now);
  if (publicAttachments) await publishFiles(tx, reportId, publicAttachments);
}
