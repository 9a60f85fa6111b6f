import { loadValidCategories } from '../category/category.store.js';
import type { CommandParts } from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { loadReports } from '../report/report.store.js';
import { type DemoAgency, loadAgenciesByCode, waitForHierarchy } from './demo-agency.store.js';
import { type DemoLife, LifeOfReport } from './live-through.js';
import { type ReporterSecrets, reporterOf, requestKeyOf } from './people.js';
import { planLife } from './plan-life.rules.js';
import { codesOnRouteOf, routeOf } from './route.rules.js';
import type { SampleRow } from './sample-row.js';
import { seededShare } from './seeded.js';
import { topicOf } from './topic.rules.js';

/** What the loader works with. */
export interface DemoSetOptions {
  readonly parts: Omit<CommandParts, 'clock'>;
  readonly secrets: ReporterSecrets;
  readonly rows: readonly SampleRow[];
  /** The tree counts as complete when no agency has arrived for so long, in milliseconds. */
  readonly quietMs: number;
}

/** What became of the rows. */
export interface DemoSetSummary {
  /** Rows whose life was lived through, or continued, in this run. */
  readonly taken: number;
  /** Rows that were complete before. */
  readonly unchanged: number;
  /** Ids of the rows that were not taken, or not to their end, by reason. */
  readonly refused: Readonly<Record<string, readonly string[]>>;
}

/* The sample has one report per instant, and nothing else was submitted in its year. */
const BEGUN = /* sql */ `
  select id, exists (
           select from history_entry where report_id = report.id and act in ('BREACH', 'OVERSIGHT_ELIGIBLE')
         ) as "isOfToday"
    from report where submitted_at = any($1::timestamptz[])
`;

/** How many reports live at once; commands wait for the database most of the time. */
const LANES = 4;
/** Share of reports through the site or the app that name the agency. */
const ADDRESSED = 0.5;

/** Takes the rows through their lives. What is there already stays; what was interrupted goes on. */
export async function loadDemoSet(options: DemoSetOptions): Promise<DemoSetSummary> {
  const { parts, rows } = options;
  const begun = await loadBegun(options);
  if (begun.size < rows.length) await waitForHierarchy(parts.database.manager, options.quietMs);
  const planner = await preparePlanner(options);
  const tally = new Tally();
  const queue = rows.values();
  const lane = async (): Promise<void> => {
    for (const row of queue)
      tally.add(row, await takeRow(options, planner, row, begun.get(row.createdAt.getTime())));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return tally.summary();
}

/** A report of the sample that is there. */
interface Begun {
  readonly report: ReportEntity;
  /** Deadlines of today were acted on after an interrupted load; its past cannot be added to any more. */
  readonly isOfToday: boolean;
}

type Fate = 'TAKEN' | 'UNCHANGED' | { readonly refused: string };

async function takeRow(
  { parts }: DemoSetOptions,
  planner: Planner,
  row: SampleRow,
  begun: Begun | undefined,
): Promise<Fate> {
  const life = planner.plan(row);
  if ('refused' in life) return life;
  const report = begun?.report;
  if (begun?.isOfToday || (report && report.version >= life.steps.length)) return 'UNCHANGED';
  const outcome = await new LifeOfReport(parts, planner.agenciesById, life).liveOn(report ?? null);
  return outcome.ok ? 'TAKEN' : { refused: `${outcome.refusal.act} ${outcome.refusal.kind}` };
}

interface Planner {
  readonly agenciesById: ReadonlyMap<string, DemoAgency>;
  plan(row: SampleRow): DemoLife | { readonly refused: string };
}

async function preparePlanner({ parts, secrets, rows }: DemoSetOptions): Promise<Planner> {
  const { manager } = parts.database;
  const agencies = await loadAgenciesByCode(manager, new Set(['NASIONAL', ...rows.flatMap(codesOnRouteOf)]));
  const categories = await loadValidCategories(manager, '2019-12-31');
  return {
    agenciesById: new Map([...agencies.values()].map((agency) => [agency.id, agency])),
    plan(row) {
      const route = routeOf(row, agencies);
      if (!route.ok) return { refused: route.refusal };
      const topic = topicOf(row, categories);
      if (!topic) return { refused: 'TOPIC_UNKNOWN' };
      const { house, actor } = route.value;
      const subject = { row, officeName: actor.name, topicName: topic.name };
      const reporter = reporterOf(row, secrets);
      const isAddressed = reporter.isSignedIn && seededShare(row.id, 'addressed') < ADDRESSED;
      return {
        row,
        reporter,
        idempotencyKey: requestKeyOf(row, secrets),
        categoryId: topic.id,
        addressedAgencyId: isAddressed ? house.id : null,
        steps: planLife({ subject, route: route.value, calendar: parts.office.calendar }),
      };
    },
  };
}

/** Reports of the sample that are there, by the instant of their submission. */
async function loadBegun({ parts, rows }: DemoSetOptions): Promise<ReadonlyMap<number, Begun>> {
  const { manager } = parts.database;
  const found = await manager.query<{ id: string; isOfToday: boolean }[]>(BEGUN, [
    rows.map((row) => row.createdAt),
  ]);
  const reports = await loadReports(
    manager,
    found.map(({ id }) => id),
  );
  const ofToday = new Set(found.flatMap(({ id, isOfToday }) => (isOfToday ? [id] : [])));
  return new Map(
    reports.map((report) => [report.submittedAt.getTime(), { report, isOfToday: ofToday.has(report.id) }]),
  );
}

/** Counts fates. */
class Tally {
  private readonly counts = { TAKEN: 0, UNCHANGED: 0 };
  private readonly refused = new Map<string, string[]>();

  add({ id }: SampleRow, fate: Fate): void {
    if (typeof fate === 'string') this.counts[fate] += 1;
    else this.refused.set(fate.refused, [...(this.refused.get(fate.refused) ?? []), id]);
  }

  summary(): DemoSetSummary {
    const { TAKEN: taken, UNCHANGED: unchanged } = this.counts;
    return { taken, unchanged, refused: Object.fromEntries(this.refused) };
  }
}
