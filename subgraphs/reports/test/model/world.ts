import { randomUUID } from 'node:crypto';
import { type CalendarNotLoaded, localDateOf, type WorkCalendar } from '@satu-pintu/calendar';
import type { Decision } from '@satu-pintu/domain-kit';
import type { AnswerDraft } from '../../src/answers/answer-draft.js';
import { seesDrafts } from '../../src/answers/answer.rules.js';
import { seenBy } from '../../src/answers/open-draft.js';
import type { NoticeInTime } from '../../src/deadlines/notice.rules.js';
import { timeOfReporter } from '../../src/deadlines/time-of-reporter.js';
import { returnWindowOf } from '../../src/disposition/disposition.rules.js';
import type { TimeOfReporter } from '../../src/follow-up/follow-up.rules.js';
import { type Standing, standingOf, standingWithin } from '../../src/hierarchy/standing.js';
import { decideSubmission, type Submission } from '../../src/intake/intake.rules.js';
import { newReport } from '../../src/intake/new-report.js';
import { oversightTermsOn } from '../../src/oversight/oversight-terms.js';
import type { OversightTerms } from '../../src/oversight/prerequisites.rules.js';
import { sightOf } from '../../src/privacy/sight.rules.js';
import type { AcceptedAct } from '../../src/report/act.js';
import type { ReportEntity } from '../../src/report/report.entity.js';
import { holderAfter, settleAct } from '../../src/report/settle-act.js';
import {
  type ActionTime,
  type Answering,
  type ReportAction,
  viewerActionsOn,
} from '../../src/report/viewer-actions.rules.js';
import { chanceOf } from '../../src/second-chance/chance.rules.js';
import { CLOCK_EFFECTS } from '../../src/sla/clock-effects.js';
import { latestClock, moveClocks } from '../../src/sla/clock.rules.js';
import { planNotices } from '../../src/sla/notice.rules.js';
import { resolutionRuns } from '../../src/sla/resolution-limit.rules.js';
import { type ClockKind, noticesOf, type RuleSet } from '../../src/sla/rule-set.js';
import type { Calendars } from '../../src/sla/editions.js';
import { RuleSets } from '../../src/sla/rule-sets.js';
import { shippedRuleSets } from '../support/shipped-rule-sets.js';
import { agencyId } from '../support/small-tree.js';
import type { Actor } from './actors.js';
import { ChangingCalendar } from './changing-calendar.js';
import { Country } from './country.js';
import { bornAs, type Life, livedOn } from './life.js';

/** An office whose answers another officer approves. */
export const WITH_APPROVAL = agencyId('32.73/1.03');
const RULE_SETS = new RuleSets(shippedRuleSets());

/** What an act or a submission came to. */
export type Outcome = Decision<Life, { readonly kind: string }>;

/** The office in memory: what the tables hold in the running service, and the clock on the wall. */
export class World {
  readonly days = new ChangingCalendar();
  readonly lives: Life[] = [];
  country = Country.planted();

  constructor(public now: Date) {}

  /** As it was amended last. */
  get calendar(): WorkCalendar {
    return this.days.present;
  }

  /** The working days by which the deadlines of a report were counted, and are counted now. */
  calendarsOf({ clocks }: Life): Calendars {
    const editions = new Set(clocks.map(({ edition }) => edition));
    return {
      calendar: this.calendar,
      earlier: new Map([...editions].map((edition) => [edition, this.days.edition(edition)])),
    };
  }

  /** Takes a report in, as the command does. */
  submit(reporter: string, request: Submission, addressedId: string | null): Outcome {
    const today = localDateOf(this.now, 'Asia/Jakarta');
    const submission = decideSubmission(request, today);
    if (!submission.ok) return submission;
    const addressed = addressedId === null ? null : this.country.find(addressedId);
    if (addressedId !== null && addressed?.isActive !== true)
      return { ok: false, refusal: { kind: 'AgencyNotFound' } };
    const holder = (addressed && this.country.coordinatorOf(addressed.id)) ?? this.country.nationalDesk;
    const ruleSet = RULE_SETS.inForceOn(today);
    const report = newReport(submission.value, {
      id: randomUUID(),
      trackingId: this.lives.length.toString().padStart(10, '0'),
      ownerTag: Buffer.from(reporter),
      ruleSetCode: ruleSet.code,
      addressedAgencyId: addressed?.id ?? null,
      holderAgencyId: holder.id,
      submittedAt: this.now,
    });
    const terms = {
      ruleSet,
      calendar: this.calendar,
      timeZone: holder.timeZone,
      type: null,
      pausedAt: null,
      mergedAt: null,
    };
    const clocks = moveClocks([], CLOCK_EFFECTS.SUBMIT, terms, this.now);
    if (!clocks.ok) return clocks;
    const life = bornAs(reporter, report, planNotices([], clocks.value, terms));
    this.lives.push(life);
    return { ok: true, value: life };
  }

