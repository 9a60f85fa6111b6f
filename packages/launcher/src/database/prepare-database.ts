import { join } from 'node:path';
import { migrateEventLog } from '@satu-pintu/events';
import { databaseUrl, provisionDatabase, type SubgraphName } from '@satu-pintu/service-kit';
import { type Environment, loaderEnvironmentOf, type StackPlan } from '../processes/environment-of.js';
import { builtFolder, projectFolder } from '../processes/process-name.js';
import { secondsSince } from '../progress.js';
import { openProcessLog } from '../supervision/process-log.js';
import { fingerprint } from './fingerprint.js';
import { DATABASE, schemaRoles } from './role-urls.js';
import { runToEnd } from './run-to-end.js';
import { StepRecord } from './step-record.js';

export interface Preparation {
  readonly adminUrl: string;
  readonly plan: StackPlan;
  readonly logFolder: string;
  /** Whether demonstration officers and accounts are loaded too. */
  readonly withDemo: boolean;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

interface Step {
  readonly subgraph: SubgraphName;
  /** Path of the built script below `dist/src` of the subgraph. */
  readonly file: string;
  readonly isDemo?: true;
}

/**
 * What runs one after the other, in two rows side by side: each step is a process, and a small machine has two cores.
 * Migrating agencies loads the hierarchy of the country, which takes about as long as all the others.
 */
const ROWS: readonly (readonly Step[])[] = [
  [
    { subgraph: 'agencies', file: 'migrate.js' },
    { subgraph: 'agencies', file: 'demo/load-demo-officers.js', isDemo: true },
  ],
  [
    { subgraph: 'users', file: 'migrate.js' },
    { subgraph: 'reports', file: 'migrate.js' },
    { subgraph: 'analytics', file: 'migrate.js' },
    { subgraph: 'users', file: 'demo/load-demo-accounts.js', isDemo: true },
  ],
];

/** Makes the database, its roles and tables, and loads what the house cannot be without. Safe to repeat. */
export async function prepareDatabase(preparation: Preparation): Promise<void> {
  const { adminUrl, plan } = preparation;
  await provisionDatabase(adminUrl, DATABASE, schemaRoles(plan.secrets.DATABASE_ROLES_KEY));
  const record = await StepRecord.open(databaseUrl(adminUrl, DATABASE), preparation.signal);
  try {
    await migrateEventLog(plan.roleUrl('event_log', 'owner'));
    await Promise.all(ROWS.map((row) => runRow(row, record, preparation)));
  } finally {
    await record.close();
  }
}

/** Loads the demonstration reports, once per database; the house must be up, since their events are followed. */
export async function loadDemoReports(preparation: Preparation, environment: Environment): Promise<void> {
  const record = await StepRecord.open(databaseUrl(preparation.adminUrl, DATABASE), preparation.signal);
  try {
    // Reports live on after they were loaded; loading newer ones over them would rewrite their past.
    const step = {
      subgraph: 'reports',
      file: 'demo/load-demo-reports.js',
      environment,
      fingerprint: 'first',
      announcement: 'loading the demonstration reports; this goes on for about a minute',
    } as const;
    await runStep(step, record, preparation);
  } finally {
    await record.close();
  }
}

async function runRow(row: readonly Step[], record: StepRecord, preparation: Preparation): Promise<void> {
  for (const step of row.filter(({ isDemo }) => isDemo !== true || preparation.withDemo)) {
    const environment = loaderEnvironmentOf(step.subgraph, preparation.plan);
    // A step depends on the code of its subgraph and on the data that the product ships.
    const state = await fingerprint(builtFolder(step.subgraph), join(projectFolder(), 'data'));
    await runStep({ ...step, environment, fingerprint: state }, record, preparation);
  }
}

async function runStep(
  step: Step & {
    readonly environment: Environment;
    readonly fingerprint: string;
    readonly announcement?: string;
  },
  record: StepRecord,
  { logFolder, signal, log }: Preparation,
): Promise<void> {
  signal.throwIfAborted();
  const name = `${step.subgraph} ${step.file.replace(/^.*\/|\.js$/g, '')}`;
  const since = performance.now();
  const wasRun = await record.doOnce(name, step.fingerprint, () => {
    if (step.announcement !== undefined) log(step.announcement);
    return runToEnd({
      name,
      script: join(builtFolder(step.subgraph), step.file),
      environment: step.environment,
      // Nothing is shown while it runs: if it fails, the error that ends the start has its last words.
      log: openProcessLog(logFolder, name.replace(' ', '-'), () => undefined),
      signal,
    });
  });
  if (wasRun) log(`${name}: ${secondsSince(since)}`);
}
