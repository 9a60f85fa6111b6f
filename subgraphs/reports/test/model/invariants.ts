import { dueAt, officeTimeZones, type WorkCalendar } from '@satu-pintu/calendar';
import { manages } from '@satu-pintu/domain-kit';
import { sightOf } from '../../src/privacy/sight.rules.js';
import type { AcceptedAct } from '../../src/report/act.js';
import { OPEN_STATES, type ReportState } from '../../src/report/report-state.js';
import { type Act, mayBeginIn, stateAfter, TRANSITIONS } from '../../src/report/transitions.js';
import { type Clock, latestClock } from '../../src/sla/clock.rules.js';
import { ACTORS } from './actors.js';
import { checkClocks } from './clock-invariants.js';
import type { Life } from './life.js';
import { isSame, must } from './must.js';
import type { World } from './world.js';

/** One act on one report, from before to after. */
export interface Step {
  readonly world: World;
  readonly before: Life;
  readonly after: Life;
  readonly accepted: AcceptedAct;
}

/** Everything that holds of every act in every history; the numbers are those of the office's list of invariants. */
export function checkStep(step: Step): void {
  checkHolder(step);
  checkRoute(step);
  checkEnd(step.after);
  checkClocks(step);
  checkDeadlines(step.after, step.world.calendar);
  checkConversation(step);
  checkAnswer(step);
  checkMerging(step);
  checkPrivacy(step);
  checkRecord(step);
}

/** 1, 2, 3: exactly one holder, a chain without gaps, and nobody gets a report who cannot act. */
function checkHolder({ world, before, after, accepted }: Step): void {
  const { report, chain } = after;
  must(chain.length === report.dispositionSeq, 'every change of holder is one link');
  must(chain.at(-1)?.to_agency_id === report.holderAgencyId, 'the holder is the last of the chain');
  chain.forEach((link, index) =>
    must(link.from_agency_id === (chain[index - 1]?.to_agency_id ?? null), 'the chain has no gap'),
  );
  if (!accepted.disposition) {
    must(report.holderAgencyId === before.report.holderAgencyId, 'the holder changes by a disposition only');
    return;
  }
  must(world.country.get(report.holderAgencyId).isActive, 'no report goes to an agency that has ended');
  must(report.receivedAt.getTime() === chain.at(-1)?.at.getTime(), 'the holder has it since it got it');
}

/** 4, 6: where a report may go, by who sends it. */
function checkRoute({ world, before, after, accepted: { act, actor, disposition } }: Step): void {
  if (!disposition) return;
  const { country } = world;
  const holder = before.report.holderAgencyId;
  const target = disposition.toAgencyId;
  const isNational = actor.role === 'NATIONAL_ADMIN';
  const house = actor.agencyId === null ? null : country.get(actor.agencyId);
  const isInHouse = house !== null && manages(house, country.get(target));
  if (SENDING.includes(act)) {
    must(isNational || isInHouse, 'only the national desk sends a report out of a house');
    must(
      !hasReturned(before, target) || (isNational && after.report.isBinding),
      'nobody gets a report again that it has returned, unless the national desk binds it',
    );
  }
  if (before.report.state === 'RETURNED' && SENDING.includes(act) && before.report.returnCount >= 2)
    must(isNational && after.report.isBinding, 'after two returns the disposition binds');
  if (act === 'RETURN') {
    must(!before.report.isBinding, 'a binding disposition is not returned');
    const wasThere = before.chain.some(({ from_agency_id: from }) => from !== null && isAtOrAbove(from));
    must(wasThere || target === country.nationalDesk.id, 'a return goes back to where the report came from');
  }
  if (act === 'PASS_UP') must(country.isAbove(target, holder), 'what is passed up goes up');
  if (act === 'TAKE_OVER')
    must(actor.agencyId === target && target !== holder, 'who takes over has it afterwards');
  if (act === 'APPEAL' || act === 'REOPEN')
    must(country.isAbove(target, holder) || target === country.nationalDesk.id, 'a second chance looks up');

  function isAtOrAbove(agency: string): boolean {
    return target === agency || country.isAbove(target, agency);
  }
}

const SENDING: readonly Act[] = ['VERIFY', 'SUB_DISPATCH', 'REDISPATCH', 'BIND'];

function hasReturned({ chain }: Life, agency: string): boolean {
  return chain.some(({ act, from_agency_id: from }) => act === 'RETURN' && from === agency);
}

