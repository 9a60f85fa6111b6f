import { randomUUID } from 'node:crypto';
import { pathLabel, stableId } from '@satu-pintu/domain-kit';
import type { AgencySnapshot, OfficerSnapshot } from '@satu-pintu/events';
import pg from 'pg';
import type { ReportsService } from './reports-service.js';
import { agencyAt, agencyId } from './small-tree.js';
import { until } from './until.js';

const PUBLISH = /* sql */ `
  insert into event_log.event (id, producer, type, aggregate_id, version, at, payload)
  values ($1, 'agencies', $2, $3, $4, now(), $5) on conflict (id) do nothing
`;

/** The agencies subgraph, as far as the log knows it. */
export class AgenciesVoice {
  readonly pool: pg.Pool;

  constructor(private readonly service: ReportsService) {
    this.pool = new pg.Pool({ connectionString: service.agenciesUrl, max: 1 });
  }

  async tell(
    type: string,
    version: number,
    payload: { readonly id: string },
    id = randomUUID(),
  ): Promise<void> {
    await this.pool.query(PUBLISH, [id, type, payload.id, version, JSON.stringify(payload)]);
  }

  /** Waits until the log has been read to its present end. */
  async untilRead(): Promise<void> {
    const last = `sentinel-${randomUUID()}`;
    await this.tell('agency.registered', 1, anAgency(last));
    const { database } = this.service;
    await until(
      async () => (await database.query<unknown[]>('select from agency where code = $1', [last])).length > 0,
    );
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** A unit of Bandung, with what the test says about it. */
export function anAgency(code: string, changes: Partial<AgencySnapshot> = {}): AgencySnapshot {
  const id = agencyId(code);
  const { path, housePath } = agencyAt('32.73');
  return {
    id,
    code,
    name: code,
    kind: 'UNIT',
    parentId: agencyId('32.73'),
    tie: 'ADMINISTRATIVE',
    path: `${path}.${pathLabel(id)}`,
    housePath: `${housePath}.${pathLabel(id)}`,
    regionCode: '32.73',
    timeZone: 'Asia/Jakarta',
    isActive: true,
    ...changes,
  };
}

/** A planted agency as it is told when it ends. */
export function anEndedAgency(code: string): AgencySnapshot {
  const { path, housePath } = agencyAt(code);
  return anAgency(code, { path, housePath, isActive: false });
}

/** The post of a coordinator in Papua, with what the test says about it. */
export function aPostTold(name: string, changes: Partial<OfficerSnapshot> = {}): OfficerSnapshot {
  const id = stableId('officer', name);
  return {
    id,
    agencyId: agencyId('91'),
    role: 'COORDINATOR_ADMIN',
    isActive: true,
    accountId: randomUUID(),
    ...changes,
  };
}
