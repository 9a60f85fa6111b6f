import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import { act, dispatched, responded, submitted, VERIFICATION } from './support/acts.js';
import {
  coordinatorBandung,
  ksp,
  national,
  ombudsman,
  OTHERS,
  otherCitizen,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { found } from './support/search.js';
import { agencyId } from './support/small-tree.js';

/** Words that stand in one text each, by what hides that text. */
const HIDDEN = {
  secret: 'belimbing',
  unverified: 'cempedak',
  archived: 'durian',
  anonymous: 'gandaria',
  redacted: 'kecapi',
  place: 'mundu',
} as const;

/** Somewhere in the country, each of it at the works office of Bandung and at a ministry's unit. */
const AT = [
  { addressed: '32.73', office: '32.73/1.03' },
  { addressed: 'KEMENKES', office: 'KEMENKES/01' },
] as const;

const EVERYWHERE: Readonly<Record<string, Viewer>> = { ...OTHERS, 'the reporter': warga };

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
  const { ask } = service;
  for (const { addressed, office } of AT) {
    const file = (extra: object): ReturnType<typeof submitted> =>
      submitted(ask, { agencyId: agencyId(addressed), ...extra });
    const verify = async (extra: object, texts: object = {}): Promise<void> => {
      const { id } = await file(extra);
      const input = { ...VERIFICATION, ...texts, reportId: id, agencyId: agencyId(office) };
      const outcome = await act(ask, 'verifyReport', input, national);
      if (outcome.report?.state !== 'DISPATCHED') throw new Error(JSON.stringify(outcome));
    };
    await verify({ isSecret: true, title: `Kebun ${HIDDEN.secret} kantor` });
    await verify({
      isSecret: true,
      isAnonymous: true,
      body: `Pohon ${HIDDEN.secret} ditebang oleh petugas.`,
    });
    await file({ title: `Kebun ${HIDDEN.unverified} kantor` });
    await file({ isSecret: true, title: `Kebun ${HIDDEN.secret} dan ${HIDDEN.unverified}` });
    const { id } = await file({ title: `Jual bibit ${HIDDEN.archived} murah` });
    await act(
      ask,
      'archiveReport',
      { reportId: id, reason: 'SPAM', explanation: 'Isinya adalah iklan.' },
      national,
    );
    await verify({ isAnonymous: true, title: `Kebun ${HIDDEN.anonymous} kantor` });
    await verify(
      { title: `Kebun ${HIDDEN.redacted} kantor`, place: `Kebun ${HIDDEN.place} 12, 0813-9999-8888` },
      { publicTitle: 'Kebun kantor', publicBody: 'Seorang warga mengeluhkan kebun kantor.' },
    );
  }
}, 60_000);
afterAll(() => service.close());

interface Opened {
  readonly id: string;
  readonly title: string | null;
  readonly body: string | null;
  readonly place: { readonly description: string } | null;
}

/** What a viewer reads of every report that is there, opened one by one. */
async function read(viewer: Viewer): Promise<readonly Opened[]> {
  const rows = await service.database.query<{ tracking_id: string }[]>('select tracking_id from report');
  const fields = rows.map(
    ({ tracking_id: id }, index) =>
      `r${String(index)}: report(trackingId: "${id}") { id title body place { description } }`,
  );
  const { data, errors } = await service.ask(`{ ${fields.join('\n')} }`, {}, viewer);
  expect(errors).toEqual([]);
  return Object.values(data ?? {}).flatMap((report) => (report ? [report as Opened] : []));
}

function says(report: Opened, word: string): boolean {
  return [report.title, report.body, report.place?.description].some((text) =>
    text?.toLowerCase().includes(word),
  );
}

