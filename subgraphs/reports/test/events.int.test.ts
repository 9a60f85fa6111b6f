import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PostTakenUp, ReportFacts } from '@satu-pintu/events';
import { dispatched, lived, type Submitted, submitted } from './support/acts.js';
import { AgenciesVoice, anAgency, aPostTold } from './support/agencies-voice.js';
import { stranger } from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';
import { until } from './support/until.js';

let service: ReportsService;
let agencies: AgenciesVoice;

beforeAll(async () => {
  service = await startReports();
  agencies = new AgenciesVoice(service);
}, 60_000);
afterAll(async () => {
  await agencies.close();
  await service.close();
});

interface Told {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly payload: ReportFacts;
}

function outboxOf({ id }: Submitted): Promise<readonly Told[]> {
  return service.database.query<Told[]>(
    'select id, type, version, payload from outbox where aggregate_id = $1 order by tx, seq',
    [id],
  );
}

describe('what a report tells the house', () => {
  it('is one event for each act, numbered without gaps', async () => {
    const report = await lived(service);
    const told = await outboxOf(report);
    expect(told.map(({ type, version }) => [version, type])).toEqual([
      [1, 'report.submitted'],
      [2, 'report.verified'],
      [3, 'report.responded'],
      [4, 'report.replied'],
      [5, 'report.oversight-eligible'],
      [6, 'report.responded'],
      [7, 'report.confirmed'],
    ]);
    const history = await service.database.query<{ version: number }[]>(
      'select version from history_entry where report_id = $1 order by version',
      [report.id],
    );
    expect(history.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('is the whole state each time, and never a text or a person', async () => {
    const told = await outboxOf(await lived(service));
    expect(told.at(-1)?.payload).toEqual({
      reportId: expect.any(String),
      trackingId: expect.stringMatching(/^\d{10}$/),
      state: 'CLOSED',
      requestedType: 'COMPLAINT',
      type: 'COMPLAINT_GENERAL',
      categoryId: '08.001',
      regionCode: '32.73',
      holderAgencyId: agencyId('32.73/1.03'),
      channel: 'WEB',
      isAnonymous: false,
      isSecret: false,
      isPublished: true,
      submittedAt: '2026-07-10T03:14:15.926Z',
      dispatchedAt: '2026-07-13T02:00:00.000Z',
      firstFollowUpAt: '2026-07-14T02:00:00.000Z',
      firstFollowUpDueAt: '2026-07-22T16:59:59.999Z',
      respondedAt: '2026-07-16T02:00:00.000Z',
      resolutionDueAt: '2026-08-03T16:59:59.999Z',
      resolutionBreachedAt: null,
      closedAt: '2026-07-17T03:23:46.264Z',
      closeReason: 'CONFIRMED',
      dispositions: 2,
      returns: 0,
    });
    for (const { type, payload } of told) expect('reporterSeal' in payload).toBe(type === 'report.submitted');
  });

  it('has no sealed account where nobody had signed in', async () => {
    const [first] = await outboxOf(await submitted(service.ask, {}, stranger));
    expect(first?.payload).not.toHaveProperty('reporterSeal');
  });

  it('reaches the log of the house in order, each event once', async () => {
    const report = await dispatched(service.ask);
    const told = await outboxOf(report);
    const logged = async (): Promise<readonly Told[]> => {
      const { rows } = await agencies.pool.query<Told>(
        `select id, type, version, payload from event_log.event
          where aggregate_id = $1 and producer = 'reports' order by tx, seq`,
        [report.id],
      );
      return rows;
    };
    await until(async () => (await logged()).length >= told.length);
    expect(await logged()).toEqual(told);
  });
});

async function nameOf(code: string): Promise<readonly object[]> {
  return service.database.query('select name, version from agency where id = $1', [agencyId(code)]);
}

describe('what agencies tell', () => {
  it('is learnt, so that a report can be sent to an agency from the moment in which it is known', async () => {
    const code = '32.73/1.99';
    await agencies.tell('agency.registered', 1, anAgency(code, { name: 'Dinas Baru' }));
    await agencies.untilRead();
    expect(await nameOf(code)).toEqual([{ name: 'Dinas Baru', version: 1 }]);
    await submitted(service.ask, { agencyId: agencyId(code) });
  });

  it('is kept by its highest version, whatever the order of arrival, and however often it comes', async () => {
    const code = '32.73/1.98';
    const versions = [3, 1, 2].map(
      (version) => [version, anAgency(code, { name: `Versi ${String(version)}` })] as const,
    );
    for (const [version, agency] of versions) await agencies.tell('agency.changed', version, agency);
    await agencies.untilRead();
    expect(await nameOf(code)).toEqual([{ name: 'Versi 3', version: 3 }]);
    const id = randomUUID();
    const fourth = anAgency(code, { name: 'Versi 4' });
    await agencies.tell('agency.changed', 4, fourth, id);
    await agencies.tell('agency.changed', 4, fourth, id);
    await agencies.tell('agency.changed', 4, anAgency(code, { name: 'Versi 4, sekali lagi' }));
    await agencies.tell('agency.changed', 2, anAgency(code, { name: 'Versi lama' }));
    await agencies.untilRead();
    expect(await nameOf(code)).toEqual([{ name: 'Versi 4', version: 4 }]);
  });

  it('decides who verifies: reports go to a coordinator as soon as there is one, and to the desk when there is none', async () => {
    const holderOf = async ({ id }: Submitted): Promise<string | undefined> => {
      const rows = await service.database.query<{ holder: string }[]>(
        'select holder_agency_id as holder from report where id = $1',
        [id],
      );
      return rows[0]?.holder;
    };
    const toPapua = (): Promise<Submitted> => submitted(service.ask, { agencyId: agencyId('91') });
    expect(await holderOf(await toPapua())).toBe(agencyId('NASIONAL'));
    await agencies.tell('officer.appointed', 1, aPostTold('papua'));
    await agencies.untilRead();
    expect(await holderOf(await toPapua())).toBe(agencyId('91'));
    await agencies.tell('officer.ended', 2, aPostTold('papua', { isActive: false }));
    await agencies.untilRead();
    expect(await holderOf(await toPapua())).toBe(agencyId('NASIONAL'));
  });

  it('waits for a coordinator who was invited, until the post is taken up', async () => {
    const post = aPostTold('invited', { agencyId: agencyId('32.04'), accountId: null });
    const canReceive = async (): Promise<unknown> => {
      const [row] = await service.database.query<{ can_sign_in: boolean }[]>(
        'select can_sign_in from officer_post where id = $1',
        [post.id],
      );
      return row?.can_sign_in;
    };
    await agencies.tell('officer.appointed', 1, post);
    await agencies.untilRead();
    expect(await canReceive()).toBe(false);
    await agencies.tell('post.taken-up', 1, takenUp(post.id));
    await agencies.tell('officer.changed', 2, post);
    await agencies.untilRead();
    expect(await canReceive()).toBe(true);
    await agencies.tell(
      'officer.ended',
      3,
      aPostTold('invited', { agencyId: agencyId('32.04'), accountId: null, isActive: false }),
    );
    await agencies.untilRead();
    expect(await canReceive()).toBe(false);
  });

  it('leaves no account of an officer behind', async () => {
    const post = aPostTold('papua-2');
    await agencies.tell('officer.appointed', 1, post);
    await agencies.untilRead();
    const [row] = await service.database.query<object[]>('select * from officer_post where id = $1', [
      post.id,
    ]);
    expect(row).toEqual({
      id: post.id,
      agency_id: post.agencyId,
      role: post.role,
      can_sign_in: true,
      is_active: true,
      is_taken_up: true,
      version: 1,
    });
  });
});

function takenUp(officerId: string): { readonly id: string } & PostTakenUp {
  return { id: randomUUID(), officerId };
}
