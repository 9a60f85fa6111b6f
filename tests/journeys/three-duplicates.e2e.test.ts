import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { act, ask, type Asker, type Outcome, request } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';
import { countsOf, recountOf } from '../support/recount.js';
import { BANDUNG, type Filed, filed, FINAL_ANSWER, PUBLIC_WORKS, succeeded } from '../support/reports.js';
import { stack } from '../support/stack.js';

/** A landmark of this run alone, so that lamps of earlier runs in the same house are elsewhere. */
const LANDMARK = `Warung ${randomUUID()
  .replaceAll(/[^a-z]/g, '')
  .padEnd(6, 'q')
  .slice(0, 6)}`;
const STREET = 'Jalan Cempaka';

const BY_WEB = {
  title: `Lampu jalan padam di ${STREET}`,
  body: `Lampu penerangan jalan di ${STREET} depan ${LANDMARK} padam sudah tiga minggu, gelap dan rawan kejahatan.`,
  place: `${STREET}, depan ${LANDMARK}`,
  regionCode: '32.73',
};
const BY_SMS = {
  title: 'pju mati jln cempaka',
  body: `pju mati di jln cempaka dpn ${LANDMARK.toLowerCase()}, kl malam gelap gulita mhn diganti`,
  place: null,
  regionCode: '32.73',
};
const BY_X = {
  title: 'gelap di jln cempaka',
  body: `@LAPOR1708 bohlam tiang jln cempaka dekat ${LANDMARK} gak nyala dari bulan lalu, kemarin ada jambret`,
  place: null,
  regionCode: '32.73',
};
const VERIFICATION = {
  type: 'COMPLAINT_GENERAL',
  categoryId: '08.010',
  publicTitle: `Lampu jalan padam di ${STREET}`,
  agencyId: PUBLIC_WORKS,
};
const SAME = 'Lampu yang sama, di depan warung yang sama.';
const VISITOR: Asker = null;

const LIKELY_FOR_DRAFT = /* GraphQL */ `
  query ($draft: ReportDraft!, $place: String) {
    likelyDuplicates(draft: $draft, place: $place) {
      likeness
      matchedOn
      report {
        id
        supportCount
        agency {
          code
        }
      }
    }
  }
`;
const CASE = /* GraphQL */ `
  query ($trackingId: ID!, $accessCode: String) {
    report(trackingId: $trackingId, accessCode: $accessCode) {
      state
      closedAt
      viewerActions
      supportCount
      likelyDuplicates(first: 3) {
        report {
          id
        }
      }
      mergedInto {
        trackingId
        state
        followUps(first: 5) {
          nodes {
            body
          }
        }
      }
      mergedReports(first: 5) {
        nodes {
          id
        }
      }
    }
  }
`;

interface Seen {
  readonly state: string;
  readonly closedAt: string | null;
  readonly viewerActions: readonly string[];
  readonly supportCount: number;
  readonly likelyDuplicates: readonly { readonly report: { readonly id: string } }[];
  readonly mergedInto: {
    readonly trackingId: string;
    readonly state: string;
    readonly followUps: { readonly nodes: readonly { readonly body: string }[] };
  } | null;
  readonly mergedReports: { readonly nodes: readonly { readonly id: string }[] };
}

const database = openDatabase(stack.databaseUrl);
let people: People;
let web: Filed;
let sms: Filed;
let post: Filed;

async function see(report: Filed, asker: Asker, withCode = false): Promise<Seen | null> {
  const variables = { trackingId: report.trackingId, ...(withCode && { accessCode: report.accessCode }) };
  return (await ask<{ report: Seen | null }>(CASE, variables, asker)).report;
}

const merge = (child: Filed, into: Filed, asker: Asker): Promise<Outcome> =>
  act('mergeReports', { reportId: child.id, intoReportId: into.id, reason: SAME }, asker);

beforeAll(async () => {
  people = await everybody();
  web = await filed(people.warga, BY_WEB);
  succeeded(await act('verifyReport', { ...VERIFICATION, reportId: web.id }, people.coordinatorBandung));
});
afterAll(() => database.close());

