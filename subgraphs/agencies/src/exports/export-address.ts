import type { Viewer } from '@satu-pintu/domain-kit';
import { createSealer, type Sealer } from '@satu-pintu/service-kit';
import type { ImportKind } from '../imports/import-record.js';
import { CsvAddress } from './csv-address.type.js';

/** Where tables are fetched, at the gateway. */
export const EXPORT_PREFIX = '/files/exports/';

const LIFETIME_MS = 60_000;

/** What is to be fetched: a table of an agency and all below it, or the invitations of an import. */
export type Wanted =
  | { readonly of: ImportKind; readonly agencyId: string }
  | { readonly of: 'INVITATIONS'; readonly importId: string };

interface SealedExport {
  readonly wanted: Wanted;
  /** The session that it was made for. */
  readonly tag: string;
  readonly expiresAt: number;
}

/** Makes and reads the addresses under which tables are fetched: for one session and one minute. */
export class ExportAddresses {
  private readonly sealer: Sealer<SealedExport>;

  constructor(importsKey: string) {
    this.sealer = createSealer(importsKey, 'export');
  }

  make(wanted: Wanted, { tag }: Viewer, now: Date): CsvAddress {
    const expiresAt = new Date(now.getTime() + LIFETIME_MS);
    const path = EXPORT_PREFIX + this.sealer.seal({ wanted, tag, expiresAt: expiresAt.getTime() });
    return Object.assign(new CsvAddress(), { path, expiresAt });
  }

  /** Null for an address that is not ours, of another session, or over. */
  read(sealed: string, { tag }: Viewer, now: Date): Wanted | null {
    const opened = this.sealer.open(sealed);
    return opened?.tag === tag && opened.expiresAt > now.getTime() ? opened.wanted : null;
  }
}
