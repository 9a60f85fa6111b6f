import { localDateOf, type WorkCalendar } from '@satu-pintu/calendar';
import type { Outcome } from '../report/report-state.js';
import type { LifeStep } from './life-step.js';
import type { Route } from './route.rules.js';
import { seededBetween, seededChoice, seededShare } from './seeded.js';
import {
  answerAfterReply,
  archivalOf,
  finalText,
  interimText,
  replyText,
  returnText,
  type Subject,
} from './texts.js';
import { addDays, addWorkingDays } from './working-time.js';

/** What a life is planned from. */
export interface LifeFacts {
  readonly subject: Subject;
  readonly route: Route;
  readonly calendar: WorkCalendar;
}

/* Shares of the reports that can end or travel in the way named. */
const RETURNED = 0.07;
const THROUGH_THE_HOUSE = 0.5;
const WITH_INTERIM = 0.6;
const CONFIRMED = 0.35;
const REPLIED = 0.1;

/** Working days at most that the steps before the first follow-up are spread over, so that a return takes less than one. */
const SPREAD = 4;
const PROMISE_DAYS = 30;

/** Working days from an interim follow-up to the final one, at least and at most. */
const UNTIL_FINAL = {
  COMPLAINT_GENERAL: [0.5, 6],
  COMPLAINT_OVERSIGHT: [2, 25],
  INFO_REQUEST: [0.3, 2],
  ASPIRATION: [0.3, 2],
} as const;

/** Nine complaints in ten are answered with something done or explained; questions and wishes are explained. */
const OUTCOMES_OF_COMPLAINTS = [
  'FIXED',
  'FIXED',
  'FIXED',
  'FIXED',
  'FIXED',
  'FIXED',
  'EXPLAINED',
  'EXPLAINED',
  'SCHEDULED',
  'REJECTED_WITH_REASON',
] as const satisfies readonly Outcome[];

const RATINGS = [5, 5, 5, 4, 4, 4, 4, 3, 2, 1] as const;

/**
 * Everything that happens to the report of a row, in order: step n makes version n of the report. The sample says when
 * it is verified and first followed up and how it stands in the end; the rest is chosen by the id of the row, and so is
 * the same each time.
 */
export function planLife(facts: LifeFacts): readonly LifeStep[] {
  const { row } = facts.subject;
  const verifiedAt = addDays(row.createdAt, row.verifyDays);
  const submitted: LifeStep = { act: 'SUBMIT', at: row.createdAt };
  if (row.finalStatus === 'DIARSIPKAN')
    return [submitted, { act: 'ARCHIVE', at: verifiedAt, ...archivalOf(row) }];
  return [submitted, ...planWay(facts, verifiedAt), ...planHandling(facts, verifiedAt)];
}

/** To the office that acts: straight, through the house, or by way of an office that sends it back. */
function planWay(facts: LifeFacts, verifiedAt: Date): readonly LifeStep[] {
  const { subject, route } = facts;
  const { id, finalStatus } = subject.row;
  const verify = (agencyId: string): LifeStep => ({ act: 'VERIFY', at: verifiedAt, agencyId });
  const dispatch = (agencyId: string, share: number): LifeStep => {
    return { act: 'DISPATCH', at: onTheWay(facts, verifiedAt, share), agencyId };
  };
  const toHouse = verify(route.house.id);
  if (route.actor === route.house || finalStatus === 'BELUM_DITINDAKLANJUTI') return [toHouse];
  if (finalStatus === 'TERDISPOSISI') return [toHouse, dispatch(route.actor.id, 0.1)];
  if (route.detour && seededShare(id, 'returned') < RETURNED) {
    const at = onTheWay(facts, verifiedAt, 0.3);
    const sentBack = {
      act: 'RETURN',
      at,
      explanation: returnText(subject),
      suggestedAgencyId: route.actor.id,
    } as const;
    return [toHouse, dispatch(route.detour.id, 0.1), sentBack, dispatch(route.actor.id, 0.4)];
  }
  if (seededShare(id, 'way') < THROUGH_THE_HOUSE) return [toHouse, dispatch(route.actor.id, 0.1)];
  return [verify(route.actor.id)];
}

/** From acceptance to the end that the sample tells of. */
function planHandling(facts: LifeFacts, verifiedAt: Date): readonly LifeStep[] {
  const { subject } = facts;
  const { id, type, finalStatus, followUpDays } = subject.row;
  if (followUpDays === null) return [];
  const followedUpAt = working(facts, verifiedAt, followUpDays);
  const accepted: LifeStep = { act: 'ACCEPT', at: onTheWay(facts, verifiedAt, 0.6) };
  const followedUp: LifeStep = { act: 'FOLLOW_UP', at: followedUpAt, body: interimText(subject) };
  if (finalStatus !== 'SELESAI') return [accepted, followedUp];
  if (seededShare(id, 'interim') >= WITH_INTERIM) return [accepted, ...planAnswer(facts, followedUpAt)];
  const answeredAt = working(facts, followedUpAt, seededBetween(id, 'until final', UNTIL_FINAL[type]));
  return [accepted, followedUp, ...planAnswer(facts, answeredAt)];
}

/** The final answer, and what its reporter makes of it. */
function planAnswer(facts: LifeFacts, answeredAt: Date): readonly LifeStep[] {
  const { subject } = facts;
  const { id } = subject.row;
  const outcome = outcomeOf(subject);
  const promisedDate =
    outcome === 'SCHEDULED' ? localDateOf(addDays(answeredAt, PROMISE_DAYS), 'Asia/Jakarta') : null;
  const answer: LifeStep = {
    act: 'RESPOND',
    at: answeredAt,
    body: finalText(subject, outcome),
    outcome,
    promisedDate,
  };
  const ending = seededShare(id, 'ending');
  if (ending < CONFIRMED) return [answer, confirmation(id, answeredAt)];
  if (ending >= CONFIRMED + REPLIED) return [answer, { act: 'CLOSE_SILENT' }];
  const repliedAt = addDays(answeredAt, seededBetween(id, 'until reply', [0.2, 4]));
  const againAt = working(facts, repliedAt, seededBetween(id, 'until again', [0.5, 4]));
  return [
    answer,
    { act: 'REPLY', at: repliedAt, body: replyText(subject) },
    { act: 'RESPOND', at: againAt, body: answerAfterReply(subject), outcome: 'FIXED', promisedDate: null },
    confirmation(id, againAt),
  ];
}

function confirmation(id: string, answeredAt: Date): LifeStep {
  const at = addDays(answeredAt, seededBetween(id, 'until confirmed', [0.1, 6]));
  return { act: 'CONFIRM', at, rating: seededChoice(id, 'rating', RATINGS) };
}

function outcomeOf({ row }: Subject): Outcome {
  if (row.requestedType === 'INFO_REQUEST') return 'EXPLAINED';
  if (row.requestedType === 'ASPIRATION') return seededChoice(row.id, 'outcome', ['EXPLAINED', 'SCHEDULED']);
  return seededChoice(row.id, 'outcome', OUTCOMES_OF_COMPLAINTS);
}

/** An instant before the first follow-up, at a share of the time until it. */
function onTheWay(facts: LifeFacts, verifiedAt: Date, share: number): Date {
  const span = Math.min(facts.subject.row.followUpDays ?? SPREAD, SPREAD);
  return working(facts, verifiedAt, span * share);
}

function working({ route, calendar }: LifeFacts, start: Date, days: number): Date {
  return addWorkingDays(start, days, route.actor.timeZone, calendar);
}
