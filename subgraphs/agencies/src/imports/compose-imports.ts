import type { Clock, Viewer } from '@satu-pintu/domain-kit';
import type { Closable, Logger } from '@satu-pintu/service-kit';
import type { SignedRoute } from '@satu-pintu/subgraph-kit';
import type { DataSource } from 'typeorm';
import type { AgenciesConfig } from '../config.js';
import type { AgenciesContext } from '../context.js';
import { type ExportAddresses, exportAddresses } from '../exports/export-address.js';
import { exportRoute } from '../exports/export-route.js';
import { CarryOutImport } from './carry-out-import.command.js';
import { ImportAddresses } from './import-address.js';
import { ImportInvitations } from './import-invitations.js';
import { importRoute } from './import-route.js';
import { ImportWorker } from './import-worker.js';
import { ReceiveImport } from './receive-import.command.js';

/** What imports and exports need of the service around them. */
export interface ImportSurroundings {
  readonly config: AgenciesConfig;
  readonly database: DataSource;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly createContext: (viewer: Viewer) => AgenciesContext;
}

/** Imports and exports: their addresses, the ways of their files, and the work that goes on. */
export interface ComposedImports extends Closable {
  readonly imports: ImportAddresses;
  readonly exports: ExportAddresses;
  readonly routes: readonly SignedRoute[];
}

/** Builds the way of a table: address, file, work, outcome, and out again. */
export function composeImports(surroundings: ImportSurroundings): ComposedImports {
  const { config, database, clock, logger, createContext } = surroundings;
  const { importsKey } = config;
  const invitations = new ImportInvitations(importsKey);
  const worker = new ImportWorker(new CarryOutImport({ database, clock, invitations }), {
    database,
    clock,
    invitations,
    logger,
  });
  const addresses = new ImportAddresses(importsKey);
  const exports = exportAddresses(importsKey);
  const wake = (): void => worker.wake();
  const receive = new ReceiveImport({ database, clock, logger, addresses, wake });
  const now = (): Date => clock.now();
  return {
    imports: addresses,
    exports,
    routes: [
      importRoute(receive),
      exportRoute({ database, addresses: exports, invitations, createContext, now }),
    ],
    close: () => worker.close(),
  };
}