/** 5: no report ends because nobody is competent; and each end is told with what belongs to it. */
function checkEnd({ report, history }: Life): void {
  const { state, closeReason, archiveReason } = report;
  const isOpen = OPEN_STATES.includes(state);
  must(
    (report.closedAt === null) === (isOpen || state === 'MERGED'),
    'what is over has an end, and nothing else',
  );
  must((closeReason !== null) === (state === 'CLOSED'), 'what is closed says how');
  must((archiveReason !== null) === (state === 'ARCHIVED'), 'what is archived says why');
  must(report.rating === null || state === 'CLOSED', 'only what is closed is rated');
  const last = history.at(-1);
  must(isOpen || last?.reason?.includes('COMPETEN') !== true, 'no report ends for "not our authority"');
  must((report.awaitingSince !== null) === (state === 'AWAITING_REPORTER'), 'who waits knows since when');
  const goesBack = state === 'AWAITING_REPORTER' || state === 'MERGED';
  must((report.stateBefore !== null) === goesBack, 'what is to go back knows where to');
}

/** 12, 13: who speaks in which line, and who is silent when a report is closed by silence. */
function checkConversation({ world, before, after, accepted: { act, actor, followUp } }: Step): void {
  if (followUp) {
    must(followUp.body.trim() !== '', 'nobody says nothing');
    const isOffice = actor.agencyId !== null;
    must(
      isOffice !== (followUp.kind === 'REPLY' || followUp.kind === 'COMPLETION'),
      'each speaks for itself',
    );
    if (followUp.kind === 'INTERIM' || followUp.kind === 'FINAL')
      must(
        (followUp.author ?? actor).agencyId === before.report.holderAgencyId,
        'only the holder follows up',
      );
  }
  if (act !== 'AUTO_CLOSE') return;
  const last = before.lines.at(-1);
  must(last?.kind === 'FINAL' || last?.kind === 'MESSAGE', 'silence follows the word of an office');
  const silence = latestClock(before.clocks, 'SILENCE');
  must(
    last !== undefined && silence !== null && wasSilent(world, last.at, silence),
    'silence lasts ten working days',
  );
  must(after.report.closeReason === 'SILENCE_10HK', 'silence is the reason');
}

/** An answer by draft has seen four eyes, and no agency prepares one for a report that it does not hold. */
function checkAnswer({ world, before, after, accepted: { act, actor, publishes } }: Step): void {
  if (publishes) {
    must(publishes.state === 'AWAITING_APPROVAL', 'what was rejected is not given');
    must(!publishes.writers.some((id) => id === actor.officerId), 'nobody approves what they have written');
    must(publishes.dispositionSeq === before.report.dispositionSeq, 'a draft is of the holder');
  }
  if (act === 'FOLLOW_UP' || act === 'RESPOND') {
    const isApproved = publishes !== undefined;
    must(isApproved || !world.needsApproval(before), 'where approval is required there is no other way');
  }
  const { draft, report } = after;
  if (!draft) return;
  must(draft.agencyId === report.holderAgencyId, 'a draft is of the holder');
  must(draft.dispositionSeq === report.dispositionSeq, 'a draft does not outlive a change of holder');
  must(DRAFTED_IN.includes(report.state), 'a draft does not outlive what it answers');
}

const DRAFTED_IN: readonly ReportState[] = ['DISPATCHED', 'IN_PROGRESS', 'AWAITING_REPORTER'];

/**
 * Ten working days, as the run that waits for the reporter was counted, in the zone of one of the offices: a report may
 * have been taken over meanwhile.
 */
function wasSilent({ now, days }: World, since: Date, { edition }: Clock): boolean {
  return Object.values(officeTimeZones).some((zone) => {
    const end = dueAt(since, 10, zone, days.edition(edition));
    return end.ok && now > end.value;
  });
}

/** 2, 14: a merged report is one step from a case that stands for itself, and neither is secret when they are joined. */
function checkMerging({ world, after, accepted: { act } }: Step): void {
  for (const { report } of world.lives) {
    const isMerged = report.state === 'MERGED';
    must(
      (report.mergedIntoId !== null) === isMerged,
      'what is merged leads to a case, and nothing else does',
    );
    must((report.mergedAt !== null) === isMerged, 'what is merged knows since when');
    const lead = report.mergedIntoId === null ? null : world.get(report.mergedIntoId).report;
    must((lead?.mergedIntoId ?? null) === null && lead?.id !== report.id, 'a case stands for itself');
  }
  const lead = world.leadOf(after);
  must(act !== 'MERGE' || !(after.report.isSecret || lead?.report.isSecret), 'nothing secret is merged');
}

