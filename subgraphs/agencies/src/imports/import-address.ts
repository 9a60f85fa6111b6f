import { createSealer, type Sealer } from '@satu-pintu/service-kit';

/** Where files of imports are sent to, at the gateway. */
export const IMPORT_PREFIX = '/files/imports/';

/** Bytes that a file may have. */
export const MAX_BYTES = 20 * 2 ** 20;

/** How long an address waits for its file. */
const LIFETIME_MS = 15 * 60_000;

interface ExpectedImport {
  readonly id: string;
  readonly expiresAt: number;
}

/** Makes and reads the addresses that take the file of one import. */
export class ImportAddresses {
  private readonly sealer: Sealer<ExpectedImport>;

  constructor(importsKey: string) {
    this.sealer = createSealer(importsKey, 'import');
  }

  make(id: string, now: Date): { readonly path: string; readonly expiresAt: Date } {
    const expiresAt = new Date(now.getTime() + LIFETIME_MS);
    return { path: IMPORT_PREFIX + this.sealer.seal({ id, expiresAt: expiresAt.getTime() }), expiresAt };
  }

  read(sealed: string): ExpectedImport | null {
    return this.sealer.open(sealed);
  }
}
