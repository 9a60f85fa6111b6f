import { type Clock, stableId } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { DEMO_OFFICERS } from './demo-officers.js';

const SAVE_OFFICERS = /* sql */ `
  with written as (
    insert into officer as known
        (id, agency_id, role, name, title, work_email, work_phone, account_id, is_active, version)
    select id, "agencyId", role, name, title, email, null, "accountId", true, 1
      from jsonb_to_recordset($1::jsonb)
        as fact (id uuid, "agencyId" uuid, role text, name text, title text, email text, "accountId" uuid)
    on conflict (id) do update
       set (agency_id, role, name, title, work_email, account_id, is_active, version)
         = (excluded.agency_id, excluded.role, excluded.name, excluded.title, excluded.work_email,
           excluded.account_id, excluded.is_active, known.version + 1)
     where (known.agency_id, known.role, known.name, known.title, known.work_email, known.account_id, known.is_active)
       is distinct from (excluded.agency_id, excluded.role, excluded.name, excluded.title, excluded.work_email,
           excluded.account_id, excluded.is_active)
    returning known.*
  ), told as (
    insert into outbox (id, type, aggregate_id, version, at, payload)
    select gen_random_uuid(), case version when 1 then 'officer.appointed' else 'officer.changed' end, id, version, $2,
           jsonb_build_object('id', id, 'agencyId', agency_id, 'role', role, 'isActive', is_active,
             'accountId', account_id)
      from written
    returning id
  )
  select count(*)::int as told from told
`;

/**
 * Appoints the officers of the demo accounts, each told as `officer.appointed`; the hierarchy must be loaded. A second
 * load changes nothing. Says how many posts were new or different.
 */
export async function loadDemoOfficers(database: DataSource, clock: Clock): Promise<number> {
  const officers = DEMO_OFFICERS.map((officer) => ({
    ...officer,
    id: stableId('officer', officer.email),
    agencyId: stableId('agency', officer.agencyCode),
    accountId: stableId('account', officer.email),
  }));
  return inTransaction(database, async (tx) => {
    const [saved] = await tx.query<{ told: number }[]>(SAVE_OFFICERS, [
      JSON.stringify(officers),
      clock.now(),
    ]);
    return saved?.told ?? 0;
  });
}
