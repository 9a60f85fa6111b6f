import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stableId } from '@satu-pintu/domain-kit';
import { openDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { ask, type Asker, request } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';
import { filed } from '../support/reports.js';
import { arrive } from '../support/staff.js';
import { pidOf, stack } from '../support/stack.js';
import { verifyAudit } from '../support/verify-audit.js';

const TRAIL = /* GraphQL */ `
  query ($filter: AuditFilter) {
    auditTrail(filter: $filter, first: 100) {
      nodes {
        id
        action
        outcome
        refusal
        missing
        times
        isDayOnly
        actor {
          kind
          role
          accountOfTheDay
        }
        subject {
          id
        }
      }
    }
  }
`;

interface Entry {
  readonly id: string;
  readonly action: string;
  readonly missing: string | null;
  readonly times: number;
  readonly actor: {
    readonly kind: string;
    readonly role: string | null;
    readonly accountOfTheDay: string | null;
  };
}

const database = openDatabase(stack.databaseUrl);
let people: People;

beforeAll(async () => {
  people = await everybody();
}, 30_000);
afterAll(() => database.close());

async function refusals(action: string, asker: Asker, filter: object = {}): Promise<readonly Entry[]> {
  const { auditTrail } = await ask<{ auditTrail: { nodes: readonly Entry[] } }>(
    TRAIL,
    { filter: { action, outcome: 'REFUSED', ...filter } },
    asker,
  );
  return auditTrail.nodes.filter(({ missing }) => missing !== null);
}

/** Sends a mutation about a report of which the gateway needs to see no more than its name. */
async function turnedAway(name: string, asker: Asker): Promise<void> {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const { status, errors } = await request(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename } }`,
    { input: { reportId: officerId } },
    asker,
  );
  expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 403, code: 'FORBIDDEN' });
}

const sum = (entries: readonly Entry[]): number => entries.reduce((all, { times }) => all + times, 0);
const officerId = stableId('officer', 'petugas.dpupr.bandung@demo.test');

describe('an officer who tries a command of other posts', () => {
  it('is found in the audit trail soon, by their post, the command and the right, and by nothing that was sent', async () => {
    const input = { parentId: officerId, code: '32.73/RAHASIA', name: 'Dinas Rahasia', kind: 'UNIT' };
    const [before] = await refusals('registerAgency', people.coordinatorBandung, { officerId });
    expect(before).toBeUndefined();
    const sent = performance.now();
    const answer = await request(
      'mutation ($input: RegisterAgencyInput!) { registerAgency(input: $input) { __typename } }',
      { input },
      people.worksOfficer,
    );
    expect(answer).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    const found = await eventually(async () => {
      const [entry] = await refusals('registerAgency', people.coordinatorBandung, { officerId });
      expect(entry).toBeDefined();
      return entry;
    });
    // A second and what a busy machine takes.
    expect(performance.now() - sent).toBeLessThan(5_000);
    expect(found).toMatchObject({
      outcome: 'REFUSED',
      refusal: 'Forbidden',
      missing: 'agency:REGISTER_AGENCY',
      times: 1,
      isDayOnly: false,
      actor: { kind: 'OFFICER', role: 'LIAISON_OFFICER', accountOfTheDay: null },
      subject: null,
    });
    expect(
      await database.count(
        `select count(*) from analytics.audit_entry where entry::text like '%RAHASIA%' or entry::text like '%Rahasia%'`,
      ),
    ).toBe(0);
  });

  it('is told to the national desk as well, and to no other house', async () => {
    expect(await refusals('registerAgency', people.national, { officerId })).toHaveLength(1);
    expect(await refusals('registerAgency', people.coordinatorJabar, { officerId })).toEqual([]);
    expect(await refusals('registerAgency', people.coordinatorKemenkes, { officerId })).toEqual([]);
  });
});

describe('a citizen who tries a command of officers', () => {
  it('is an account of that day, whom only those see who read all', async () => {
    const { session } = await arrive();
    await turnedAway('mergeReports', session);
    const entry = await eventually(async () => {
      const [found] = await refusals('mergeReports', people.national);
      expect(found).toBeDefined();
      return found;
    });
    expect(entry).toMatchObject({
      missing: 'report:MERGE',
      actor: { kind: 'ACCOUNT', role: null, accountOfTheDay: expect.any(String) },
      subject: null,
    });
    expect(await refusals('mergeReports', people.coordinatorBandung)).toEqual([]);
  });

  it('leaves no entry as a visitor', async () => {
    const all = (): Promise<number> => database.count(`select count(*) from analytics.audit_entry`);
    const before = await all();
    for (let times = 0; times < 20; times += 1) await turnedAway('mergeReports', null);
    await pause(1_500);
    expect(await all()).toBe(before);
  });

  it('a thousand times in a row is one entry with its number', async () => {
    const { session } = await arrive();
    const tries = Array.from({ length: 1_000 });
    while (tries.length > 0)
      await Promise.all(tries.splice(0, 50).map(() => turnedAway('takeOverReport', session)));
    await eventually(async () => {
      expect(sum(await refusals('takeOverReport', people.national))).toBe(1_000);
    }, 75_000);
    // One, unless the machine made the flood pause; then the rest of its minute is a second one.
    expect((await refusals('takeOverReport', people.national)).length).toBeLessThanOrEqual(2);
  }, 120_000);
});

describe('while users is away', () => {
  it('refusals are answered at once, and told when it is back, each once', async () => {
    const { session } = await arrive();
    const pid = await pidOf('users');
    if (pid === null) throw new Error('users does not run.');
    process.kill(pid, 'SIGKILL');
    const sent = performance.now();
    await turnedAway('verifyReport', session);
    await turnedAway('archiveReport', session);
    expect(performance.now() - sent).toBeLessThan(2_000);
    for (const [action, missing] of [
      ['verifyReport', 'report:VERIFY'],
      ['archiveReport', 'report:ARCHIVE'],
    ] as const)
      await eventually(async () => {
        expect(await refusals(action, people.national)).toMatchObject([
          { times: 1, missing, actor: { kind: 'ACCOUNT' } },
        ]);
      }, 30_000);
    expect(await verifyAudit()).toMatchObject({ code: 0, line: expect.stringMatching(/^OK, /) });
    // The house is whole again for whoever comes next.
    await eventually(() => filed(people.warga), 30_000);
  }, 90_000);
});
