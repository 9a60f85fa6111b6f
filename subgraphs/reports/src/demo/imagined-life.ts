import { localDateOf } from '@satu-pintu/calendar';
import { type Decision, type OfficerRole, refuse } from '@satu-pintu/domain-kit';
import { decideCompletion, decideCompletionRequest, decideExpiry } from '../completion/completion.rules.js';
import { type BreachableClock, decideBreach, decideEligibility } from '../deadlines/deadline.rules.js';
import { decideNotice } from '../deadlines/notice.rules.js';
import { timeOfReporter } from '../deadlines/time-of-reporter.js';
import { dispatcherIn, type Link, returnersIn } from '../disposition/chain.rules.js';
import { decideDispatch, decideReturn, returnWindowOf } from '../disposition/disposition.rules.js';
import {
  decideAcceptance,
  decideConfirmation,
  decideFollowUp,
  decideReply,
  decideSilentClosing,
  type TimeOfReporter,
} from '../follow-up/follow-up.rules.js';
import type { KnownAgency } from '../hierarchy/agency.store.js';
import { type Standing, standingOf } from '../hierarchy/standing.js';
import { newReport, type Receipt } from '../intake/new-report.js';
import { decideSubmission, type Submission } from '../intake/intake.rules.js';
import { ANSWER_REJECTED, openingOfOversight } from '../oversight/eligibility.rules.js';
import { oversightTermsOn } from '../oversight/oversight-terms.js';
import type { OversightTerms } from '../oversight/prerequisites.rules.js';
import type { AcceptedAct } from '../report/act.js';
import type { Office } from '../report/carry-out.js';
import type { ReportEntity } from '../report/report.entity.js';
import { type PreparedAct, settleAct } from '../report/settle-act.js';
import { type Clock, latestClock, moveClocks } from '../sla/clock.rules.js';
import { CLOCK_EFFECTS } from '../sla/clock-effects.js';
import { nextDeadline } from '../sla/next-deadline.rules.js';
import { planNotices } from '../sla/notice.rules.js';
import { limitOf, noticesOf } from '../sla/rule-set.js';
import { decideArchival, decideVerification, type Verification } from '../verification/verification.rules.js';
import { decideWithdrawal } from '../withdrawal/withdrawal.rules.js';
import type { ImaginedStep } from './imagined-step.js';
import { officerOf } from './people.js';

/** One report to be, and all that is to happen to it. */
export interface ImaginedReport {
  readonly submission: Submission;
  readonly receipt: Receipt;
  readonly classification: Pick<Verification, 'type' | 'category' | 'publicTitle'>;
  /** In order of time; the first submits it. */
  readonly steps: readonly ImaginedStep[];
}

/** An act that was carried out in memory. */
export interface LivedAct extends PreparedAct {
  readonly at: Date;
}

/** A report that was lived in memory up to an instant. */
export interface LivedReport {
  readonly report: ReportEntity;
  /** All runs, oldest first within a kind. */
  readonly clocks: readonly Clock[];
  /** What was done after the submission, in order. */
  readonly acts: readonly LivedAct[];
  /** The step that a rule did not allow; there the life ended. Null when all went as planned. */
  readonly refusal: string | null;
}

/** Something that the platform does by itself once an instant has passed. */
interface Due {
  readonly at: Date;
  decide(now: Date): Decided;
}

type Decided = Decision<AcceptedAct, { readonly kind: string }>;

/** The sweep of deadlines comes by once a minute. */
const SWEEP_MS = 60_000;

/**
 * Lives reports in memory, by the rules of the office and with the consequences that a command carries out, deadlines
 * included: what comes out is what the commands would have written, only without a database to wait for.
 */
export class ImaginedLives {
  constructor(
    private readonly office: Office,
    private readonly agencies: ReadonlyMap<string, KnownAgency>,
    private readonly nationalDesk: KnownAgency,
    /** Nothing happens after this instant. */
    private readonly until: Date,
  ) {}

  /** Throws where the report could not even be submitted. */
  live(imagined: ImaginedReport): LivedReport {
    const life = new ImaginedLife(this.office, this.agencies, this.nationalDesk, imagined);
    return life.liveUntil(this.until);
  }
}

class ImaginedLife {
  private report: ReportEntity;
  private clocks: readonly Clock[];
  private readonly acts: LivedAct[] = [];

  constructor(
    private readonly office: Office,
    private readonly agencies: ReadonlyMap<string, KnownAgency>,
    private readonly nationalDesk: KnownAgency,
    private readonly imagined: ImaginedReport,
  ) {
    const { receipt } = imagined;
    const now = receipt.submittedAt;
    const submission = must(decideSubmission(imagined.submission, localDateOf(now, 'Asia/Jakarta')));
    this.report = newReport(submission, receipt);
    const terms = { ...this.terms(this.holder()), type: null, pausedAt: null, mergedAt: null };
    this.clocks = planNotices([], must(moveClocks([], CLOCK_EFFECTS.SUBMIT, terms, now)), terms);
    this.report = { ...this.report, nextDueAt: nextDeadline(this.clocks) };
  }