  /** Carries out what a rule has accepted; refused where the calendar ends. */
  carryOut(life: Life, accepted: AcceptedAct): Decision<Life, CalendarNotLoaded> {
    const terms = {
      ruleSet: this.ruleSetOf(life),
      ...this.calendarsOf(life),
      timeZone: this.country.get(holderAfter(life.report, accepted)).timeZone,
    };
    const settled = settleAct(life, accepted, terms, this.now);
    if (!settled.ok) return settled;
    const after = livedOn(life, settled.value, this.now);
    this.lives[this.lives.indexOf(life)] = after;
    if (settled.value.accepted.act === 'MERGE') this.letMergedFollow(after.report);
    return { ok: true, value: after };
  }

  /** Keeps what was written beside a report; the report stays as it is. */
  keepDraft(life: Life, draft: AnswerDraft | null): void {
    this.lives[this.lives.indexOf(life)] = { ...life, draft };
  }

  needsApproval({ report }: Life): boolean {
    return report.holderAgencyId === WITH_APPROVAL;
  }

  /** How answering stands, as it concerns somebody. */
  answeringOf(life: Life, { viewer }: Actor): Answering {
    return {
      requiresApproval: this.needsApproval(life),
      draft: life.draft && seenBy(viewer, life.draft),
    };
  }

  oversightTermsOf(life: Life): OversightTerms {
    return oversightTermsOn(localDateOf(this.now, 'Asia/Jakarta'), this.ruleSetOf(life));
  }

  ruleSetOf({ report }: Life): RuleSet {
    return RULE_SETS.get(report.ruleSetCode);
  }

  /** What the rule on notices asks about one clock of a report. */
  noticeOf(life: Life, kind: ClockKind): NoticeInTime {
    const above = {
      COORDINATOR: this.country.coordinatorAbove(life.report.holderAgencyId).id,
      NATIONAL_DESK: this.country.nationalDesk.id,
    };
    const notices = noticesOf(this.ruleSetOf(life), kind);
    return { run: latestClock(life.clocks, kind), notices, calendar: this.calendar, above };
  }

  /** The time that a reporter has to answer. */
  timeOfReporter({ report, clocks }: Life, kind: 'SILENCE' | 'COMPLETION'): TimeOfReporter {
    return timeOfReporter(report, clocks, kind, { ruleSets: RULE_SETS });
  }

  /** Where somebody stands towards a report; posts in agencies that have ended give no authority. */
  standingOf(life: Life, { name, viewer }: Actor): Standing {
    const posts = viewer.appointments.flatMap((post) => {
      const place = this.country.find(post.agencyId);
      return place?.isActive === true ? [{ ...post, place }] : [];
    });
    const holder = this.country.get(life.report.holderAgencyId);
    const own = standingOf(posts, holder, life.reporter === name, archiversOf(life));
    const lead = this.leadOf(life);
    if (!lead) return own;
    return standingWithin(own, standingOf(posts, this.country.get(lead.report.holderAgencyId), false));
  }

  /** Takes over what somebody else has kept of a report. */
  keep(life: Life): void {
    const index = this.lives.findIndex(({ report }) => report.id === life.report.id);
    if (index < 0) this.lives.push(life);
    else this.lives[index] = life;
  }

  get(id: string): Life {
    const life = this.lives.find(({ report }) => report.id === id);
    if (!life) throw new Error(`There is no report ${id}.`);
    return life;
  }

  /** The report within which one is handled; null where it stands for itself. */
  leadOf({ report }: Life): Life | null {
    return this.lives.find((other) => other.report.id === report.mergedIntoId) ?? null;
  }

  /** What time allows to be done to a report, whoever asks. */
  timeOf(life: Life): Omit<ActionTime, 'hasAccount'> {
    const ruleSet = this.ruleSetOf(life);
    const { timeZone } = this.country.get(life.report.holderAgencyId);
    const chance = chanceOf(life.report, ruleSet, timeZone, this.calendar);
    const window = returnWindowOf(life.report, ruleSet, timeZone, this.calendar);
    return {
      now: this.now,
      chance: chance.ok ? chance.value : null,
      returnEndsAt: window.ok ? window.value : null,
      resolution: resolutionRuns(life.clocks, this.now),
    };
  }

  /** What somebody is offered; nothing of a report that is hidden from them. */
  actionsOn(
    life: Life,
    actor: Actor,
    standing: Standing,
    time: Omit<ActionTime, 'hasAccount'>,
  ): readonly ReportAction[] {
    if (!sightOf(life.report, standing).exists) return [];
    const ruleSet = this.ruleSetOf(life);
    const hasAccount = actor.viewer.reporterKey !== null;
    const { requiresApproval, draft } = this.answeringOf(life, actor);
    const answering = { requiresApproval, draft: seesDrafts(standing) ? draft : null };
    return viewerActionsOn(life.report, standing, ruleSet, { ...time, hasAccount }, answering);
  }

  private letMergedFollow({ id, mergedIntoId }: ReportEntity): void {
    this.lives.forEach((life, index) => {
      if (life.report.mergedIntoId === id)
        this.lives[index] = { ...life, report: { ...life.report, mergedIntoId } };
    });
  }
}

const NOBODY: ReadonlySet<string> = new Set();

function archiversOf({ report, history }: Life): ReadonlySet<string> {
  if (report.appealCount === 0) return NOBODY;
  return new Set(history.flatMap(({ act, by }) => (act === 'ARCHIVE' ? (by.officerId ?? []) : [])));
}