/** 14, 15, 16: nothing is public before it is verified, nothing secret ever; privacy is only raised. */
function checkPrivacy({ world, before, after, accepted: { act } }: Step): void {
  const { report } = after;
  must(report.isAnonymous || !before.report.isAnonymous, 'what was anonymous stays so');
  must(
    report.isSecret || !before.report.isSecret || act === 'LOWER_PRIVACY',
    'what was secret stays so until its reporter says otherwise',
  );
  const wasVerified = after.history.some(({ act }) => act === 'VERIFY');
  const isPublic = report.publishedAt !== null;
  must(!isPublic || (wasVerified && !report.isSecret && !report.hiddenAt), 'public is what was verified');
  if (isPublic !== (before.report.publishedAt !== null))
    must((isPublic ? SHOWING : TAKING_AWAY).includes(act), 'what is public changes by an act of that kind');
  for (const actor of ACTORS) {
    const standing = world.standingOf(after, actor);
    const sight = sightOf(report, standing);
    const isTold = standing.isReporter || (standing.ombudsman !== null && hasAgreedToBeKnown(after));
    must(!sight.reporter || isTold || !report.isAnonymous, 'nobody learns who is anonymous');
    const isConsented = consentOf(after) !== null;
    const isOverseer = standing.ombudsman !== null && !standing.isReporter;
    must(
      !isOverseer || !report.isSecret || (sight.content === 'FULL') === isConsented,
      'the Ombudsman reads what is secret by consent alone',
    );
    const isOfThePublic = actor.viewer.appointments.length === 0 && !standing.isReporter;
    must(
      !isOfThePublic || sight.exists === (report.publishedAt !== null),
      'the public sees what is published',
    );
  }
}

const SHOWING: readonly Act[] = ['VERIFY', 'PUBLISH'];
const TAKING_AWAY: readonly Act[] = ['HIDE', 'RAISE_PRIVACY'];

/** 25: the consent that is in force, as history tells it. */
function consentOf({ history }: Life): Life['history'][number] | null {
  const isTaken = history.some(({ act }) => act === 'OVERSIGHT_ACCEPT');
  const last = history.findLast(({ act }) => CONSENTING.includes(act) && !(isTaken && act === 'WITHDRAW'));
  return last?.act === 'OVERSIGHT_CONSENT' ? last : null;
}

/** A report that was taken back takes along what nobody has acted on. */
const CONSENTING: readonly Act[] = ['OVERSIGHT_CONSENT', 'OVERSIGHT_WITHDRAW_CONSENT', 'WITHDRAW'];

function hasAgreedToBeKnown(life: Life): boolean {
  return consentOf(life)?.reason === 'WITH_IDENTITY';
}

/** 19, 20, 26: the table is kept, and every act is one line of history and one event. */
function checkRecord({ before, after, accepted: { act } }: Step): void {
  const { report, history } = after;
  must(mayBeginIn(act, before.report.state), 'an act begins where the table lets it');
  must(
    report.state === stateAfter(act, before.report.state, before.report.stateBefore),
    'an act leads where the table says',
  );
  must(report.version === before.report.version + 1, 'every act is a version');
  must(history.length === report.version && after.events.length === report.version, 'every act is told once');
  must(after.events.at(-1) === TRANSITIONS[act].event, 'every act is told by its name');
  must(replayed(after) === report.state, 'history lived again comes to the same state');
  for (const field of FOR_LIFE)
    must(isSame(report[field], before.report[field]), `the ${field} of a report stays as it is`);
}

const FOR_LIFE = ['id', 'trackingId', 'submittedAt', 'ruleSetCode', 'title', 'body', 'ownerTag'] as const;

/** The state to which the acts of a history lead, by the table alone. */
function replayed({ history }: Life): ReportState {
  let [state, before]: [ReportState, ReportState | null] = ['SUBMITTED', null];
  for (const { act } of history.slice(1)) {
    const next = stateAfter(act, state, before);
    const goesBack = next === 'AWAITING_REPORTER' || next === 'MERGED';
    if (state !== next) before = goesBack ? state : null;
    state = next;
  }
  return state;
}

/** 11: no deadline in working days lies beyond the years whose holidays are known. */
function checkDeadlines({ clocks }: Life, { lastYear }: WorkCalendar): void {
  const end = Date.UTC(lastYear + 1, 0, 1);
  for (const { dueAt: due, calendarDays } of clocks)
    must(due === null || calendarDays !== null || due.getTime() < end, 'no deadline is guessed');
}
