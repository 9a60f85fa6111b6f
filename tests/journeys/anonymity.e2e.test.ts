import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { act, ask, type Asker, request } from '../support/graph.js';
import { Listener } from '../support/listen.js';
import { everybody, type People, type Person } from '../support/people.js';
import { dispatched, type Filed, FINAL_ANSWER, succeeded } from '../support/reports.js';
import { stack } from '../support/stack.js';

const database = openDatabase(stack.databaseUrl);
let people: People;

/** Everything that the graph tells about a report and whoever stands behind it. */
const EVERYTHING = /* GraphQL */ `
  query ($trackingId: ID!) {
    report(trackingId: $trackingId) {
      id
      title
      body
      place {
        description
      }
      isAnonymous
      submittedAt
      publishedAt
      closedAt
      reporter {
        handle
        isMe
        displayName
      }
      handler {
        name
      }
      dispositions {
        act
        note
        at
      }
      history {
        act
        role
        agency {
          name
        }
        officer {
          name
        }
        reason
        at
      }
      clocks {
        kind
        startedAt
        breachedAt
        endedAt
      }
      followUps {
        nodes {
          kind
          body
          createdAt
          author {
            __typename
            ... on ReporterVoice {
              label
              isMe
            }
          }
        }
      }
      latestFollowUp {
        createdAt
      }
    }
  }
`;

interface Everything {
  readonly report: {
    readonly submittedAt: string;
    readonly reporter: { readonly isMe: boolean; readonly displayName: string | null } | null;
  } | null;
}

/** All who are not the reporter. */
function others(): readonly (readonly [string, Asker])[] {
  const { warga: _warga, ...rest } = people;
  return [...Object.entries(rest), ['a visitor', null]];
}

beforeAll(async () => {
  people = await everybody();
});
afterAll(() => database.close());

describe('an anonymous report', () => {
  let report: Filed;
  let watching: Listener<object>;

  beforeAll(async () => {
    report = await dispatched(people.warga, people, { isAnonymous: true });
    watching = await Listener.open<object>(
      `subscription ($trackingId: ID!) {
         reportChanged(trackingId: $trackingId) { kind report { submittedAt reporter { handle isMe displayName } } }
       }`,
      { trackingId: report.trackingId },
      people.worksOfficer,
    ).listening(report);
    const reportId = report.id;
    succeeded(await act('recordFollowUp', { ...FINAL_ANSWER, reportId }, people.worksOfficer));
    succeeded(await act('replyToReport', { reportId, body: 'Belum selesai sama sekali.' }, people.warga));
    succeeded(await act('recordFollowUp', { ...FINAL_ANSWER, reportId }, people.worksOfficer));
    succeeded(await act('confirmResolution', { reportId, rating: 3 }, people.warga));
  });
  afterAll(() => watching.close());

  it('is known to its reporter as their own', async () => {
    const seen = await ask<Everything>(EVERYTHING, report, people.warga);
    expect(seen.report?.reporter).toMatchObject({ isMe: true, displayName: 'Warga (demo)' });
  });

  it('has no reporter for anybody else, nor a word that could name one', async () => {
    const canaries = canariesOf(people.warga);
    for (const [who, asker] of others()) {
      const { data, errors, text } = await request<Everything>(EVERYTHING, report, asker);
      expect({ who, errors, reporter: data?.report?.reporter }).toEqual({ who, errors: [], reporter: null });
      expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
    }
  });

  it('does not show to others when its reporter was active', async () => {
    const instants = await instantsOfReporter(report);
    expect(instants).toHaveLength(3);
    for (const [who, asker] of others()) {
      const { data, text } = await request<Everything>(EVERYTHING, report, asker);
      expect({ who, betrayed: instants.filter((instant) => text.includes(instant)) }).toEqual({
        who,
        betrayed: [],
      });
      expect(data?.report?.submittedAt).toMatch(/T17:00:00\.000Z$/); // midnight in Jakarta
    }
    const own = await request(EVERYTHING, report, people.warga);
    expect(instants.filter((instant) => !own.text.includes(instant))).toEqual([]);
  });

  it('brings news to the officer in charge that name nobody', async () => {
    const news = await watching.first(4);
    expect(JSON.stringify(news)).not.toMatch(/handle|displayName|Warga/);
    expect(watching).toMatchObject({ errors: [] });
  });

  it('is among nobody else’s reports', async () => {
    const mine = 'query { me { reports(first: 100) { nodes { trackingId } } } }';
    for (const asker of [people.warga2, people.worksOfficer]) {
      expect((await request(mine, {}, asker)).text).not.toContain(report.trackingId);
    }
  });

  it('leads to no account in any table but those of the vault’s own subgraph', async () => {
    const found = await tablesWith([people.warga.accountId, people.warga.accountId.replaceAll('-', '')]);
    expect(found).toEqual([]);
    expect(await tablesWith([people.warga.email, 'Warga (demo)'])).toEqual([]);
    // The search itself works: it finds what is there.
    expect(await tablesWith([report.trackingId])).toContain('reports.report');
  });

  it('cannot be asked for by the back doors of federation', async () => {
    const bySubgraph = `query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }`;
    for (const query of ['{ _service { sdl } }', bySubgraph]) {
      const { status, data } = await request(query, {
        r: [{ __typename: 'User', id: people.warga.accountId }],
      });
      expect({ status, data }).toEqual({ status: 400, data: null });
    }
    const { __type: queries } = await ask<{ __type: { fields: readonly { name: string }[] } }>(
      '{ __type(name: "Query") { fields { name } } }',
    );
    const names = queries.fields.map(({ name }) => name);
    expect(names).toContain('report');
    expect(names.filter((name) => name.startsWith('_'))).toEqual([]);
  });
});