describe('a search for a word that only a hidden text says', () => {
  const CASES = Object.keys(EVERYWHERE).flatMap((who) =>
    Object.values(HIDDEN).map((word) => [who, word] as const),
  );

  it.each(CASES)('finds for %s what they can open and read it in: %s', async (who, word) => {
    const viewer = EVERYWHERE[who] ?? stranger;
    // Own reports are not in lists, for they are at `me.reports`: a reporter searches what everybody does.
    const reader = viewer.appointments.length === 0 ? publicViewer() : viewer;
    const expected = (await read(reader)).filter((report) => says(report, word)).map(({ id }) => id);
    // The place is for the office to search, in its full text.
    const isForThePublic = viewer.appointments.length === 0 || who === 'an officer of a closed agency';
    const ids = await found(service.ask, { query: word }, viewer);
    const readable = new Set(expected);
    expect(ids.filter((id) => !readable.has(id))).toEqual([]);
    if (word !== HIDDEN.place) expect([...ids].sort()).toEqual([...expected].sort());
    if (isForThePublic) expect(ids).toEqual([]);
  });

  it.each(CASES)('finds for %s what it does not exclude, and nothing hidden: %s', async (who, word) => {
    const viewer = EVERYWHERE[who] ?? stranger;
    const listed = await found(service.ask, {}, viewer);
    const without = await found(service.ask, { query: `-${word}` }, viewer);
    expect(without.filter((id) => !listed.includes(id))).toEqual([]);
    expect(without.length).toBeLessThanOrEqual(listed.length);
  });

  it('finds in the whole country for the national desk', async () => {
    for (const word of Object.values(HIDDEN)) {
      expect((await found(service.ask, { query: word }, national)).length).toBeGreaterThanOrEqual(AT.length);
    }
  });

  it('tells the Ombudsman that a secret report is there, but not by what it says', async () => {
    expect(await found(service.ask, { query: HIDDEN.secret }, ombudsman)).toEqual([]);
    expect(await found(service.ask, { query: `kebun ${HIDDEN.unverified}` }, ombudsman)).toHaveLength(
      AT.length,
    );
    const secrets = (await read(ombudsman)).filter(({ title }) => title === null).map(({ id }) => id);
    expect(secrets).toHaveLength(3 * AT.length);
    const listed = await found(service.ask, {}, ombudsman);
    expect(secrets.filter((id) => !listed.includes(id))).toEqual([]);
    const notSaying = await found(service.ask, { query: '-kata' }, ombudsman);
    expect(notSaying.filter((id) => secrets.includes(id))).toEqual([]);
  });

  it('finds for KSP what is not secret, wherever it stands', async () => {
    expect(await found(service.ask, { query: HIDDEN.secret }, ksp)).toEqual([]);
    for (const word of [HIDDEN.unverified, HIDDEN.archived, HIDDEN.redacted]) {
      expect(await found(service.ask, { query: word }, ksp)).toHaveLength(AT.length);
    }
  });
});

describe('the public', () => {
  it.each([
    '0812-3456-7890',
    '0812 3456 7890',
    '081234567890',
    '"0812 -3456 -7890"',
    '0812',
    '7890',
    '0813-9999-8888',
    '9999',
  ])('finds no report by a telephone number: %s', async (query) => {
    for (const viewer of [stranger, otherCitizen, warga]) {
      expect(await found(service.ask, { query }, viewer)).toEqual([]);
    }
  });

  it('finds it by what was published instead', async () => {
    expect(await found(service.ask, { query: '"seorang warga mengeluhkan"' })).toHaveLength(AT.length);
  });

  it('no longer finds what is taken back from it', async () => {
    const { id } = await dispatched(service.ask, { body: 'Pohon sirsak tumbang di tengah jalan raya.' });
    expect(await found(service.ask, { query: 'sirsak' })).toEqual([id]);
    await service.database.query('update report set published_at = null, is_secret = true where id = $1', [
      id,
    ]);
    expect(await found(service.ask, { query: 'sirsak' })).toEqual([]);
    expect(await found(service.ask, { query: 'sirsak' }, worksOfficer)).toEqual([id]);
    const [words] = await service.database.query<{ published: string | null }[]>(
      'select published from report_words where report_id = $1',
      [id],
    );
    expect(words).toEqual({ published: null });
  });

  it('is told no total of what it did not get', async () => {
    const query = '{ reports(filter: { query: "kebun" }) { totalCount } }';
    const { errors } = await service.ask(query, {}, stranger);
    expect(errors[0]?.message).toContain('totalCount');
    const types = '{ __type(name: "ReportConnection") { fields { name } } }';
    const { data } = await service.ask(types);
    if (data?.__type) {
      expect(JSON.stringify(data)).not.toMatch(/count|total/i);
    }
  });

  it('has an index of its own, in which nothing hidden is', async () => {
    const hidden = await service.database.query<unknown[]>(
      `select from report_words join report on id = report_id
        where published is not null and (is_secret or published_at is null)`,
    );
    expect(hidden).toEqual([]);
    const everyReport = await service.database.query<{ missing: string }[]>(
      'select count(*) as missing from report left join report_words on report_id = id where report_id is null',
    );
    expect(everyReport).toEqual([{ missing: '0' }]);
  });
});

describe('what is said below a report', () => {
  it('is not searched: a reply may hold what only the office reads', async () => {
    const { id } = await responded(service.ask);
    await act(service.ask, 'replyToReport', { reportId: id, body: 'Tambalannya seperti rambutan.' }, warga);
    for (const viewer of [stranger, coordinatorBandung]) {
      expect(await found(service.ask, { query: 'rambutan' }, viewer)).toEqual([]);
    }
  });
});
