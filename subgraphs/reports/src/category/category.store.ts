import { localDateOf } from '@satu-pintu/calendar';
import type { EntityManager } from 'typeorm';

/** A topic as its row, with what the rules ask of it. */
export interface CategoryRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly isLeaf: boolean;
  /** In use on the day that was asked for. */
  readonly isValid: boolean;
}

const SELECT = /* sql */ `
  select category.id, parent_id as "parentId", name, valid_from::text as "validFrom", valid_to::text as "validTo",
         not exists (select from category child where child.parent_id = category.id and not child.is_retired) as "isLeaf",
         not is_retired and (valid_from is null or valid_from <= $1::date)
                        and (valid_to is null or valid_to >= $1::date) as "isValid"
    from category
`;

const BY_ID = `${SELECT} where id = any($2::text[])`;
const VALID = `select * from (${SELECT}) as known where "isValid" order by id`;

/** One topic, judged at an instant in Jakarta; null for an unknown id. */
export async function loadCategory(tx: EntityManager, id: string, now: Date): Promise<CategoryRow | null> {
  return (await loadCategories(tx, [id], now))[0] ?? null;
}

export async function loadCategories(
  tx: EntityManager,
  ids: readonly string[],
  now: Date,
): Promise<readonly CategoryRow[]> {
  // Ids are digits and dots; whatever else a client sends names no topic, and PostgreSQL is not asked for it.
  const possible = ids.filter((id) => /^[\d.]+$/.test(id));
  return tx.query<CategoryRow[]>(BY_ID, [localDateOf(now, 'Asia/Jakarta'), possible]);
}

/** All topics in use on a day, in the order of the official list. */
export async function loadValidCategories(tx: EntityManager, day: string): Promise<readonly CategoryRow[]> {
  return tx.query<CategoryRow[]>(VALID, [day]);
}
