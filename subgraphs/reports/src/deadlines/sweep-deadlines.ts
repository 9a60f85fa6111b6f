import type { Decision } from '@satu-pintu/domain-kit';
import type { Logger } from '@satu-pintu/service-kit';
import { createCommands, type ReportCommands } from '../commands.js';
import type { CommandParts } from '../report/act-on-report.js';
import type { ClockKind } from '../sla/rule-set.js';
import { BREACHABLE } from './deadline.rules.js';
import { type DueClock, findDueClocks } from './due-clocks.query.js';
import { unlessTimeStandsStill } from './stand-still.js';

/** What a sweep is made with. */
export interface SweepParts extends CommandParts {
  readonly logger: Logger;
}

/** What one sweep did. */
export interface SweepSummary {
  /** Acts carried out, by the kind of clock. */
  readonly done: Readonly<Partial<Record<ClockKind, number>>>;
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

async function sweep({ logger, ...parts }: SweepParts, tally: Tally): Promise<void> {
  const acts = actsWhenDue(createCommands(parts));
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

/** Which act answers which clock. */
function actsWhenDue(commands: ReportCommands): ReadonlyMap<ClockKind, ActWhenDue> {
  return new Map<ClockKind, ActWhenDue>([
    ...BREACHABLE.map((kind) => [kind, (id: string) => commands.recordBreach.execute(id, kind)] as const),
    ['COMPLETION', (id) => commands.expireCompletion.execute(id)],
    ['SILENCE', (id) => commands.closeSilent.execute(id)],
    ['OMBUDSMAN', (id) => commands.openOversight.execute(id)],
  ]);
}

/** Counts what became of the clocks. */
class Tally {
  private readonly done = new Map<ClockKind, number>();
  private passed = 0;
  private failed = 0;

  get hasDone(): boolean {
    return this.done.size > 0 || this.failed > 0;
  }

  /** One report that cannot be acted on must not keep the others waiting. */
  async count({ reportId, kind }: DueClock, act: ActWhenDue | undefined, logger: Logger): Promise<void> {
    try {
      const outcome = await act?.(reportId);
      if (outcome?.ok === true) this.done.set(kind, (this.done.get(kind) ?? 0) + 1);
      else this.passed += 1;
    } catch (error) {
      this.failed += 1;
      logger.error({ err: error, reportId, kind }, 'could not do what was due');
    }
  }

  summary(): SweepSummary {
    return { done: Object.fromEntries(this.done), passed: this.passed, failed: this.failed };
  }
}
