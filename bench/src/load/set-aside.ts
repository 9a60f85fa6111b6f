import type pg from 'pg';

/** A constraint or an index that is in the way of a large load. */
interface Aid {
  readonly drop: string;
  readonly make: string;
}

/*
 * Foreign keys of and to the tables, then their other keys, then their other indexes; the words of reports are written
 * by a trigger that asks the key of its table, which therefore stays.
 */
const AIDS = /* sql */ `
  with filled as (
    select oid from pg_class where oid = any($1::regclass[])
  ), keys as (
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make,
           case contype when 'f' then 1 else 2 end as rank
      from pg_constraint
     where (contype = 'f' and (conrelid in (select oid from filled) or confrelid in (select oid from filled)))
        or (contype in ('p', 'u') and conrelid in (select oid from filled) and conrelid <> 'reports.report_words'::regclass)
  ), indexes as (
    select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as make, 3 as rank
      from pg_index
     where indrelid in (select oid from filled)
       and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
  )
  select drop, make, rank from keys union all select drop, make, rank from indexes order by rank, drop
`;

/**
 * Drops what would be checked or kept row by row, and says how to put it back, which checks and builds everything at
 * once. Nobody else sees the tables without it: all happens in the transaction of the connection.
 */
export async function setAside(client: pg.ClientBase, tables: readonly string[]): Promise<readonly string[]> {
  const { rows: aids } = await client.query<Aid>(AIDS, [tables]);
  for (const { drop } of aids) await client.query(drop);
  return aids.map(({ make }) => make).reverse();
}