describe('a report under a name', () => {
  let report: Filed;
  beforeAll(async () => {
    report = await dispatched(people.warga, people);
  });

  it('shows the name to the officer of its holder, and its reporter that they looked', async () => {
    await eventually(async () => {
      const seen = await ask<Everything>(EVERYTHING, report, people.worksOfficer);
      expect(seen.report?.reporter).toMatchObject({ isMe: false, displayName: 'Warga (demo)' });
    });
    const RECEIPTS = /* GraphQL */ `
      query {
        me {
          accessReceipts(first: 5) {
            nodes {
              report {
                trackingId
              }
              role
              agency {
                code
              }
              purpose
            }
          }
        }
      }
    `;
    const { me } = await ask<{ me: { accessReceipts: { nodes: unknown[] } } }>(RECEIPTS, {}, people.warga);
    expect(me.accessReceipts.nodes).toContainEqual({
      report: { trackingId: report.trackingId },
      role: 'LIAISON_OFFICER',
      agency: { code: '32.73/1.03' },
      purpose: 'READ_NAME',
    });
  });

  it('shows no name to the public, to oversight and to those outside the line', async () => {
    const { ombudsman, ksp, warga2, coordinatorKemenkes } = people;
    for (const asker of [null, ombudsman, ksp, warga2, coordinatorKemenkes]) {
      const seen = await ask<Everything>(EVERYTHING, report, asker);
      expect(seen.report).toMatchObject({ reporter: null });
    }
  });
});

/** Texts that name a person; none may come out with an anonymous report. */
function canariesOf({ email, accountId }: Person): readonly string[] {
  return ['Warga (demo)', email, accountId, accountId.replaceAll('-', '')];
}

/** When the reporter did something, as the graph writes instants. */
async function instantsOfReporter({ id }: Filed): Promise<readonly string[]> {
  const rows = await database.rows<{ at: Date }>(
    `select at from reports.history_entry where report_id = $1 and by_role = 'REPORTER' order by version`,
    [id],
  );
  return rows.map(({ at }) => at.toISOString());
}

/** Tables outside the users subgraph in which some row contains one of the texts, in any column. */
async function tablesWith(texts: readonly string[]): Promise<readonly string[]> {
  const tables = await database.rows<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('users', 'pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const sql = `select count(*) from ${name} as row where row::text like any($1::text[])`;
    if ((await database.count(sql, [texts.map((text) => `%${text}%`)])) > 0) found.push(name);
  }
  return found;
}
