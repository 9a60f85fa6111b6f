import { isStorable, isUuid } from '@satu-pintu/domain-kit';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { AgencyRow } from './agency-row.js';
import type { AsOf } from './agency-source.js';
import { findAgencies } from './find-agencies.query.js';

/** Either key of an agency, and the day on which it is looked at; the present when left out. */
export type AgencyKey = ({ readonly id: string } | { readonly code: string }) & { readonly asOf?: AsOf };

export type AgencyLoader = DataLoader<AgencyKey, AgencyRow | null, string>;

/**
 * Agencies by id or code, one statement for all that one request asks for at a time of the same day. The viewer's own agencies come with
 * the first statement, because what they may see of officers depends on them.
 */
export function createAgencyLoader(database: DataSource, ownAgencyIds: readonly string[]): AgencyLoader {
  let unasked = ownAgencyIds;
  const loader: AgencyLoader = new DataLoader(
    async (keys) => {
      const found = new Map<string, AgencyRow>();
      for (const [asOf, asked] of Map.groupBy(keys, (key) => key.asOf ?? null)) {
        const own = asOf === null ? unasked : [];
        if (asOf === null) unasked = [];
        const ids = [...asked.flatMap((key) => ('id' in key ? [key.id] : [])), ...own].filter(isUuid);
        const codes = asked.flatMap((key) => ('code' in key ? [key.code] : [])).filter(isStorable);
        if (ids.length === 0 && codes.length === 0) continue;
        for (const row of await findAgencies(database, ids, codes, asOf)) {
          for (const key of keysOf(row, asOf)) {
            found.set(nameOf(key), row);
            loader.prime(key, row);
          }
        }
      }
      return keys.map((key) => found.get(nameOf(key)) ?? null);
    },
    { cacheKeyFn: nameOf },
  );
  return loader;
}

function nameOf(key: AgencyKey): string {
  const name = 'id' in key ? `id ${key.id.toLowerCase()}` : `code ${key.code}`;
  return `${key.asOf ?? 'now'} ${name}`;
}

function keysOf({ id, code }: AgencyRow, asOf: AsOf): readonly AgencyKey[] {
  return [
    { id, asOf },
    { code, asOf },
  ];
}
