import type { Clock, Viewer } from '@satu-pintu/domain-kit';
import { openPool, startConsumer, startRelay, WakeUp } from '@satu-pintu/events';
import { type Closable, createSealer, type Logger } from '@satu-pintu/service-kit';
import { buildSubgraph, serveSubgraph } from '@satu-pintu/subgraph-kit';
import type { DataSource } from 'typeorm';
import { AgencyResolver } from './agency/agency.resolver.js';
import type { AgencyCursor } from './agency/agency-row.js';
import { AppointOfficer } from './appointments/appoint-officer.command.js';
import { AppointmentsResolver, type PostCommands } from './appointments/appointments.resolver.js';
import { learnPostsTakenUp, TAKEN_UP_EVENTS } from './appointments/posts-taken-up.consumer.js';
import { EndAppointment } from './appointments/end-appointment.command.js';
import { RenewInvitation } from './appointments/renew-invitation.command.js';
import { ResetSecondFactor } from './appointments/reset-second-factor.command.js';
import { TransferOfficer } from './appointments/transfer-officer.command.js';
import { UpdateOfficer } from './appointments/update-officer.command.js';
import type { AgenciesConfig } from './config.js';
import { type AgenciesContext, createAgenciesContext } from './context.js';
import { HELD_REPORT_EVENTS, projectHeldReports } from './held-reports/held-reports.consumer.js';
import { AgencyOfficersResolver, OfficerResolver } from './officers/officer.resolver.js';
import { AgencyExportResolver, InvitationsResolver } from './exports/export.resolver.js';
import { type ComposedImports, composeImports } from './imports/compose-imports.js';
import { type ImportRowCursor, ImportResolver } from './imports/import.resolver.js';
import { RequestImport } from './imports/request-import.command.js';
import { NewDayJob } from './new-day/new-day.job.js';
import type { OfficerCursor } from './officers/officer-row.js';
import { agenciesDatabase } from './persistence/database.js';
import { RegionResolver } from './regions/region.resolver.js';
import { AgencyActionsResolver } from './reorganisation/agency-actions.resolver.js';
import { EndAgency } from './reorganisation/end-agency.command.js';
import { MoveAgency } from './reorganisation/move-agency.command.js';
import { RegisterAgency } from './reorganisation/register-agency.command.js';
import { ReorganisationResolver, type TreeCommands } from './reorganisation/reorganisation.resolver.js';
import { UpdateAgency } from './reorganisation/update-agency.command.js';
import type { RequestParts } from './requests/carry-out-once.js';
import { agenciesParts } from './schema.js';
import { StaffResolver } from './staff/staff.resolver.js';
import { readCoverageFacts } from './suggestion/coverage-facts.js';
import { CoverageResolver } from './suggestion/coverage.resolver.js';

/** The running subgraph. */
export interface RunningAgencies extends Closable {
  readonly port: number;
  readonly database: DataSource;
}

const HIERARCHY_IS_LOADED = /* sql */ `select exists (select from agency where parent_id is null) as loaded`;

/** Puts the subgraph together, from the database up, and lets it listen. */
export async function composeAgencies(
  config: AgenciesConfig,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): Promise<RunningAgencies> {
  const coverage = await readCoverageFacts();
  const database = await agenciesDatabase({ url: config.databaseUrl }).initialize();
  const events = await composeEvents(config, database, logger);
  const createContext = (viewer: Viewer): AgenciesContext => createAgenciesContext(database, viewer);
  const imports = composeImports({ config, database, clock, logger, createContext });
  const newDay = new NewDayJob({ database, clock, logger });
  const schema = buildSubgraph({
    ...agenciesParts,
    instances: [
      new AgencyResolver(database, createSealer<AgencyCursor>(config.cursorKey, 'agencies by name')),
      new AgencyOfficersResolver(createSealer<OfficerCursor>(config.cursorKey, 'officers by name')),
      new StaffResolver(createSealer<OfficerCursor>(config.cursorKey, 'staff by name')),
      new OfficerResolver(),
      new RegionResolver(database),
      new CoverageResolver(database, coverage),
      new ReorganisationResolver(treeCommands({ database, clock })),
      new AgencyActionsResolver(),
      new AppointmentsResolver(postCommands({ database, clock })),
      ...importResolvers(imports, config, { database, clock }),
    ],
  });
  const served = await serveSubgraph({
    name: 'agencies',
    schema,
    port: config.port,
    viewerKey: config.viewerKey,
    clock,
    logger,
    createContext,
    signedRoutes: imports.routes,
    isReady: async () => {
      const [hierarchy] = await database.query<{ loaded: boolean }[]>(HIERARCHY_IS_LOADED);
      return hierarchy?.loaded === true;
    },
  });
  return {
    port: served.port,
    database,
    async close() {
      await served.close();
      await Promise.all([imports.close(), newDay.close()]);
      await events.close();
      await database.destroy();
    },
  };
}

function treeCommands(parts: RequestParts): TreeCommands {
  return {
    register: new RegisterAgency(parts),
    update: new UpdateAgency(parts),
    move: new MoveAgency(parts),
    dissolve: new EndAgency(parts, 'dissolveAgency'),
    merge: new EndAgency(parts, 'mergeAgencies'),
  };
}

function postCommands(parts: RequestParts): PostCommands {
  return {
    appoint: new AppointOfficer(parts),
    renew: new RenewInvitation(parts),
    update: new UpdateOfficer(parts),
    transfer: new TransferOfficer(parts),
    end: new EndAppointment(parts),
    resetSecondFactor: new ResetSecondFactor(parts),
  };
}

function importResolvers(
  { imports, exports }: ComposedImports,
  { cursorKey }: AgenciesConfig,
  { database, clock }: RequestParts,
): readonly object[] {
  const now = (): Date => clock.now();
  const request = new RequestImport({ database, clock });
  const cursors = createSealer<ImportRowCursor>(cursorKey, 'rows of an import');
  return [
    new ImportResolver({ database, request, addresses: imports, cursors, now }),
    new InvitationsResolver(database, exports, now),
    new AgencyExportResolver(exports, now),
  ];
}

/** Tells of agencies and officers, and learns who holds which report and which posts are taken up, for as long as the service runs. */
async function composeEvents(
  config: AgenciesConfig,
  database: DataSource,
  logger: Logger,
): Promise<Closable> {
  const source = openPool(config.databaseUrl, logger, 'agencies');
  const log = openPool(config.eventLogUrl, logger);
  const outboxWakeUp = new WakeUp(config.databaseUrl, logger);
  const logWakeUp = new WakeUp(config.eventLogUrl, logger);
  await Promise.all([outboxWakeUp.start(), logWakeUp.start()]);
  const relay = await startRelay({ producer: 'agencies', source, log, wakeUp: outboxWakeUp, logger });
  const reading = { log, database, wakeUp: logWakeUp, logger };
  const heldReports = await startConsumer({
    ...reading,
    name: 'agencies.held-reports',
    types: HELD_REPORT_EVENTS,
    handle: projectHeldReports,
  });
  const postsTakenUp = await startConsumer({
    ...reading,
    name: 'agencies.posts-taken-up',
    types: TAKEN_UP_EVENTS,
    handle: learnPostsTakenUp,
  });
  return {
    async close() {
      await Promise.all([outboxWakeUp.close(), logWakeUp.close()]);
      await Promise.all([relay.close(), heldReports.close(), postsTakenUp.close()]);
      await Promise.all([source.end(), log.end()]);
    },
  };
}
