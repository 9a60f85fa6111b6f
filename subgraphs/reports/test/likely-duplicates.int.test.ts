import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { act, dispatched, type Submitted, submitted } from './support/acts.js';
import {
  coordinatorBandung,
  healthOfficer,
  ksp,
  national,
  ombudsman,
  otherCitizen,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
beforeEach(async () => {
  service.clock.set(FRIDAY);
  // The database may be gathering statistics of these tables: on a busy machine that takes longer than a request waits.
  await service.database.query(
    `begin; set local lock_timeout = '15s';
     truncate report_words, support, clock, history_entry, disposition, report cascade; commit`,
  );
});
afterAll(() => service.close());

interface Found {
  readonly report: { readonly id: string };
  readonly likeness: string;
  readonly matchedOn: readonly string[];
}

const LAMP = {
  title: 'Lampu jalan mati di Braga',
  body: 'Lampu penerangan jalan di Jalan Braga depan gereja padam sudah tiga minggu, gelap sekali.',
  place: 'Jalan Braga, depan gereja',
};
const DRAFT = {
  title: 'PJU padam',
  body: 'pju mati di jln braga dkt gereja, kl malam gelap gulita mhn diganti',
  regionCode: '32.73',
};

async function forDraft(draft: object, viewer: Viewer = stranger, place?: string): Promise<readonly Found[]> {
  const query = `query ($draft: ReportDraft!, $place: String) {
    likelyDuplicates(draft: $draft, place: $place) { report { id } likeness matchedOn } }`;
  const { data, errors } = await service.ask(query, { draft, place }, viewer);
  expect(errors).toEqual([]);
  return (data as { likelyDuplicates: readonly Found[] }).likelyDuplicates;
}

async function forReport(
  { trackingId }: Submitted,
  viewer: Viewer,
  first = 5,
): Promise<readonly Found[] | null> {
  const query = `query ($id: ID!, $first: Int!) {
    report(trackingId: $id) { likelyDuplicates(first: $first) { report { id } likeness matchedOn } } }`;
  const { data, errors } = await service.ask(query, { id: trackingId, first }, viewer);
  expect(errors).toEqual([]);
  return (data as { report: { likelyDuplicates: readonly Found[] } | null }).report?.likelyDuplicates ?? null;
}

const ids = (found: readonly Found[] | null): readonly string[] | undefined =>
  found?.map(({ report }) => report.id);

describe('whoever is about to file a report', () => {
  it('is shown the public one about the same incident, and what they have in common', async () => {
    const lamp = await dispatched(service.ask, LAMP);
    await dispatched(service.ask);
    const [first] = await forDraft(DRAFT);
    expect(first).toMatchObject({
      report: { id: lamp.id },
      likeness: 'HIGH',
      matchedOn: ['PLACE', 'WORDS', 'TIME'],
    });
  });

  it('is shown none before anything is written, nor for what nobody has filed', async () => {
    await dispatched(service.ask, LAMP);
    expect(await forDraft({})).toEqual([]);
    expect(await forDraft({ title: ' ', regionCode: '32.73' })).toEqual([]);
    expect(await forDraft({ body: 'Rapor anak saya ditahan sekolah.', regionCode: '35.78' })).toEqual([]);
  });

  it('is shown five at most', async () => {
    await Promise.all(Array.from({ length: 7 }, () => dispatched(service.ask, LAMP)));
    expect(await forDraft(DRAFT)).toHaveLength(5);
  });

  it('is shown none of more than 90 days ago, and none that leads nowhere', async () => {
    await dispatched(service.ask, LAMP);
    service.clock.set('2026-10-08T04:00:00Z');
    expect(await forDraft(DRAFT)).toHaveLength(1);
    service.clock.set('2026-10-08T06:00:00Z');
    expect(await forDraft(DRAFT)).toEqual([]);
    service.clock.set(FRIDAY);
    const [child, root] = [await dispatched(service.ask, LAMP), await dispatched(service.ask, LAMP)];
    const input = { reportId: child.id, intoReportId: root.id, reason: 'Lampu jalan yang sama.' };
    await act(service.ask, 'mergeReports', input, coordinatorBandung);
    expect(ids(await forDraft(DRAFT))).not.toContain(child.id);
    expect(ids(await forDraft(DRAFT))).toContain(root.id);
  });

  it('learns when a text is longer than any report', async () => {
    const query =
      'query ($draft: ReportDraft!, $place: String) { likelyDuplicates(draft: $draft, place: $place) { likeness } }';
    for (const variables of [
      { draft: { title: 'x'.repeat(151) } },
      { draft: DRAFT, place: 'x'.repeat(301) },
    ]) {
      const { errors } = await service.ask(query, variables, stranger);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});

describe('what is hidden', () => {
  it.each<[string, Viewer]>([
    ['the public', stranger],
    ['a citizen', otherCitizen],
    ['its reporter', warga],
    ['an officer next door', healthOfficer],
  ])('is not found by %s: neither what is secret nor what nobody has verified', async (_who, viewer) => {
    await submitted(service.ask, LAMP);
    await dispatched(service.ask, { ...LAMP, isSecret: true });
    expect(await forDraft(DRAFT, viewer)).toEqual([]);
  });

  it('is found by who may read it, and by nobody who only knows of it', async () => {
    const filed = await submitted(service.ask, LAMP);
    const secret = await dispatched(service.ask, { ...LAMP, isSecret: true });
    const found = async (viewer: Viewer): Promise<readonly string[] | undefined> =>
      ids(await forDraft(DRAFT, viewer))?.toSorted();
    expect(await found(national)).toEqual([filed.id, secret.id].sort());
    expect(await found(coordinatorBandung)).toEqual([filed.id, secret.id].sort());
    expect(await found(worksOfficer)).toEqual([secret.id]);
    expect(await found(ksp)).toEqual([filed.id]);
    expect(await found(ombudsman)).toEqual([filed.id]);
  });

  it('does not make a report more alike: a word that was taken out is not compared', async () => {
    await dispatched(service.ask, {
      ...LAMP,
      body: `${LAMP.body} Hubungi 081234567890 atau budi@contoh.id.`,
      place: 'Jalan Braga, 081234567890',
    });
    const plain = await forDraft(DRAFT);
    const guessing = await forDraft({ ...DRAFT, body: `${DRAFT.body} 081234567890` });
    const wrong = await forDraft({ ...DRAFT, body: `${DRAFT.body} 089999999999` });
    expect(plain).toHaveLength(1);
    expect(guessing).toEqual(wrong);
  });
});

describe('whoever may merge a report', () => {
  it('is shown what it may be a duplicate of, without itself', async () => {
    const [lamp, child] = [
      await dispatched(service.ask, LAMP),
      await submitted(service.ask, { ...DRAFT, body: `${DRAFT.body} segera.`, place: null }),
    ];
    for (const viewer of [coordinatorBandung, national])
      expect(ids(await forReport(child, viewer))).toEqual([lamp.id]);
  });

  it.each<[string, Viewer]>([
    ['the public', stranger],
    ['its reporter', warga],
    ['the officer who works on it', worksOfficer],
    ['KSP', ksp],
  ])('is not %s, who is shown none', async (_who, viewer) => {
    await dispatched(service.ask, LAMP);
    const other = await dispatched(service.ask, LAMP);
    expect(await forReport(other, viewer)).toEqual([]);
  });

  it('is not shown what lies hidden in another house', async () => {
    await submitted(service.ask, { ...LAMP, agencyId: agencyId('KEMENKES') });
    const child = await submitted(service.ask, LAMP);
    expect(await forReport(child, coordinatorBandung)).toEqual([]);
    expect(await forReport(child, national)).toHaveLength(1);
  });

  it('asks for it of five reports in one request, and not of a whole page', async () => {
    await Promise.all(Array.from({ length: 6 }, () => submitted(service.ask, LAMP)));
    const page = (first: number): string =>
      `{ reports(first: ${String(first)}) { nodes { likelyDuplicates { likeness } } } }`;
    expect((await service.ask(page(5), {}, national)).errors).toEqual([]);
    const { errors } = await service.ask(page(6), {}, national);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('learns that five is the most', async () => {
    const child = await submitted(service.ask, LAMP);
    for (const first of [0, 6]) {
      const { errors } = await service.ask(
        `query ($id: ID!, $first: Int!) { report(trackingId: $id) { likelyDuplicates(first: $first) { likeness } } }`,
        { id: child.trackingId, first },
        national,
      );
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});
