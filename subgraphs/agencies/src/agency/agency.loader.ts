import { isUuid } from '@satu-pintu/domain-kit';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { AgencyRow } from './agency-row.js';
import { findAgencies } from './find-agencies.query.js';

/** Either key of an agency. */
export type AgencyKey = { readonly id: string } | { readonly code: string };

export type AgencyLoader = DataLoader<AgencyKey, AgencyRow | null, string>;

/**
 * Agencies by id or code, one statement for all that one request asks for at a time. The viewer's own agencies come with
 * the first statement, because what they may see of officers depends on them.
 */
export function createAgencyLoader(database: DataSource, ownAgencyIds: readonly string[]): AgencyLoader {
  let unasked = ownAgencyIds;
  const loader: AgencyLoader = new DataLoader(
    async (keys) => {
      const ids = [...keys.flatMap((key) => ('id' in key ? [key.id] : [])), ...unasked].filter(isUuid);
      const codes = keys.flatMap((key) => ('code' in key ? [key.code] : []));
      unasked = [];
      if (ids.length === 0 && codes.length === 0) return keys.map(() => null);
      const rows = await findAgencies(database, ids, codes);
      const found = new Map(rows.flatMap((row) => namesOf(row).map((name) => [name, row])));
      for (const row of rows) for (const key of [{ id: row.id }, { code: row.code }]) loader.prime(key, row);
      return keys.map((key) => found.get(nameOf(key)) ?? null);
    },
    { cacheKeyFn: nameOf },
  );
  return loader;
}

function nameOf(key: AgencyKey): string {
  return 'id' in key ? `id ${key.id.toLowerCase()}` : `code ${key.code}`;
}

function namesOf({ id, code }: AgencyRow): readonly string[] {
  return [nameOf({ id }), nameOf({ code })];
}
