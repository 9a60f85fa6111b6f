import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { act, dispatched, type Submitted, submitted, VERIFICATION } from './support/acts.js';
import { coordinatorBandung, OTHERS, ombudsman, stranger, warga } from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';

let service: ReportsService;
let general: Submitted;
let bribery: Submitted;
let secretBribery: Submitted;

/** A working week after the fourteen working days that a general complaint may take. */
const AFTER_THE_DEADLINE = '2026-08-10T05:00:00Z';

beforeAll(async () => {
  service = await startReports();
  general = await dispatched(service.ask);
  bribery = await oversightComplaint({});
  service.clock.advanceHours(1);
  secretBribery = await oversightComplaint({ isSecret: true });
}, 60_000);
afterAll(() => service.close());

async function oversightComplaint(flags: object): Promise<Submitted> {
  const report = await submitted(service.ask, { title: 'Pungli di loket perizinan', ...flags });
  const terms = { ...VERIFICATION, type: 'COMPLAINT_OVERSIGHT', agencyId: agencyId('32.73') };
  await act(service.ask, 'verifyReport', { ...terms, reportId: report.id }, coordinatorBandung);
  return report;
}

interface Desk {
  readonly nodes: readonly { readonly id: string; readonly title: string | null }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function desk(args = '', viewer: Viewer = ombudsman): Promise<Desk> {
  const fields = 'nodes { id title body reporter { handle } } pageInfo { hasNextPage endCursor }';
  const { data, errors } = await service.ask(`{ oversightReports${args} { ${fields} } }`, {}, viewer);
  if (errors.length > 0) throw new Error(String(errors[0]?.extensions?.code));
  return data?.oversightReports as Desk;
}

async function readings(): Promise<readonly { readonly officer_id: string; readonly report_id: string }[]> {
  return service.database.query('select officer_id, report_id from oversight_reading order by id');
}

describe("the Ombudsman's desk", () => {
  const everybodyElse = Object.entries({ ...OTHERS, 'the reporter': warga }).filter(
    ([who]) => who !== 'the Ombudsman',
  );

  it.each(everybodyElse)('is closed to %s, and nothing is read there', async (_who, viewer) => {
    await expect(desk('', viewer)).rejects.toThrow('FORBIDDEN');
    expect(await readings()).toEqual([]);
  });

  it('shows complaints of the oversight class, newest first, without identity', async () => {
    const { nodes } = await desk();
    expect(nodes).toEqual([
      { id: secretBribery.id, title: null, body: null, reporter: null },
      { id: bribery.id, title: 'Pungli di loket perizinan', body: expect.any(String), reporter: null },
    ]);
  });

  it('keeps one line for each report that was read, and none for those that were not', async () => {
    await service.database.query('truncate oversight_reading');
    const first = await desk('(first: 1)');
    const officer_id = ombudsman.appointments[0]?.officerId;
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await readings()).toEqual([{ officer_id, report_id: secretBribery.id }]);
    const second = await desk(`(first: 1, after: "${first.pageInfo.endCursor ?? ''}")`);
    expect(second).toMatchObject({ nodes: [{ id: bribery.id }], pageInfo: { hasNextPage: false } });
    expect(await readings()).toEqual([
      { officer_id, report_id: secretBribery.id },
      { officer_id, report_id: bribery.id },
    ]);
  });

  it('shows any report from the moment in which its legal deadline has passed', async () => {
    expect((await desk()).nodes.map(({ id }) => id)).not.toContain(general.id);
    service.clock.set(AFTER_THE_DEADLINE);
    const { nodes } = await desk();
    expect(nodes.map(({ id }) => id)).toContain(general.id);
    service.clock.set(FRIDAY);
  });

  it('keeps showing a report whose answer came too late', async () => {
    const late = await dispatched(service.ask, { title: 'Lampu jalan padam' });
    service.clock.set(AFTER_THE_DEADLINE);
    const answer = { reportId: late.id, kind: 'FINAL', outcome: 'FIXED', body: 'Lampu sudah diganti.' };
    const officer = OTHERS['the officer'] ?? stranger;
    expect(await act(service.ask, 'recordFollowUp', answer, officer)).toMatchObject({
      report: { state: 'RESPONDED' },
    });
    expect((await desk()).nodes.map(({ id }) => id)).toContain(late.id);
    service.clock.set(FRIDAY);
  });
});
