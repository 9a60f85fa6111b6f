import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stableId } from '@satu-pintu/domain-kit';
import { openDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { act, ask, type Asker, request } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';
import { dispatched, type Filed, PUBLIC_WORKS, succeeded } from '../support/reports.js';
import { untilSettled } from '../support/settled.js';
import { stack } from '../support/stack.js';
import { verifyAudit } from '../support/verify-audit.js';

const database = openDatabase(stack.databaseUrl);
let people: People;
let report: Filed;

const TRAIL = /* GraphQL */ `
  query ($filter: AuditFilter) {
    auditTrail(filter: $filter, first: 100) {
      nodes {
        action
        outcome
        refusal
        isDayOnly
        actor {
          kind
          role
          officer {
            id
            name
          }
          agency {
            name
          }
        }
        subject {
          id
          report {
            trackingId
            title
          }
        }
      }
    }
  }
`;

interface Entry {
  readonly action: string;
  readonly outcome: string;
  readonly refusal: string | null;
  readonly isDayOnly: boolean;
  readonly actor: {
    readonly kind: string;
    readonly role: string | null;
    readonly officer: { readonly id: string; readonly name: string | null } | null;
    readonly agency: { readonly name: string } | null;
  };
  readonly subject: {
    readonly id: string;
    readonly report: { readonly trackingId: string; readonly title: string | null } | null;
  } | null;
}

interface Trail {
  readonly auditTrail: { readonly nodes: readonly Entry[] };
}

const READ_NAME = /* GraphQL */ `
  query ($trackingId: ID!) {
    report(trackingId: $trackingId) {
      title
      reporter {
        displayName
      }
    }
  }
`;

beforeAll(async () => {
  people = await everybody();
  report = await dispatched(people.warga, people, { isSecret: true });
  const reportId = report.id;
  succeeded(await act('acceptReport', { reportId }, people.worksOfficer));
  expect(await act('acceptReport', { reportId }, people.worksOfficer)).toMatchObject({
    code: 'REPORT_NOT_IN_STATE',
  });
  await ask(READ_NAME, { trackingId: report.trackingId }, people.worksOfficer);
  await ask(READ_NAME, { trackingId: report.trackingId }, people.national);
  await untilSettled(database);
}, 60_000);
afterAll(() => database.close());

async function trail(asker: Asker, filter: object = { subjectId: report.id }): Promise<readonly Entry[]> {
  const { auditTrail } = await ask<Trail>(TRAIL, { filter }, asker);
  return auditTrail.nodes;
}

const told = ({ action, outcome, refusal, actor: { kind, role } }: Entry): readonly (string | null)[] => [
  action,
  outcome,
  refusal,
  role ?? kind,
];

/** Oldest first, among what officers did; the reporter stands at the beginning of the day. */
const ACTS = [
  ['submitReport', 'ACCEPTED', null, 'REPORTER'],
  ['verifyReport', 'ACCEPTED', null, 'COORDINATOR_ADMIN'],
  ['acceptReport', 'ACCEPTED', null, 'LIAISON_OFFICER'],
  ['acceptReport', 'REFUSED', 'ReportNotInState', 'LIAISON_OFFICER'],
];

describe('the audit trail of a secret report', () => {
  it('tells the national desk in order who did what, who was refused and who read a name', async () => {
    const entries = (await trail(people.national)).map(told).toReversed();
    expect(entries.slice(0, 4)).toEqual(ACTS);
    const readings = entries.slice(4);
    expect(readings).toContainEqual(['readReporterName', 'READ', null, 'LIAISON_OFFICER']);
    expect(readings).toContainEqual(['readReport', 'READ', null, 'NATIONAL_ADMIN']);
    expect(readings.filter(([action]) => action !== 'readReport' && action !== 'readReporterName')).toEqual(
      [],
    );
  });

  it('tells the coordinator of the house the same, but not who looked in from outside', async () => {
    const entries = (await trail(people.coordinatorBandung)).map(told).toReversed();
    expect(entries).toEqual([...ACTS, ['readReporterName', 'READ', null, 'LIAISON_OFFICER']]);
  });

  it('tells the Ombudsman of the receipts, and of the report nothing that they may not read', async () => {
    const officerId = stableId('officer', people.worksOfficer.email);
    const filter = { subjectId: report.id, action: 'readReporterName', officerId };
    expect(await trail(people.ombudsman, filter)).toMatchObject([
      {
        actor: {
          officer: { id: officerId, name: expect.any(String) },
          agency: { name: expect.stringContaining('Bandung') },
        },
        subject: { id: report.id },
      },
    ]);
    const [seen] = await trail(people.ombudsman);
    expect(seen?.subject?.report?.title ?? null).toBeNull();
  });

  it('says of the reporter no more than the day, to whoever asks', async () => {
    for (const asker of [people.national, people.ombudsman, people.coordinatorBandung]) {
      const [filing] = await trail(asker, { subjectId: report.id, action: 'submitReport' });
      expect(filing).toMatchObject({
        isDayOnly: true,
        actor: { kind: 'REPORTER', officer: null, agency: null },
      });
    }
  });

  it.each(['coordinatorJabar', 'coordinatorKemenkes'] as const)('is empty for %s', async (who) => {
    expect(await trail(people[who])).toEqual([]);
    expect(await trail(people[who], { agencyId: PUBLIC_WORKS })).toEqual([]);
  });

  it('is closed to everybody who administers nothing', async () => {
    for (const asker of [people.worksOfficer, people.ksp, people.warga, null]) {
      const { data, errors } = await request<Trail>(TRAIL, { filter: {} }, asker);
      expect(data?.auditTrail.nodes ?? []).toEqual([]);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual([
        asker === null ? expect.stringMatching(/UNAUTHENTICATED|FORBIDDEN/) : 'FORBIDDEN',
      ]);
    }
  });

  it('answers wrong input as such', async () => {
    const { errors } = await request(TRAIL, { filter: { fromDay: 'kemarin' } }, people.national);
    expect(errors).toHaveLength(1);
    expect(await trail(people.national, { subjectId: 'x' })).toEqual([]);
  });

  it('holds no text and no name in any entry of the house', async () => {
    const traces = ['Braga', 'Warga', 'warga', 'demo.test', report.trackingId, report.accessCode];
    for (const trace of traces) {
      const found = await database.count(
        'select count(*) from analytics.audit_entry where position($1 in entry::text) > 0',
        [trace],
      );
      expect({ trace, found }).toEqual({ trace, found: 0 });
    }
  });
});

describe('npm run audit:verify', () => {
  it('finds the log of the house whole, and its end where it was noted down', async () => {
    const noted = (await verifyAudit('--head')).line;
    expect(noted).toMatch(/^\d+:[\da-f]{64}$/);
    expect(await verifyAudit()).toEqual({
      code: 0,
      line: expect.stringMatching(/^OK, head \d+:[\da-f]{64}, \d+ waiting$/),
    });
    expect((await verifyAudit('--holds', noted)).code).toBe(0);
    const other = noted.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(await verifyAudit('--holds', other)).toMatchObject({
      code: 1,
      line: expect.stringContaining('noted down'),
    });
    expect((await verifyAudit('--holds', 'x')).code).toBe(1);
    expect((await verifyAudit('--heads')).code).toBe(1);
  });

  it('says where somebody has changed it who rules the server', async () => {
    const [entry] = await database.rows<{ position: string }>(
      `select position from analytics.audit_entry where subject_id = $1 and action = 'acceptReport' and outcome = 'REFUSED'`,
      [report.id],
    );
    const position = entry?.position ?? '';
    const change = (outcome: string): Promise<unknown> =>
      database.rows(
        `do $$ begin
           alter table analytics.audit_entry disable trigger all;
           update analytics.audit_entry set entry = jsonb_set(entry, '{outcome}', '"${outcome}"') where position = ${position};
           alter table analytics.audit_entry enable trigger all;
         end $$`,
      );
    await change('ACCEPTED');
    expect(await verifyAudit()).toEqual({
      code: 1,
      line: `BROKEN at position ${position}: CHANGED, the entry is not what it was`,
    });
    await change('REFUSED');
    await eventually(async () => {
      expect((await verifyAudit()).code).toBe(0);
    });
  });
});
