import type { DataSource } from 'typeorm';

/** Longest life of an access token (10 minutes), and what clocks may differ by. */
const KEPT = '11 minutes';

/** Channel that each revocation wakes. */
export const REVOCATION_CHANNEL = 'revocation';

/** Access that ended before its tokens did: of one session, all that an account had until then, or all that a key signed. */
export interface Revocation {
  /** Where it stands among the others; a word may come twice, and is the same both times. */
  readonly seq: number;
  readonly sessionId: string | null;
  readonly accountId: string | null;
  readonly kid: string | null;
  /** ISO 8601 in UTC, to the millisecond. */
  readonly at: string;
}

/* Numbers are given before they are seen: what was written at about the same time as the last word is told again. */
const SINCE = /* sql */ `
  select seq::int, session_id as "sessionId", account_id as "accountId", kid, at
    from revocation
   where (kid is not null or at > clock_timestamp() - interval '${KEPT}')
     and (seq > $1 or at > clock_timestamp() - interval '10 seconds')
   order by seq
   limit 10000
`;

/** What was revoked after a place, and all of the last seconds. */
export async function findRevocations(database: DataSource, after: number): Promise<readonly Revocation[]> {
  const rows = await database.query<(Omit<Revocation, 'at'> & { at: Date })[]>(SINCE, [after]);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/* Whoever stole a key signs tokens that live as long as they like: a gateway that was away for long is told as well. */
const FORGET = /* sql */ `
  delete from revocation where kid is null and at <= clock_timestamp() - interval '${KEPT}'
`;

/** Forgets what no living token can be about; keys that were revoked stay. */
export async function forgetOldRevocations(database: DataSource): Promise<void> {
  await database.query(FORGET);
}