describe('three people who report one broken street lamp', () => {
  it('are shown the first report while they write the next one, and may join it with a word', async () => {
    const { title, body, regionCode } = BY_SMS;
    const { likelyDuplicates: likely } = await ask<{ likelyDuplicates: readonly object[] }>(
      LIKELY_FOR_DRAFT,
      {
        draft: { title, body, regionCode },
      },
    );
    expect(likely[0]).toMatchObject({
      likeness: 'HIGH',
      report: { id: web.id, supportCount: 0, agency: { code: '32.73/1.03' } },
    });
    expect((await see(web, people.warga2))?.viewerActions).toContain('SUPPORT');
    succeeded(await act('supportReport', { reportId: web.id }, people.warga2));
    succeeded(await act('supportReport', { reportId: web.id }, people.warga2));
    expect(await see(web, VISITOR)).toMatchObject({ supportCount: 1 });
  });

  it('file theirs all the same, by message and by post, and the officer sees that they belong together', async () => {
    sms = await filed(VISITOR, BY_SMS);
    post = await filed(VISITOR, BY_X);
    for (const report of [sms, post]) {
      const seen = await see(report, people.coordinatorBandung);
      expect(seen?.likelyDuplicates.map((likely) => likely.report.id)).toContain(web.id);
      expect(seen?.viewerActions).toContain('MERGE');
    }
  });

  it('have one case once the officer has merged them, however the pressing goes', async () => {
    const pressed = await Promise.all([1, 2, 3].map(() => merge(sms, web, people.coordinatorBandung)));
    expect(pressed.map(({ __typename }) => __typename).sort()).toEqual([
      'MergeReportsSuccess',
      'ReportNotInState',
      'ReportNotInState',
    ]);
    expect(succeeded(await merge(post, sms, people.coordinatorBandung))).toBe('MERGED');
    const seen = await see(web, people.worksOfficer);
    expect(seen?.mergedReports.nodes.map(({ id }) => id).sort()).toEqual([sms.id, post.id].sort());
    expect(seen?.supportCount).toBe(3);
  });

  it('each find it under their own number and code, with what the office says, for ever', async () => {
    const interim = { reportId: web.id, kind: 'INTERIM', body: 'Regu lampu berangkat besok pagi.' };
    succeeded(await act('recordFollowUp', interim, people.worksOfficer));
    for (const report of [sms, post])
      expect(await see(report, VISITOR, true)).toMatchObject({
        state: 'MERGED',
        mergedInto: {
          trackingId: web.trackingId,
          state: 'IN_PROGRESS',
          followUps: { nodes: [{ body: 'Regu lampu berangkat besok pagi.' }] },
        },
      });
    expect(await see(sms, VISITOR)).toBeNull();
    succeeded(await act('recordFollowUp', { ...FINAL_ANSWER, reportId: web.id }, people.worksOfficer));
    expect(succeeded(await act('confirmResolution', { reportId: web.id, rating: 5 }, people.warga))).toBe(
      'CLOSED',
    );
    const seen = await see(post, VISITOR, true);
    expect(seen).toMatchObject({ state: 'MERGED', mergedInto: { state: 'CLOSED' } });
    expect(seen?.closedAt).toMatch(/T17:00:00.000Z$/);
  });

  it('are one case in the numbers too, which are those of a recount', async () => {
    await eventually(async () => {
      expect(await countsOf(BANDUNG, people.coordinatorJabar)).toEqual(await recountOf(BANDUNG, database));
    });
    expect((await countsOf(BANDUNG, people.national)).MERGED).toBeGreaterThanOrEqual(2);
  });

  it('have a case of their own again when it was another lamp', async () => {
    const input = { reportId: post.id, reason: 'Ternyata tiang yang lain.' };
    expect(succeeded(await act('unmergeReport', input, people.coordinatorBandung))).toBe('SUBMITTED');
    expect((await see(post, people.coordinatorBandung))?.viewerActions).toContain('VERIFY');
    await eventually(async () => {
      expect(await countsOf(BANDUNG, people.coordinatorJabar)).toEqual(await recountOf(BANDUNG, database));
    });
  });
});

describe('whoever asks for what does not go', () => {
  it.each([
    ['a visitor', (): Asker => VISITOR, 'FORBIDDEN'],
    ['another citizen', (): Asker => people.warga2, 'FORBIDDEN'],
    ['the officer of another house', (): Asker => people.coordinatorKemenkes, 'REPORT_NOT_FOUND'],
  ] as const)('as %s learns nothing of the report', async (_who, asker, code) => {
    for (const { id } of [post, { id: randomUUID() }]) {
      const merging = { reportId: id, intoReportId: web.id, reason: 'Tentang hal yang sama.' };
      expect(await act('mergeReports', merging, asker())).toMatchObject({ code });
      const support = await act('supportReport', { reportId: id }, asker());
      expect(support).toMatchObject({ code: 'REPORT_NOT_FOUND' });
    }
  });

  it('is told what is wrong, in words', async () => {
    const { coordinatorBandung, warga } = people;
    expect(await merge(web, post, coordinatorBandung)).toMatchObject({
      code: 'REPORT_NOT_IN_STATE',
      state: 'CLOSED',
    });
    expect(await merge(post, post, coordinatorBandung)).toMatchObject({
      code: 'MERGE_TARGET_UNFIT',
      message: 'The report cannot be merged into that one. Choose another one about the same matter.',
    });
    const short = { reportId: post.id, intoReportId: web.id, reason: 'Sama' };
    expect(await act('mergeReports', short, coordinatorBandung)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    });
    expect(await act('supportReport', { reportId: web.id }, warga)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await act('supportReport', { reportId: web.id }, VISITOR)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await act('supportReport', { reportId: 'x' }, warga)).toMatchObject({ code: 'REPORT_NOT_FOUND' });
  });

  it('with a draft longer than any report is refused', async () => {
    const { errors } = await request(LIKELY_FOR_DRAFT, { draft: { title: 'x'.repeat(151) } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
