import type { Decision } from '@satu-pintu/domain-kit';
import type { Logger } from '@satu-pintu/service-kit';
import { createCommands, type ReportCommands } from '../commands.js';
import type { CommandParts } from '../report/act-on-report.js';
import type { ClockKind } from '../sla/rule-set.js';
import { recalculateOpenDeadlines } from '../work-calendar/recalculate-open-deadlines.js';
import { BREACHABLE } from './deadline.rules.js';
import { type DueClock, findDueClocks } from './due-clocks.query.js';
import { type DueNotice, findDueNotices } from './due-notices.query.js';
import { unlessTimeStandsStill } from './stand-still.js';

/** What a sweep is made with. */
export interface SweepParts extends CommandParts {
  readonly logger: Logger;
}

/** What one sweep did. */
export interface SweepSummary {
  /** Acts carried out, by the kind of clock. */
  readonly done: Readonly<Partial<Record<ClockKind, number>>>;
  /** Reminders and escalations that were sent. */
  readonly notices: number;
  /** Clocks that somebody else had dealt with between the look and the act. */
  readonly passed: number;
  /** Acts that failed; the next sweep tries them again. */
  readonly failed: number;
}

type ActWhenDue = (reportId: string) => Promise<Decision<unknown, { readonly kind: string }>>;

/** How many clocks are read at once. */
const BATCH = 200;

/**
 * Does what is due, one act in one transaction each. It may be stopped anywhere, run twice at once, or stay away for
 * days: what was done is no longer due, and what was not is found again.
 */
export async function sweepDeadlines(parts: SweepParts): Promise<SweepSummary> {
  const tally = new Tally();
  await unlessTimeStandsStill(parts.database, () => sweep(parts, tally));
  const summary = tally.summary();
  if (tally.hasDone) parts.logger.info(summary, 'kept the deadlines of reports');
  return summary;
}

/** A recalculation comes first, for it moves deadlines; then these: what is told upwards is a breach that was written down. */
async function sweep({ logger, ...parts }: SweepParts, tally: Tally): Promise<void> {
  const commands = createCommands(parts);
  await recalculateOpenDeadlines({ ...parts, logger });
  await sweepClocks({ ...parts, logger }, actsWhenDue(commands, tally), tally);
  await sweepNotices({ ...parts, logger }, commands, tally);
}

async function sweepClocks(
  { logger, ...parts }: SweepParts,
  acts: ReadonlyMap<ClockKind, ActWhenDue>,
  tally: Tally,
): Promise<void> {
  const now = parts.clock.now();
  let last: DueClock | null = null;
  for (;;) {
    const due: readonly DueClock[] = await findDueClocks(
      parts.database.manager,
      [...acts.keys()],
      now,
      last,
      BATCH,
    );
    for (const clock of due) await tally.count(clock, acts.get(clock.kind), logger);
    last = due.at(-1) ?? null;
    if (due.length < BATCH) return;
  }
}

async function sweepNotices(
  { logger, ...parts }: SweepParts,
  { sendNotice }: ReportCommands,
  tally: Tally,
): Promise<void> {
  const now = parts.clock.now();
  let last: DueNotice | null = null;
  for (;;) {
    const due: readonly DueNotice[] = await findDueNotices(parts.database.manager, now, last, BATCH);
    for (const { reportId, kind } of due) {
      await tally.attempt({ reportId, kind }, logger, async () =>
        tally.countNotices(await sendNotice.executeAll(reportId, kind)),
      );
    }
    last = due.at(-1) ?? null;
    if (due.length < BATCH) return;
  }
}

/** Which act answers which clock. A reporter who is away is reminded of everything before the report comes to its end. */
function actsWhenDue(commands: ReportCommands, tally: Tally): ReadonlyMap<ClockKind, ActWhenDue> {
  const remind = async (id: string, kind: ClockKind): Promise<void> =>
    tally.countNotices(await commands.sendNotice.executeAll(id, kind));
  return new Map<ClockKind, ActWhenDue>([
    ...BREACHABLE.map((kind) => [kind, (id: string) => commands.recordBreach.execute(id, kind)] as const),
    ['COMPLETION', (id) => remind(id, 'COMPLETION').then(() => commands.expireCompletion.execute(id))],
    ['SILENCE', (id) => remind(id, 'SILENCE').then(() => commands.closeSilent.execute(id))],
    ['OMBUDSMAN', (id) => commands.openOversight.execute(id)],
  ]);
}

/** Counts what became of the clocks. */
class Tally {
  private readonly done = new Map<ClockKind, number>();
  private notices = 0;
  private passed = 0;
  private failed = 0;

  get hasDone(): boolean {
    return this.done.size > 0 || this.notices > 0 || this.failed > 0;
  }

  countNotices(sent: number): void {
    this.notices += sent;
  }

  async count(clock: DueClock, act: ActWhenDue | undefined, logger: Logger): Promise<void> {
    await this.attempt(clock, logger, async () => {
      const outcome = await act?.(clock.reportId);
      if (outcome?.ok === true) this.done.set(clock.kind, (this.done.get(clock.kind) ?? 0) + 1);
      else this.passed += 1;
    });
  }

  /** One report that cannot be acted on must not keep the others waiting. */
  async attempt(
    { reportId, kind }: Pick<DueClock, 'reportId' | 'kind'>,
    logger: Logger,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.failed += 1;
      logger.error({ err: error, reportId, kind }, 'could not do what was due');
    }
  }

  summary(): SweepSummary {
    const { notices, passed, failed } = this;
    return { done: Object.fromEntries(this.done), notices, passed, failed };
  }
}
