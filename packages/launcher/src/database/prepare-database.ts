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

/** Makes the database, its roles and tables, and loads what the house cannot be without. Safe to repeat. */
export async function prepareDatabase(preparation: Preparation): Promise<void> {
  const { adminUrl, plan, withDemo } = preparation;
  await provisionDatabase(adminUrl, DATABASE, schemaRoles(plan.secrets.DATABASE_ROLES_KEY));
  const record = await StepRecord.open(databaseUrl(adminUrl, DATABASE));
  try {
    await migrateEventLog(plan.roleUrl('event_log', 'owner'));
    const run = (subgraph: SubgraphName, file: string): Promise<void> =>
      runStep(record, preparation, { subgraph, file, environment: loaderEnvironmentOf(subgraph, plan) });

    // Migrating a subgraph also loads its reference data. Two at a time: each is a process, and a small machine has
    // two cores.
    await Promise.all([run('agencies', 'migrate.js'), run('users', 'migrate.js')]);
    await Promise.all([run('reports', 'migrate.js'), run('analytics', 'migrate.js')]);
    if (!withDemo) return;
    await Promise.all([
      run('agencies', 'demo/load-demo-officers.js'),
      run('users', 'demo/load-demo-accounts.js'),
    ]);
  } finally {
    await record.close();
  }
}

/** Loads the demonstration reports, once per database; the house must be up, since their events are followed. */
export async function loadDemoReports(preparation: Preparation, environment: Environment): Promise<void> {
  const record = await StepRecord.open(databaseUrl(preparation.adminUrl, DATABASE));
  try {
    await runStep(record, preparation, {
      subgraph: 'reports',
      file: 'demo/load-demo-reports.js',
      environment,
      // Reports live on after they were loaded; loading newer ones over them would rewrite their past.
      fingerprint: 'first',
    });
  } finally {
    await record.close();
  }
}

interface Step {
  readonly subgraph: SubgraphName;
  /** Path of the built script below `dist/src` of the subgraph. */
  readonly file: string;
  readonly environment: Environment;
  /** What the step depends on. Default: the built code of the subgraph and all of `data/`. */
  readonly fingerprint?: string;
}

async function runStep(
  record: StepRecord,
  { logFolder, signal, log }: Preparation,
  step: Step,
): Promise<void> {
  signal.throwIfAborted();
  const built = builtFolder(step.subgraph);
  const name = `${step.subgraph} ${step.file.replace(/^.*\/|\.js$/g, '')}`;
  const state = step.fingerprint ?? (await fingerprint(built, join(projectFolder(), 'data')));
  const since = performance.now();
  const wasRun = await record.doOnce(name, state, () =>
    runToEnd({
      name,
      script: join(built, step.file),
      environment: step.environment,
      // Nothing is shown while it runs: if it fails, the error that ends the start has its last words.
      log: openProcessLog(logFolder, name.replace(' ', '-'), () => undefined),
      signal,
    }),
  );
  if (wasRun) log(`${name}: ${secondsSince(since)}`);
}
