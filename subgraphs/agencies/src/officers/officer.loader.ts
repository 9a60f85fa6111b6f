import { isUuid } from '@satu-pintu/domain-kit';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { findOfficers } from './find-officers.query.js';
import type { OfficerRow } from './officer-row.js';

export type OfficerLoader = DataLoader<string, OfficerRow | null>;

/** Officers by id, one statement for all that one request asks for at a time. */
export function createOfficerLoader(database: DataSource): OfficerLoader {
  return new DataLoader(async (ids) => {
    const rows = await findOfficers(database, ids.filter(isUuid));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
