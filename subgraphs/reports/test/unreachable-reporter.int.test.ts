import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, responded, type Submitted } from './support/acts.js';
import { stranger } from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { createSweeper, type Sweeper } from './support/sweeper.js';

let service: ReportsService;
let sweeper: Sweeper;
/** Filed without an account: there is no address to which anything could be sent. */
let report: Submitted;

beforeAll(async () => {
  service = await startReports();
  sweeper = await createSweeper(service);
  service.clock.set(FRIDAY);
  report = await responded(service.ask, {}, stranger);
}, 60_000);
afterAll(async () => {
  await sweeper.close();
  await service.close();
});

interface Seen {
  readonly state: string;
  readonly viewerActions: readonly string[];
  readonly history: readonly { readonly act: string; readonly reason: string | null }[];
}

/** As its reporter sees it, who has nothing but the code. */
async function look(): Promise<Seen> {
  const { data, errors } = await service.ask(
    `query ($id: ID!, $code: String) {
       report(trackingId: $id, accessCode: $code) { state viewerActions history { act reason } } }`,
    { id: report.trackingId, code: report.accessCode },
    stranger,
  );
  expect(errors).toEqual([]);
  return data?.report as Seen;
}

async function sweptAt(instant: string): Promise<Seen> {
  service.clock.set(instant);
  expect((await sweeper.sweep()).failed).toBe(0);
  return look();
}

function reminders({ history }: Seen): readonly (string | null)[] {
  return history.filter(({ act }) => act === 'REMIND_REPORTER').map(({ reason }) => reason);
}

describe('an answer to a reporter who cannot be reached', () => {
  it('is followed by two reminders on its page, and history says that they could go nowhere else', async () => {
    // Answered on Friday 10 July 2026: the fifth working day is the 17th, the eighth the 22nd.
    expect(reminders(await sweptAt('2026-07-17T10:00:00Z'))).toEqual([]);
    const after5 = await sweptAt('2026-07-18T01:00:00Z');
    expect(reminders(after5)).toEqual(['SILENCE_ON_PAGE_ONLY']);
    const after8 = await sweptAt('2026-07-23T01:00:00Z');
    expect(reminders(after8)).toEqual(['SILENCE_ON_PAGE_ONLY', 'SILENCE_ON_PAGE_ONLY']);
    expect(after8.state).toBe('RESPONDED');
  });

  it('is not taken for accepted before the last instant of the tenth working day', async () => {
    expect((await sweptAt('2026-07-24T16:59:59.999Z')).state).toBe('RESPONDED');
    const closed = await sweptAt('2026-07-24T17:00:00.000Z');
    expect(closed.state).toBe('CLOSED');
    expect(closed.history.at(-1)).toMatchObject({ act: 'AUTO_CLOSE' });
    expect(reminders(closed)).toHaveLength(2);
  });

  it('can still be refused with the code alone, as long as by anybody else', async () => {
    expect((await sweptAt('2026-08-07T16:59:59.999Z')).viewerActions).toContain('REOPEN');
    const { id, accessCode } = report;
    const again = { reportId: id, accessCode, reason: 'Saya baru sempat melihat: lubangnya masih ada.' };
    expect(await act(service.ask, 'reopenReport', again, stranger)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
  });
});
