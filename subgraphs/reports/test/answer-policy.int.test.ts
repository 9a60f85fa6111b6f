import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { act, dispatched, type Submitted } from './support/acts.js';
import { ANSWER, setPolicy } from './support/answers.js';
import { entities } from './support/entities.js';
import {
  coordinatorBandung,
  coordinatorJabar,
  national,
  OTHERS,
  warga,
  worksAdmin,
  worksOfficer,
} from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
afterAll(() => service.close());
afterEach(() => service.database.query('delete from answer_policy'));

async function policyOf(code: string, viewer: Viewer): Promise<object | null> {
  const agency = { __typename: 'Agency', id: agencyId(code) };
  const fields = '... on Agency { answerPolicy { requiresApproval decidedBy { id } } }';
  const { data, errors } = await entities(service.ask, [agency], fields, viewer);
  expect(errors).toEqual([]);
  return (data as { _entities: { answerPolicy: object | null }[] })._entities[0]?.answerPolicy ?? null;
}

/** How the officer's own answer ends. */
async function answered(report: Submitted, changes: object = {}): Promise<string | undefined> {
  const input = { reportId: report.id, ...ANSWER, ...changes };
  const outcome = await act(service.ask, 'recordFollowUp', input, worksOfficer);
  return outcome.code ?? outcome.report?.state;
}

async function offered(report: Submitted, viewer: Viewer): Promise<readonly string[]> {
  const query = 'query ($id: ID!) { report(trackingId: $id) { viewerActions } }';
  const { data } = await service.ask(query, { id: report.trackingId }, viewer);
  return (data as { report: { viewerActions: readonly string[] } }).report.viewerActions;
}

describe('whether answers need approval', () => {
  it('is decided by the admins who manage the agency, and by nobody else', async () => {
    const allowed = ['the admin of the office', 'the coordinator of the city'];
    for (const [who, viewer] of Object.entries({ ...OTHERS, 'a reporter': warga })) {
      const outcome = await setPolicy(service.ask, '32.73/1.03', true, viewer);
      const __typename = allowed.includes(who) ? 'SetAnswerPolicySuccess' : 'NotAllowed';
      expect({ who, outcome }).toMatchObject({ who, outcome: { __typename } });
    }
    expect(await setPolicy(service.ask, '32.73', true, worksAdmin)).toMatchObject({ code: 'NOT_ALLOWED' });
    for (const id of [agencyId('LAMA'), randomUUID(), 'x-y', '\u0000-'])
      expect(await setPolicy(service.ask, id, true, national)).toMatchObject({ code: 'AGENCY_NOT_FOUND' });
  });

  it('is told to those who work there or manage it, and to nobody else', async () => {
    await setPolicy(service.ask, '32.73/1.03', true);
    const told = [
      'the officer',
      'the intake officer',
      'the admin of the office',
      'the coordinator of the city',
    ];
    const policy = { requiresApproval: true, decidedBy: { id: agencyId('32.73/1.03') } };
    for (const [who, viewer] of Object.entries({ ...OTHERS, 'a reporter': warga }))
      expect({ who, policy: await policyOf('32.73/1.03', viewer) }).toEqual({
        who,
        policy: told.includes(who) ? policy : null,
      });
  });

  it('is the decision of the agency itself, else of the nearest above it in its house', async () => {
    const { ask } = service;
    expect(await policyOf('32.73/1.03', worksOfficer)).toEqual({ requiresApproval: false, decidedBy: null });
    await setPolicy(ask, '32.73', true);
    expect(await policyOf('32.73/1.03', worksOfficer)).toEqual({
      requiresApproval: true,
      decidedBy: { id: agencyId('32.73') },
    });
    await setPolicy(ask, '32.73/1.03', false);
    expect(await policyOf('32.73/1.03', worksOfficer)).toEqual({
      requiresApproval: false,
      decidedBy: { id: agencyId('32.73/1.03') },
    });
    expect(await policyOf('32.73/1.02', coordinatorBandung)).toMatchObject({ requiresApproval: true });
  });

  it('is not decided by a province for a city that it only guides', async () => {
    await setPolicy(service.ask, '32', true, coordinatorJabar);
    expect(await policyOf('32/1.03', coordinatorJabar)).toMatchObject({ requiresApproval: true });
    expect(await answered(await dispatched(service.ask))).toBe('RESPONDED');
  });

  it('writes nothing when it is decided again as it is', async () => {
    const { ask, database } = service;
    for (const isRequired of [true, true, false, true]) await setPolicy(ask, '32.73/1.03', isRequired);
    const rows = await database.query<object[]>(
      'select seq, requires_approval as "is" from answer_policy order by seq',
    );
    expect(rows).toEqual([
      { seq: 1, is: true },
      { seq: 2, is: false },
      { seq: 3, is: true },
    ]);
    await Promise.all([false, false, false].map((isRequired) => setPolicy(ask, '32.73/1.03', isRequired)));
    const [count] = await database.query<{ n: string }[]>('select count(*) as n from answer_policy');
    expect(count?.n).toBe('4');
  });
});

describe('an office whose answers need approval', () => {
  it('answers by draft alone, and is offered nothing else', async () => {
    const report = await dispatched(service.ask);
    expect(await offered(report, worksOfficer)).toContain('RECORD_FOLLOW_UP');
    await setPolicy(service.ask, '32.73', true);
    expect(await offered(report, worksOfficer)).not.toContain('RECORD_FOLLOW_UP');
    expect(await offered(report, worksOfficer)).toContain('DRAFT_ANSWER');
    expect(await answered(report)).toBe('APPROVAL_REQUIRED');
    expect(await answered(report, { kind: 'INTERIM', outcome: null })).toBe('APPROVAL_REQUIRED');
    await setPolicy(service.ask, '32.73', false);
    expect(await answered(report)).toBe('RESPONDED');
  });
});
