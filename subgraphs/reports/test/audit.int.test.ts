import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '@satu-pintu/audit';
import { everyMutation } from '@satu-pintu/test-kit';
import { printSchema } from '../src/schema.js';
import { act, dispatched, POTHOLE, responded, submitted, type Submitted } from './support/acts.js';
import { auditedDuring } from './support/audit.js';
import {
  coordinatorBandung,
  coordinatorJabar,
  national,
  ombudsman,
  otherCitizen,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';

const WORKS = agencyId('32.73/1.03');
const BANDUNG = agencyId('32.73');

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
afterAll(() => service.close());

function as({ appointments: [post] }: typeof worksOfficer): AuditEntry['actor'] {
  if (!post) throw new Error('No officer.');
  return { kind: 'OFFICER', ...post };
}

describe('every mutation', () => {
  const fitting: Readonly<Record<string, object>> = { requestUpload: { mediaType: 'image/png' } };

  it.each(everyMutation(printSchema()))('$name leaves one entry, whatever comes of it', async (mutation) => {
    const input = { ...mutation.input, ...fitting[mutation.name] };
    const entries = await auditedDuring(service, async () => {
      const { data, errors } = await service.ask(mutation.document, { input }, otherCitizen);
      expect(errors).toEqual([]);
      expect((data?.outcome as { __typename: string }).__typename).not.toBe('InvalidInput');
    });
    expect(entries.map(({ action }) => action)).toEqual([mutation.name]);
  });
});

describe('an act', () => {
  it('is written down with who did it, to what, and whom it concerns', async () => {
    const report = await dispatched(service.ask);
    const entries = await auditedDuring(service, () =>
      act(service.ask, 'acceptReport', { reportId: report.id }, worksOfficer),
    );
    expect(entries).toEqual([
      {
        action: 'acceptReport',
        outcome: 'ACCEPTED',
        code: null,
        actor: as(worksOfficer),
        subject: { kind: 'REPORT', id: report.id },
        agencyIds: [WORKS],
        at: '2026-07-10T05:00:00.000Z',
        isDayOnly: false,
        isPrivate: false,
      },
    ]);
  });

  it('concerns who gave the report away, and who got it', async () => {
    const report = await submitted(service.ask);
    const [entry] = await auditedDuring(service, () =>
      act(
        service.ask,
        'verifyReport',
        {
          reportId: report.id,
          agencyId: WORKS,
          type: 'COMPLAINT_GENERAL',
          categoryId: '08.001',
          publicTitle: 'Lubang jalan',
        },
        coordinatorBandung,
      ),
    );
    expect(entry?.agencyIds).toEqual([BANDUNG, WORKS].sort());
  });

  it('is written down once, however often the same request comes', async () => {
    const report = await dispatched(service.ask);
    const input = { reportId: report.id, idempotencyKey: randomUUID() };
    const entries = await auditedDuring(service, async () => {
      await act(service.ask, 'acceptReport', input, worksOfficer);
      await act(service.ask, 'acceptReport', input, worksOfficer);
    });
    expect(entries).toHaveLength(1);
    const filing = { ...POTHOLE, idempotencyKey: randomUUID() };
    const filed = await auditedDuring(service, async () => {
      await act(service.ask, 'submitReport', filing, warga);
      await act(service.ask, 'submitReport', filing, warga);
    });
    expect(filed).toHaveLength(1);
  });

  it('is not done when it cannot be written down', async () => {
    const report = await dispatched(service.ask);
    await whileTorn(async () => {
      const input = { reportId: report.id };
      await expect(act(service.ask, 'acceptReport', input, worksOfficer)).rejects.toThrow(/INTERNAL/);
      await expect(submitted(service.ask)).rejects.toThrow(/INTERNAL/);
    });
    const [row] = await service.database.query<{ state: string }[]>(
      'select state from report where id = $1',
      [report.id],
    );
    expect(row).toEqual({ state: 'DISPATCHED' });
  });

  it('is not written down when it does not hold', async () => {
    const { database, ask } = service;
    const report = await dispatched(ask);
    await database.query(`
      create function tear() returns trigger language plpgsql as $$ begin raise exception 'torn'; end $$;
      create constraint trigger tear after insert on history_entry deferrable initially deferred
        for each row execute function tear()`);
    const entries = await auditedDuring(service, async () => {
      await expect(act(ask, 'acceptReport', { reportId: report.id }, worksOfficer)).rejects.toThrow();
    });
    await database.query('drop trigger tear on history_entry; drop function tear()');
    expect(entries).toEqual([]);
  });
});

describe('a denial', () => {
  it('is written down for not allowed, for a wrong state and for what is hidden, with its reason', async () => {
    const report = await dispatched(service.ask, { isSecret: true });
    const input = { reportId: report.id, explanation: 'Bukan pengaduan yang dapat ditangani.' };
    const entries = await auditedDuring(service, async () => {
      await act(service.ask, 'archiveReport', { ...input, reason: 'TOO_GENERAL' }, worksOfficer);
      await act(service.ask, 'archiveReport', { ...input, reason: 'TOO_GENERAL' }, coordinatorBandung);
      await act(service.ask, 'acceptReport', { reportId: report.id }, ombudsman);
    });
    expect(entries.map(({ outcome, code, actor }) => [outcome, code, actor])).toEqual([
      ['REFUSED', 'NotAllowed', as(worksOfficer)],
      ['REFUSED', 'ReportNotInState', as(coordinatorBandung)],
      ['REFUSED', 'NotAllowed', as(ombudsman)],
    ]);
  });

  it('concerns the agency of who was refused, and not who holds what is hidden', async () => {
    const report = await submitted(service.ask, { isSecret: true });
    const absent = randomUUID();
    const entries = await auditedDuring(service, async () => {
      for (const reportId of [report.id, absent])
        await act(service.ask, 'acceptReport', { reportId }, worksOfficer);
    });
    expect(entries).toMatchObject([
      { code: 'ReportNotFound', agencyIds: [WORKS], subject: { id: report.id } },
      { code: 'ReportNotFound', agencyIds: [WORKS], subject: { id: absent } },
    ]);
  });

  it('is not what was written wrongly', async () => {
    const report = await dispatched(service.ask);
    const entries = await auditedDuring(service, () =>
      act(
        service.ask,
        'returnReport',
        { reportId: report.id, reason: 'NOT_COMPETENT', explanation: '' },
        worksOfficer,
      ),
    );
    expect(entries).toEqual([]);
  });

  it('at a desk that is not the own is written down before it is answered', async () => {
    const desk = '{ oversightReports { nodes { id } } }';
    const entries = await auditedDuring(service, async () => {
      const { errors } = await service.ask(desk, {}, worksOfficer);
      expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    });
    expect(entries).toMatchObject([
      { action: 'oversightReports', outcome: 'REFUSED', code: 'FORBIDDEN', actor: as(worksOfficer) },
    ]);
  });
});

describe('a reporter', () => {
  /** An officer who has filed a report as a citizen, with the same account. */
  const whistleblower = { ...worksOfficer, reporterKey: worksOfficer.reporterKey };

  it('is the reporter and nobody else, and acted on that day', async () => {
    const report = await responded(service.ask);
    const entries = await auditedDuring(service, () =>
      act(service.ask, 'confirmResolution', { reportId: report.id, rating: 4 }, warga),
    );
    expect(entries).toMatchObject([
      {
        action: 'confirmResolution',
        actor: { kind: 'REPORTER' },
        at: '2026-07-09T17:00:00.000Z',
        isDayOnly: true,
      },
    ]);
    expect(Object.keys(entries[0]?.actor ?? {})).toEqual(['kind']);
  });

  it('is not named as an officer either, neither filing nor refused', async () => {
    let report: Submitted | null = null;
    const entries = await auditedDuring(service, async () => {
      report = await submitted(service.ask, { isAnonymous: true }, whistleblower);
      const input = { reportId: report.id };
      await act(service.ask, 'confirmResolution', input, whistleblower);
      await act(
        service.ask,
        'reopenReport',
        { ...input, accessCode: 'SALAH', reason: 'x'.repeat(20) },
        whistleblower,
      );
      await act(service.ask, 'withdrawReport', { ...input, confirm: true }, whistleblower);
    });
    expect(entries.length).toBeGreaterThanOrEqual(3);
    for (const { actor } of entries) expect(['REPORTER', 'SOMEBODY']).toContain(actor.kind);
    expect(JSON.stringify(entries)).not.toContain(worksOfficer.appointments[0]?.officerId);
  });

  it('leaves no trace of which report is supported, nor of who asked for an upload', async () => {
    const report = await dispatched(service.ask);
    const entries = await auditedDuring(service, async () => {
      await act(service.ask, 'supportReport', { reportId: report.id }, otherCitizen);
      await act(service.ask, 'withdrawSupport', { reportId: report.id }, otherCitizen);
    });
    expect(entries).toMatchObject([
      {
        action: 'supportReport',
        outcome: 'ACCEPTED',
        actor: { kind: 'SOMEBODY' },
        subject: null,
        isDayOnly: true,
      },
      { action: 'withdrawSupport', outcome: 'ACCEPTED', actor: { kind: 'SOMEBODY' }, subject: null },
    ]);
    expect(JSON.stringify(entries)).not.toContain(report.id);
  });

  it('decides for or against the Ombudsman in the chain alone', async () => {
    const report = await dispatched(service.ask);
    const entries = await auditedDuring(service, () =>
      act(service.ask, 'declineOversight', { reportId: report.id }, warga),
    );
    expect(entries).toMatchObject([{ action: 'declineOversight', isPrivate: true, agencyIds: [] }]);
  });
});

describe('a reading', () => {
  const READ =
    'query ($trackingId: ID!) { report(trackingId: $trackingId) { body } again: report(trackingId: $trackingId) { title } }';

  it.each([
    ['the national desk', national],
    ['a coordinator of another house', coordinatorJabar],
  ])('of a secret report by %s is written down once for a request', async (_who, reader) => {
    const report = await dispatched(service.ask, { isSecret: true });
    const entries = await auditedDuring(service, async () => {
      const { data } = await service.ask(READ, { trackingId: report.trackingId }, reader);
      expect(data?.report).toMatchObject({ body: expect.any(String) });
    });
    expect(entries).toEqual([
      {
        action: 'readReport',
        outcome: 'READ',
        code: null,
        actor: as(reader),
        subject: { kind: 'REPORT', id: report.id },
        agencyIds: [reader.appointments[0]?.agencyId],
        at: '2026-07-10T05:00:00.000Z',
        isDayOnly: false,
        isPrivate: false,
      },
    ]);
  });

  it('by those who work on it, by its reporter, or of what is no secret leaves none', async () => {
    const secret = await dispatched(service.ask, { isSecret: true });
    const open = await dispatched(service.ask);
    const entries = await auditedDuring(service, async () => {
      for (const reader of [worksOfficer, coordinatorBandung, warga, otherCitizen, stranger])
        await service.ask(READ, { trackingId: secret.trackingId }, reader);
      await service.ask(READ, { trackingId: open.trackingId }, national);
    });
    expect(entries).toEqual([]);
  });

  it('gives nothing when it cannot be written down', async () => {
    const report = await dispatched(service.ask, { isSecret: true });
    await whileTorn(async () => {
      const { data, errors } = await service.ask(READ, { trackingId: report.trackingId }, national);
      expect(JSON.stringify(data)).not.toContain('Lubang');
      expect(errors.length).toBeGreaterThan(0);
    });
  });

  it('of a page is one entry for each secret report on it that others work on', async () => {
    let page: readonly { id: string; isSecret: boolean; agency: { id: string } }[] = [];
    const entries = await auditedDuring(service, async () => {
      const list = '{ reports(first: 50) { nodes { id isSecret agency { id } } } }';
      const { data } = await service.ask(list, {}, national);
      page = (data?.reports as { nodes: typeof page }).nodes;
    });
    const others = page.filter(({ isSecret, agency }) => isSecret && agency.id !== agencyId('NASIONAL'));
    expect(others.length).toBeGreaterThan(1);
    expect(entries.map(({ subject }) => subject?.id).sort()).toEqual(others.map(({ id }) => id).sort());
  });
});

/** The outbox takes no entry of the audit log. */
async function whileTorn(work: () => Promise<void>): Promise<void> {
  const { database } = service;
  await database.query(`
    create function tear() returns trigger language plpgsql as $$ begin raise exception 'torn'; end $$;
    create trigger tear before insert on outbox for each row when (new.type = 'audit.recorded')
      execute function tear()`);
  try {
    await work();
  } finally {
    await database.query('drop trigger tear on outbox; drop function tear()');
  }
}
