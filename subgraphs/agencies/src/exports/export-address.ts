import { SessionAddresses } from '@satu-pintu/service-kit';
import type { ImportKind } from '../imports/import-record.js';

/** Where tables are fetched, at the gateway. */
export const EXPORT_PREFIX = '/files/exports/';

/** What is to be fetched: a table of an agency and all below it, or the invitations of an import. */
export type Wanted =
  | { readonly of: ImportKind; readonly agencyId: string }
  | { readonly of: 'INVITATIONS'; readonly importId: string };

/** The addresses under which tables are fetched. */
export type ExportAddresses = SessionAddresses<Wanted>;

/** @param importsKey also seals the addresses of imports, in words of their own */
export function exportAddresses(importsKey: string): ExportAddresses {
  return new SessionAddresses(importsKey, EXPORT_PREFIX);
}
