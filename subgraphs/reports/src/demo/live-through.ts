import { accept, type Decision, refuse, type Viewer } from '@satu-pintu/domain-kit';
import { createCommands, type ReportCommands } from '../commands.js';
import type { CommandParts } from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { latestClock } from '../sla/clock.rules.js';
import { loadClocks, toClock } from '../sla/clock.store.js';
import type { DemoAgency } from './demo-agency.store.js';
import type { LifeStep } from './life-step.js';
import { MutableClock } from './mutable-clock.js';
import { officerOf } from './people.js';
import type { SampleRow } from './sample-row.js';
import { titleOf } from './texts.js';

/** One report to be, and all that is to happen to it. */
export interface DemoLife {
  readonly row: SampleRow;
  readonly reporter: Viewer;
  /** UUID; should two loaders run at once, it lets only one of them bring the report in. */
  readonly idempotencyKey: string;
  readonly categoryId: string;
  /** Agency that the reporter thinks of; null for "do not know". */
  readonly addressedAgencyId: string | null;
  readonly steps: readonly LifeStep[];
}

/** A step that a rule did not allow. */
export interface RefusedStep {
  readonly act: LifeStep['act'];
  readonly kind: string;
}

type Outcome = Decision<ReportEntity, { readonly kind: string }>;

/** Takes one report through its life with the commands that everybody uses, each at the instant of its step. */
export class LifeOfReport {
  private readonly clock = new MutableClock();
  private readonly commands: ReportCommands;

  constructor(
    private readonly parts: Omit<CommandParts, 'clock'>,
    private readonly agencies: ReadonlyMap<string, DemoAgency>,
    private readonly life: DemoLife,
  ) {
    this.commands = createCommands({ ...parts, clock: this.clock });
  }

  /** Goes on from where the report is, or from the door where it is not there yet; ends at the first refusal. */
  async liveOn(begun: ReportEntity | null): Promise<Decision<null, RefusedStep>> {
    let report = begun;
    for (const step of this.life.steps.slice(begun ? this.stepsTaken(begun) : 0)) {
      const outcome = report ? await this.act(step, report) : await this.submit();
      if (!outcome.ok) return refuse({ act: step.act, kind: outcome.refusal.kind });
      report = outcome.value;
    }
    return accept(null);
  }

  /** Each step is one act, except that before the last one a silent reporter may have been reminded. */
  private stepsTaken({ version, state }: ReportEntity): number {
    const { steps } = this.life;
    const waits = steps.at(-1)?.act === 'CLOSE_SILENT' && state === 'RESPONDED';
    return waits ? Math.min(version, steps.length - 1) : version;
  }

  private async submit(): Promise<Outcome> {
    const { row, reporter, addressedAgencyId, idempotencyKey } = this.life;
    this.clock.set(row.createdAt);
    const { requestedType, body, place, regionCode, channel, isAnonymous, isSecret } = row;
    const content = { requestedType, title: titleOf(row), body, incidentDate: null, place, regionCode };
    const terms = { channel, isAnonymous, isSecret, consent: true, agencyId: addressedAgencyId };
    const outcome = await this.commands.submit.execute({ ...content, ...terms, idempotencyKey }, reporter);
    return outcome.ok ? accept(outcome.value.report) : outcome;
  }

  private async act(step: LifeStep, report: ReportEntity): Promise<Outcome> {
    this.clock.set(step.act === 'CLOSE_SILENT' ? await this.afterSilence(report) : step.at);
    const { commands } = this;
    const reportId = report.id;
    switch (step.act) {
      case 'SUBMIT':
        throw new Error(`${this.life.row.id} is submitted already.`);
      case 'ARCHIVE':
        return commands.archive.execute({ reportId, ...step }, this.adminOf(report));
      case 'VERIFY':
        return commands.verify.execute({ reportId, ...this.classification(), ...step }, this.adminOf(report));
      case 'DISPATCH':
        return commands.dispatch.execute({ reportId, ...step }, this.adminOf(report));
      case 'RETURN':
        return commands.giveBack.execute(
          { reportId, ...step, reason: 'NOT_COMPETENT' },
          this.officerFor(report),
        );
      case 'ACCEPT':
        return commands.accept.execute({ reportId }, this.officerFor(report));
      case 'FOLLOW_UP':
        return commands.record.execute({ reportId, ...step, kind: 'INTERIM' }, this.officerFor(report));
      case 'RESPOND':
        return commands.record.execute({ reportId, ...step, kind: 'FINAL' }, this.officerFor(report));
      case 'REPLY':
        return commands.reply.execute({ ...this.ownReport(report), ...step }, this.life.reporter);
      case 'CONFIRM':
        return commands.confirm.execute({ ...this.ownReport(report), ...step }, this.life.reporter);
      case 'CLOSE_SILENT':
        await commands.sendNotice.executeAll(reportId, 'SILENCE');
        return commands.closeSilent.execute(reportId);
    }
  }

  private classification(): { type: SampleRow['type']; categoryId: string; publicTitle: string } {
    const { row, categoryId } = this.life;
    return { type: row.type, categoryId, publicTitle: titleOf(row) };
  }

  /** A reporter by text message proves with the access code what another proves by account. */
  private ownReport(report: ReportEntity): { reportId: string; accessCode: string | null } {
    const hasAccount = this.life.reporter.isSignedIn;
    return { reportId: report.id, accessCode: hasAccount ? null : this.parts.codes.codeOf(report.id) };
  }

  private adminOf(report: ReportEntity): Viewer {
    const holder = this.holderOf(report);
    return officerOf(holder, holder.code === 'NASIONAL' ? 'NATIONAL_ADMIN' : 'COORDINATOR_ADMIN');
  }

  private officerFor(report: ReportEntity): Viewer {
    return officerOf(this.holderOf(report), 'LIAISON_OFFICER');
  }

  private holderOf({ id, holderAgencyId }: ReportEntity): DemoAgency {
    const holder = this.agencies.get(holderAgencyId);
    if (!holder) throw new Error(`Report ${id} is held by an agency that is not on its way.`);
    return holder;
  }

  private async afterSilence(report: ReportEntity): Promise<Date> {
    const clocks = (await loadClocks(this.parts.database.manager, [report.id])).map(toClock);
    const due = latestClock(clocks, 'SILENCE')?.dueAt;
    if (!due)
      throw new Error(`Report ${report.id} has been answered, but its reporter has no time to reply.`);
    return new Date(due.getTime() + 1_000);
  }
}
