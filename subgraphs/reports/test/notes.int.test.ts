import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { act, dispatched, type Submitted, submitted, VERIFICATION } from './support/acts.js';
import {
  coordinatorBandung,
  coordinatorJabar,
  coordinatorKemenkes,
  healthOfficer,
  intakeOfficer,
  ksp,
  national,
  ombudsman,
  otherCitizen,
  OTHERS,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { found } from './support/search.js';
import { agencyId } from './support/small-tree.js';
import { rowCounts } from './support/tables.js';

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
afterAll(() => service.close());

const NOTES = /* GraphQL */ `
  query ($id: ID!, $first: Int!, $after: ID) {
    report(trackingId: $id) {
      notes(first: $first, after: $after) {
        nodes {
          body
          agency {
            id
          }
          officer {
            id
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

interface NotePage {
  readonly nodes: readonly { readonly body: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function page(
  report: Submitted,
  viewer: Viewer,
  args: { readonly first: number; readonly after?: string | null } = { first: 100 },
): Promise<NotePage | null> {
  const { data, errors } = await service.ask(NOTES, { id: report.trackingId, ...args }, viewer);
  expect(errors).toEqual([]);
  return (data as { report: { notes: NotePage } | null }).report?.notes ?? null;
}

/** What a viewer reads, newest first; null where they see no report. */
async function read(report: Submitted, viewer: Viewer): Promise<readonly string[] | null> {
  return (await page(report, viewer))?.nodes.map(({ body }) => body) ?? null;
}

async function write(report: Submitted, viewer: Viewer, body: string): Promise<void> {
  const outcome = await act(service.ask, 'addNote', { reportId: report.id, body }, viewer);
  if (outcome.__typename !== 'AddNoteSuccess') throw new Error(JSON.stringify(outcome));
}

/** A report with a note from everybody along the line. */
async function noted(extra: object = {}): Promise<Submitted> {
  const report = await dispatched(service.ask, extra);
  await write(report, worksOfficer, 'dinas');
  await write(report, coordinatorBandung, 'kota');
  await write(report, coordinatorJabar, 'provinsi');
  await write(report, national, 'nasional');
  return report;
}

const ALL_NOTES = ['nasional', 'provinsi', 'kota', 'dinas'];

describe('notes about a report that lies with an office of the city', () => {
  const READ: Readonly<Record<string, readonly string[]>> = {
    'the officer': ['kota', 'dinas'],
    'the intake officer': ['kota', 'dinas'],
    'the admin of the office': ['kota', 'dinas'],
    'the coordinator of the city': ['kota', 'dinas'],
    'the coordinator of the province': ['provinsi', 'kota', 'dinas'],
    'the national desk': ALL_NOTES,
    'the Ombudsman': ALL_NOTES,
  };

  it('are read along the line of the house that wrote them, and by nobody else', async () => {
    const report = await noted();
    for (const [who, viewer] of Object.entries({ ...OTHERS, 'the reporter': warga }))
      expect({ who, notes: await read(report, viewer) }).toEqual({ who, notes: READ[who] ?? [] });
  });

  it('are not for the Ombudsman when it is secret', async () => {
    const report = await noted({ isSecret: true });
    for (const [who, viewer] of Object.entries({ ...OTHERS, 'the reporter': warga })) {
      const isAround = [warga, ombudsman].includes(viewer);
      const notes = who === 'the Ombudsman' ? [] : (READ[who] ?? (isAround ? [] : null));
      expect({ who, notes: await read(report, viewer) }).toEqual({ who, notes });
    }
  });

  it('name who wrote them, and for which agency', async () => {
    const report = await noted();
    expect((await page(report, coordinatorBandung))?.nodes[1]).toEqual({
      body: 'dinas',
      agency: { id: agencyId('32.73/1.03') },
      officer: { id: worksOfficer.appointments[0]?.officerId },
    });
  });

  it('come page by page, also to who reads only some of them', async () => {
    const report = await noted();
    await write(report, worksOfficer, 'dinas lagi');
    const bodies: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const notes = await page(report, worksOfficer, { first: 1, after });
      bodies.push(...(notes?.nodes.map(({ body }) => body) ?? []));
      after = notes?.pageInfo.endCursor ?? null;
      more = notes?.pageInfo.hasNextPage ?? false;
    }
    expect(bodies).toEqual(['dinas lagi', 'kota', 'dinas']);
  });
});

describe('a report that goes elsewhere', () => {
  it('leaves the notes of the former house behind', async () => {
    const report = await noted();
    const on = { reportId: report.id, agencyId: agencyId('KEMENKES') };
    expect(await act(service.ask, 'dispatchReport', on, national)).toMatchObject({
      report: { state: 'DISPATCHED' },
    });
    await write(report, coordinatorKemenkes, 'kementerian');
    expect(await read(report, coordinatorKemenkes)).toEqual(['kementerian']);
    expect(await read(report, worksOfficer)).toEqual(['dinas']);
    expect(await read(report, coordinatorBandung)).toEqual(['kota', 'dinas']);
    expect(await read(report, coordinatorJabar)).toEqual(['provinsi', 'kota', 'dinas']);
    expect(await read(report, national)).toEqual(['kementerian', ...ALL_NOTES]);
    const late = { reportId: report.id, body: 'Kami masih di sini.' };
    expect(await act(service.ask, 'addNote', late, worksOfficer)).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('shows them to the next office of the house as far as they come from above', async () => {
    const report = await noted();
    const on = { reportId: report.id, agencyId: agencyId('32.73/1.02') };
    await act(service.ask, 'dispatchReport', on, coordinatorBandung);
    expect(await read(report, healthOfficer)).toEqual(['kota']);
    expect(await read(report, coordinatorBandung)).toEqual(['kota', 'dinas']);
  });

  it('keeps them when it is withdrawn, and still takes new ones', async () => {
    const report = await noted();
    await act(service.ask, 'withdrawReport', { reportId: report.id, confirm: true }, warga);
    await write(report, worksOfficer, 'tetap diperiksa');
    expect(await read(report, worksOfficer)).toEqual(['tetap diperiksa', 'kota', 'dinas']);
  });
});

describe('whoever may not read a note', () => {
  const EVERYTHING = /* GraphQL */ `
    query ($id: ID!) {
      report(trackingId: $id) {
        state
        title
        body
        viewerActions
        history {
          act
          at
        }
        dispositions {
          at
          note
        }
        clocks {
          kind
          startedAt
        }
        followUps {
          nodes {
            body
          }
        }
        notes {
          nodes {
            id
          }
          edges {
            cursor
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `;

  it.each<[string, Viewer]>([
    ['its reporter', warga],
    ['the public', stranger],
    ['KSP', ksp],
  ])('does not learn that there is one: %s', async (_who, viewer) => {
    const report = await dispatched(service.ask);
    const look = async (): Promise<object> =>
      (await service.ask(EVERYTHING, { id: report.trackingId }, viewer)).data ?? {};
    const before = await look();
    const rows = await rowCounts(service.database);
    await write(report, worksOfficer, 'Pelapornya pegawai kita sendiri.');
    expect(await look()).toEqual(before);
    const after = await rowCounts(service.database);
    const grown = Object.keys(after).filter((table) => after[table] !== rows[table]);
    expect(grown).toEqual(['reports.note']);
  });

  it('finds no report by its words, and neither does who may read it', async () => {
    const report = await dispatched(service.ask);
    await write(report, worksOfficer, 'Kontraktornya Zulkarnaen.');
    for (const viewer of [stranger, worksOfficer, national])
      expect(await found(service.ask, { query: 'Zulkarnaen' }, viewer)).toEqual([]);
  });

  it('does not write one', async () => {
    const report = await dispatched(service.ask);
    const input = { reportId: report.id, body: 'Saya juga mau menulis.' };
    for (const viewer of [warga, stranger, otherCitizen, ksp, ombudsman, healthOfficer])
      expect(await act(service.ask, 'addNote', input, viewer)).toMatchObject({ code: 'NOT_ALLOWED' });
    const secret = await dispatched(service.ask, { isSecret: true });
    for (const reportId of [secret.id, randomUUID()])
      expect(await act(service.ask, 'addNote', { ...input, reportId }, healthOfficer)).toMatchObject({
        code: 'REPORT_NOT_FOUND',
      });
  });
});

describe('writing the same note again', () => {
  it('leaves one note per key, however often it is sent', async () => {
    const report = await dispatched(service.ask);
    const input = { reportId: report.id, body: 'Sudah dicek.', idempotencyKey: randomUUID() };
    const inCapitals = { ...input, idempotencyKey: input.idempotencyKey.toUpperCase() };
    const send = (sent: object = input) => act(service.ask, 'addNote', sent, worksOfficer);
    for (const outcome of await Promise.all([send(), send(inCapitals), send()]))
      expect(outcome.__typename).toBe('AddNoteSuccess');
    expect(await read(report, worksOfficer)).toEqual(['Sudah dicek.']);
    expect(await act(service.ask, 'addNote', { ...input, body: 'Lain.' }, worksOfficer)).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
  });

  it('keeps all that officers write in the same moment', async () => {
    const report = await dispatched(service.ask);
    const writers = [worksOfficer, intakeOfficer, coordinatorBandung, worksOfficer];
    await Promise.all(writers.map((viewer, index) => write(report, viewer, `catatan ${String(index)}`)));
    expect((await read(report, coordinatorBandung))?.toSorted()).toEqual(
      writers.map((_, index) => `catatan ${String(index)}`),
    );
  });

  it('is possible before verification too, for whoever verifies', async () => {
    const report = await submitted(service.ask);
    await write(report, coordinatorBandung, 'Duplikat?');
    const on = { ...VERIFICATION, reportId: report.id, agencyId: agencyId('32.73/1.03') };
    await act(service.ask, 'verifyReport', on, coordinatorBandung);
    expect(await read(report, worksOfficer)).toEqual(['Duplikat?']);
  });
});