  liveUntil(until: Date): LivedReport {
    let refusal: string | null = null;
    for (const step of this.imagined.steps.slice(1)) {
      if (step.act === 'CLOSE_SILENT' || step.at > until) break;
      this.keepDeadlines(step.at);
      const decision = this.decide(step, step.at);
      if (!decision.ok) {
        refusal = `${step.act} ${decision.refusal.kind}`;
        break;
      }
      this.carryOut(decision.value, step.at);
    }
    this.keepDeadlines(until);
    return { report: this.report, clocks: this.clocks, acts: this.acts, refusal };
  }

  private decide(step: Exclude<ImaginedStep, { readonly act: 'CLOSE_SILENT' }>, now: Date): Decided {
    const { report } = this;
    switch (step.act) {
      case 'SUBMIT':
        return refuse({ kind: 'ReportNotInState' });
      case 'ASK_COMPLETION':
        return decideCompletionRequest(
          report,
          this.admin(),
          { ...this.line(step.message), ...step },
          this.limit('COMPLETION_REQUESTS'),
        );
      case 'COMPLETE':
        return decideCompletion(
          report,
          this.reporter(),
          { ...this.line(step.body), incidentDate: null, place: null, regionCode: null },
          localDateOf(now, 'Asia/Jakarta'),
        );
      case 'ARCHIVE':
        return decideArchival(report, this.admin(), step, now);
      case 'VERIFY': {
        const verification = {
          ...this.imagined.classification,
          publicBody: null,
          publicAttachments: [],
          agency: this.agency(step.agencyId),
          returners: returnersIn(this.chain()),
          returnsBeforeBinding: this.limit('RETURNS_BEFORE_BINDING'),
        };
        return decideVerification(report, this.admin(), verification, now);
      }
      case 'DISPATCH':
        return decideDispatch(report, this.admin(), {
          agency: this.agency(step.agencyId),
          returners: returnersIn(this.chain()),
          returnsBeforeBinding: this.limit('RETURNS_BEFORE_BINDING'),
          note: null,
        });
      case 'RETURN':
        return this.decideReturn(step, now);
      case 'ACCEPT':
        return decideAcceptance(report, this.officer());
      case 'FOLLOW_UP':
      case 'RESPOND':
        return this.decideFollowUp(step, now);
      case 'REPLY':
        return decideReply(report, this.reporter(), this.line(step.body), this.openingBy(now));
      case 'CONFIRM':
        return decideConfirmation(report, this.reporter(), step.rating, now);
      case 'WITHDRAW':
        return decideWithdrawal(report, this.reporter(), { confirm: true, reason: null }, now);
    }
  }

  private decideFollowUp(step: Extract<ImaginedStep, { act: 'FOLLOW_UP' | 'RESPOND' }>, now: Date): Decided {
    const answer =
      step.act === 'RESPOND'
        ? { kind: 'FINAL' as const, outcome: step.outcome, promisedDate: step.promisedDate }
        : { kind: 'INTERIM' as const, outcome: null, promisedDate: null };
    const today = localDateOf(now, this.holder().timeZone);
    const draft = { ...this.line(step.body), ...answer };
    return decideFollowUp(this.report, this.officer(), draft, { today, now, requiresApproval: false });
  }

  private decideReturn(
    { explanation, suggestedAgencyId }: Extract<ImaginedStep, { act: 'RETURN' }>,
    now: Date,
  ): Decided {
    const { report } = this;
    const { ruleSet, calendar, timeZone } = this.terms(this.holder());
    const window = returnWindowOf(report, ruleSet, timeZone, calendar);
    if (!window.ok) return window;
    const returned = {
      reason: 'NOT_COMPETENT',
      explanation,
      suggestedAgencyId,
      isSuggestionKnown: true,
      dispatcherId: dispatcherIn(this.chain(), report.holderAgencyId) ?? this.nationalDesk.id,
      windowEndsAt: window.value,
    } as const;
    return decideReturn(report, this.officer(), returned, now);
  }

  /** What the platform does by itself before an instant, in the order in which it is due. */
  private keepDeadlines(until: Date): void {
    for (let due = this.nextDue(); due !== null; due = this.nextDue()) {
      const at = new Date(due.at.getTime() + SWEEP_MS);
      if (at > until) return;
      this.carryOut(must(due.decide(at)), at);
    }
  }

  /** The next deadline or notice; of two at one instant the deadline, as what is told is a breach that is written down. */
  private nextDue(): Due | null {
    const [deadline, notice] = [this.nextDeadline(), this.nextNotice()];
    return deadline && notice ? (notice.at < deadline.at ? notice : deadline) : (deadline ?? notice);
  }

