import type { Clock, Viewer } from '@satu-pintu/domain-kit';
import type { Logger } from '@satu-pintu/service-kit';
import type { SignedRoute } from '@satu-pintu/subgraph-kit';
import type { DataSource } from 'typeorm';
import { type DownloadAddresses, downloadAddresses } from '../attachments/download-address.js';
import { downloadRoute } from '../attachments/download-route.js';
import { type FileStore, openFileStore } from '../files/file-store.js';
import type { FilesConfig } from '../files/files-config.js';
import { createInspector } from '../inspection/inspector.js';
import type { AccessCodes } from '../privacy/ownership.js';
import type { ReportsContext } from '../report/reports-context.js';
import { Quarantine } from './quarantine.js';
import { ReceiveUpload } from './receive-upload.command.js';
import { Turns } from './turns.js';
import { UploadAddresses } from './upload-address.js';
import { uploadRoute } from './upload-route.js';

/** Inspections at once, and files that may wait for theirs; each takes a processor and up to a gigabyte. */
const TURNS = { atOnce: 2, waiting: 16 };

/** What files need of the service around them. */
export interface FileSurroundings {
  readonly config: FilesConfig;
  readonly filesKey: string;
  readonly database: DataSource;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly codes: AccessCodes;
}

/** Everything about files that other parts are made with. */
export interface FileParts {
  readonly uploads: UploadAddresses;
  readonly downloads: DownloadAddresses;
  readonly files: FileStore;
  readonly quarantine: Quarantine;
  /** Where they come in and go out; `createContext` tells what a viewer may see. */
  routes(createContext: (viewer: Viewer) => Promise<ReportsContext>): readonly SignedRoute[];
}

/** Builds the way of a file: address, quarantine, inspection, store, and out again. */
export async function composeFiles(surroundings: FileSurroundings): Promise<FileParts> {
  const { config, filesKey, database, clock, logger, codes } = surroundings;
  const files = await openFileStore(config.store);
  const quarantine = new Quarantine(config.quarantine);
  const uploads = new UploadAddresses(filesKey);
  const downloads = downloadAddresses(filesKey);
  const receive = new ReceiveUpload({
    database,
    clock,
    logger,
    addresses: uploads,
    quarantine,
    inspector: createInspector(logger),
    files,
    turns: new Turns(TURNS.atOnce, TURNS.waiting),
  });
  return {
    uploads,
    downloads,
    files,
    quarantine,
    routes: (createContext) => [
      uploadRoute(receive),
      downloadRoute({
        database,
        addresses: downloads,
        files,
        codes,
        createContext,
        now: () => clock.now(),
      }),
    ],
  };
}