  private nextNotice(): Due | null {
    const planned = this.clocks.flatMap((run) =>
      run.nextNoticeAt && !run.endedAt ? [{ run, at: run.nextNoticeAt }] : [],
    );
    const [next] = planned.toSorted((one, other) => one.at.getTime() - other.at.getTime());
    return next ? { at: next.at, decide: (now) => this.decideNotice(next.run, now) } : null;
  }

  private decideNotice(run: Clock, now: Date): Decided {
    const { ruleSet, calendar } = this.terms(this.holder());
    const above = {
      COORDINATOR: this.holder().parentId ?? this.nationalDesk.id,
      NATIONAL_DESK: this.nationalDesk.id,
    };
    return decideNotice(this.report, { run, notices: noticesOf(ruleSet, run.kind), calendar, above }, now);
  }

  private nextDeadline(): Due | null {
    let next: Clock | null = null;
    for (const clock of this.clocks) {
      if (clock.endedAt || clock.breachedAt || !clock.dueAt) continue;
      if (clock.kind === 'OMBUDSMAN' && this.report.oversightStage !== null) continue;
      if (!next?.dueAt || clock.dueAt < next.dueAt) next = clock;
    }
    if (!next?.dueAt) return null;
    const { kind, dueAt: due } = next;
    return { at: due, decide: (now) => this.decideDue(kind, now) };
  }

  private decideDue(kind: Clock['kind'], now: Date): Decided {
    const { report } = this;
    if (kind === 'SILENCE') return decideSilentClosing(report, this.timeOf('SILENCE'), now);
    if (kind === 'COMPLETION') return decideExpiry(report, this.timeOf('COMPLETION'), now);
    const clock = latestClock(this.clocks, kind);
    return kind === 'OMBUDSMAN'
      ? decideEligibility(report, clock, this.oversightTerms(now), now)
      : decideBreach(report, kind as BreachableClock, clock, now);
  }

  private timeOf(kind: 'SILENCE' | 'COMPLETION'): TimeOfReporter {
    return timeOfReporter(this.report, this.clocks, kind, this.office);
  }

  private carryOut(accepted: AcceptedAct, at: Date): void {
    const seen = { report: this.report, clocks: this.clocks };
    const holder = this.agency(accepted.disposition?.toAgencyId ?? this.report.holderAgencyId);
    const prepared = must(settleAct(seen, accepted, this.terms(holder), at));
    this.report = prepared.after;
    this.clocks = prepared.clocksAfter;
    this.acts.push({ ...prepared, at });
    if (accepted.then) this.carryOut(accepted.then, at);
  }

  private openingBy(now: Date): AcceptedAct | null {
    return openingOfOversight(this.report, ANSWER_REJECTED, this.oversightTerms(now));
  }

  private oversightTerms(now: Date): OversightTerms {
    const ruleSet = this.office.ruleSets.get(this.report.ruleSetCode);
    return oversightTermsOn(localDateOf(now, 'Asia/Jakarta'), ruleSet);
  }

  private terms({ timeZone }: KnownAgency) {
    const { ruleSets, calendar } = this.office;
    return { ruleSet: ruleSets.get(this.report.ruleSetCode), calendar, timeZone };
  }

  private limit(code: string): number {
    return limitOf(this.office.ruleSets.get(this.report.ruleSetCode), code);
  }

  /** Ids of lines follow from the report's, so that the same seed writes the same rows. */
  private line(body: string): { readonly id: string; readonly body: string } {
    const { id, version } = this.report;
    return { id: `${id.slice(0, -4)}${(version + 1).toString(16).padStart(4, '0')}`, body };
  }

  private admin(): Standing {
    return this.standing(this.isNational() ? 'NATIONAL_ADMIN' : 'COORDINATOR_ADMIN');
  }

  private officer(): Standing {
    return this.standing('LIAISON_OFFICER');
  }

  private reporter(): Standing {
    return standingOf([], this.holder(), true);
  }

  private standing(role: OfficerRole): Standing {
    const holder = this.holder();
    const posts = officerOf(holder, role).appointments.map((post) => ({ ...post, place: holder }));
    return standingOf(posts, holder, false);
  }

  private isNational(): boolean {
    return this.report.holderAgencyId === this.nationalDesk.id;
  }

  private holder(): KnownAgency {
    return this.agency(this.report.holderAgencyId);
  }

  private agency(id: string): KnownAgency {
    const agency = this.agencies.get(id);
    if (!agency) throw new Error(`Agency ${id} is not known.`);
    return agency;
  }

  /** All changes of holder but the first, which no rule asks for. */
  private chain(): readonly Link[] {
    return this.acts.flatMap(({ accepted: { act, disposition }, before }): readonly Link[] =>
      disposition
        ? [{ act, from_agency_id: before.holderAgencyId, to_agency_id: disposition.toAgencyId }]
        : [],
    );
  }
}

function must<Value>(decision: Decision<Value, { readonly kind: string }>): Value {
  if (decision.ok) return decision.value;
  throw new Error(`A rule refuses what must happen: ${JSON.stringify(decision.refusal)}`);
}
