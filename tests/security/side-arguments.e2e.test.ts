import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stableId } from '@satu-pintu/domain-kit';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  type IntrospectionQuery,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { openDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { act, ask, outcomeOf, request } from '../support/graph.js';
import { everybody, type People, type Person } from '../support/people.js';
import { agencyId, dispatched, filed, succeeded } from '../support/reports.js';
import { untilSettled } from '../support/settled.js';
import { stack } from '../support/stack.js';

const database = openDatabase(stack.databaseUrl);

/** Ids that say nothing about anybody: what they name is public. */
const OF_THE_PUBLIC: ReadonlySet<string> = new Set([
  'agencyId',
  'suggestedAgencyId',
  'nextHolderId',
  'successorId',
  'parentId',
  'id',
  'code',
  'regionCode',
  'parentCode',
  'categoryId',
  'textVersion',
  // A sealed place in a list, and no row of it.
  'after',
]);

/** Every table that a stranger could try to change by an id; what is heard, and written down of the try, is left out. */
const TABLES = /* sql */ `
  select format('%I.%I', schemaname, tablename) as name from pg_tables
   where schemaname in ('reports', 'agencies', 'users') and tablename not like 'consumer%'
   and tablename not in ('inbox', 'outbox', 'relay_cursor')
   order by 1
`;

/** One argument that takes an id, and how to get there. */
interface SideArgument {
  readonly field: string;
  readonly path: readonly string[];
}

/** An id that is somebody else's, and one of the kind that is nobody's. */
type Foreign = Readonly<Record<string, string>>;

let people: People;
let schema: GraphQLSchema;
let foreign: Foreign;
/** A report of the stranger's own, where an argument comes beside a report. */
let own: ReadonlyMap<Person, string>;

beforeAll(async () => {
  people = await everybody();
  schema = buildClientSchema(await ask<IntrospectionQuery>(getIntrospectionQuery()));
  foreign = await foreignIds();
  const toTheMinistry = { agencyId: agencyId('KEMENKES'), regionCode: undefined };
  own = new Map([
    [people.warga2, (await filed(people.warga2)).id],
    [people.coordinatorKemenkes, (await filed(people.warga, toTheMinistry)).id],
  ]);
  await untilSettled(database, 20_000);
}, 60_000);
afterAll(async () => {
  // Other journeys count the drafts of this office.
  const named = { reportId: foreign.reportId, draftId: foreign.draftId, draftVersion: 1 };
  succeeded(await act('discardAnswer', named, people.worksOfficer));
  await database.close();
});

describe('every argument that takes an id', () => {
  it('says of itself whether what it names is public', () => {
    const unknown = sideArguments().filter(({ path }) => {
      const name = path.at(-1) ?? '';
      return !OF_THE_PUBLIC.has(name) && foreign[name] === undefined;
    });
    expect(unknown).toEqual([]);
  });

  it.each([
    ['a citizen', 'warga2'],
    ['an officer of another house', 'coordinatorKemenkes'],
  ] as const)(
    'tells %s nothing of what is not theirs, and changes nothing',
    async (_who, name) => {
      const stranger = people[name];
      const before = await contents();
      // A key is its sender's own: whoever files a report with somebody else's files one of their own.
      const tried = sideArguments()
        .filter(({ field, path }) => field !== 'submitReport' || path.at(-1) !== 'idempotencyKey')
        .filter(({ path }) => !OF_THE_PUBLIC.has(path.at(-1) ?? ''));
      expect(tried.length).toBeGreaterThan(100);
      for (const argument of tried) {
        const { field, path } = argument;
        const existing = foreign[path.at(-1) ?? ''] ?? '';
        const random = existing.includes('-') ? randomUUID() : '5724000003';
        const answers = [];
        for (const id of [existing, random]) {
          const { status, text } = await send(argument, id, stranger);
          answers.push({ field, path, status, text: text.replaceAll(id, 'ID') });
        }
        expect(answers[0]).toEqual(answers[1]);
      }
      expect(await contents()).toEqual(before);
    },
    120_000,
  );
});

/** Things of a secret report of one citizen, and of the office that works on it. */
async function foreignIds(): Promise<Foreign> {
  const { warga, worksOfficer, coordinatorBandung } = people;
  const report = await dispatched(warga, people, { isSecret: true });
  const reportId = report.id;
  const idempotencyKey = randomUUID();
  const interim = { kind: 'INTERIM', body: 'Lubang akan ditambal pekan ini.' };
  succeeded(await act('recordFollowUp', { ...interim, reportId, idempotencyKey }, worksOfficer));
  const draft = { kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal hari ini.' };
  succeeded(await act('draftAnswer', { ...draft, reportId }, worksOfficer));
  const seen = await ask<{
    report: { answerDraft: { id: string }; followUps: { nodes: [{ id: string }] } };
  }>(
    `query ($id: ID!) { report(trackingId: $id) { answerDraft { id } followUps { nodes { id } } } }`,
    { id: report.trackingId },
    worksOfficer,
  );
  const template = await outcomeOf<{ code?: string; template?: { id: string } }>(
    `mutation ($input: CreateAnswerTemplateInput!) { outcome: createAnswerTemplate(input: $input) {
       ... on CreateAnswerTemplateSuccess { template { id } } } }`,
    {
      input: {
        agencyId: agencyId('32.73'),
        name: `Ucapan ${randomUUID()}`,
        body: 'Terima kasih atas laporan Anda.',
      },
    },
    coordinatorBandung,
  );
  const upload = await outcomeOf<{ code?: string; upload?: { id: string } }>(
    `mutation ($input: RequestUploadInput!) { outcome: requestUpload(input: $input) {
       ... on RequestUploadSuccess { upload { id } } } }`,
    { input: { mediaType: 'image/jpeg', bytes: 1_000 } },
    warga,
  );
  const told = await eventually(async () => {
    const { me } = await ask<{ me: { notifications: { nodes: { id: string }[] } } }>(
      '{ me { notifications(first: 1) { nodes { id } } } }',
      {},
      warga,
    );
    const [first] = me.notifications.nodes;
    if (!first) throw new Error('The reporter has not been told yet.');
    return first.id;
  });
  const { me } = await ask<{ me: { sessions: readonly { id: string }[] } }>(
    '{ me { sessions { id } } }',
    {},
    warga,
  );
  const uploadId = 'upload' in upload ? upload.upload.id : '';
  return {
    reportId,
    intoReportId: reportId,
    subjectId: reportId,
    trackingId: report.trackingId,
    idempotencyKey,
    draftId: seen.report.answerDraft.id,
    hideAttachmentIds: uploadId,
    hideFollowUpIds: seen.report.followUps.nodes[0].id,
    templateId: 'template' in template ? template.template.id : '',
    attachmentIds: uploadId,
    publicAttachmentIds: uploadId,
    officerId: stableId('officer', worksOfficer.email),
    ids: told,
    sessionId: me.sessions[0]?.id ?? '',
  };
}

/** What the tables hold, as one hash each. */
async function contents(): Promise<readonly object[]> {
  const tables = await database.rows<{ name: string }>(TABLES);
  return Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await database.rows(
        `select '${name}' as table, count(*) as rows, md5(string_agg(md5(t::text), '' order by md5(t::text))) as hash
           from ${name} t`,
      );
      return row ?? {};
    }),
  );
}

function rootFields(): readonly (readonly ['query' | 'mutation', GraphQLField<unknown, unknown>])[] {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  return [
    ...Object.values(query?.getFields() ?? {}).map((field) => ['query', field] as const),
    ...Object.values(mutation?.getFields() ?? {}).map((field) => ['mutation', field] as const),
  ];
}

function sideArguments(): readonly SideArgument[] {
  return rootFields().flatMap(([, field]) =>
    field.args.flatMap((argument) => idsIn(argument).map((path) => ({ field: field.name, path }))),
  );
}

function idsIn({ name, type }: GraphQLArgument | GraphQLInputField): readonly (readonly string[])[] {
  const named = getNamedType(type);
  if (named.name === 'ID') return [[name]];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => idsIn(field).map((path) => [name, ...path]));
}

/** Sends the field with what it must be given, the id at the end of the path. */
async function send({ field: name, path }: SideArgument, id: string, stranger: Person) {
  const [kind, field] = rootFields().find(([, each]) => each.name === name) ?? [];
  if (!kind || !field) throw new Error(`${name} is gone.`);
  // Beside an idempotency key the report is nobody's: a key alone must not open it.
  const report = path.at(-1) === 'idempotencyKey' ? randomUUID() : (own.get(stranger) ?? '');
  const given = field.args.filter((argument) => isNeeded(argument.type) || argument.name === path[0]);
  const variables = Object.fromEntries(
    given.map((argument) => [
      argument.name,
      valueFor(argument, argument.name === path[0] ? path : [], id, report),
    ]),
  );
  const declared = given.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = given.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const returned = getNamedType(field.type);
  const problem = isUnionType(returned) ? ' ... on Problem { code message }' : '';
  const rows = isObjectType(returned) && 'nodes' in returned.getFields() ? ' nodes { __typename }' : '';
  const selection = isCompositeType(returned) ? `{ __typename${problem}${rows} }` : '';
  return request(`${kind} (${declared}) { ${name}(${passed}) ${selection} }`, variables, stranger);
}

function isNeeded(type: GraphQLInputType): boolean {
  return isNonNullType(type);
}

function valueFor(
  { name, type }: GraphQLArgument | GraphQLInputField,
  path: readonly string[],
  id: string,
  report: string,
): unknown {
  const isList = isListType(isNonNullType(type) ? type.ofType : type);
  const value = oneFor(name, type, path, id, report);
  return isList ? [value] : value;
}

function oneFor(
  name: string,
  type: GraphQLInputType,
  path: readonly string[],
  id: string,
  report: string,
): unknown {
  const named = getNamedType(type);
  if (path.length === 1) return id;
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).filter(
      (field) => (isNeeded(field.type) && field.defaultValue === undefined) || field.name === path[1],
    );
    return Object.fromEntries(
      fields.map((field) => [
        field.name,
        valueFor(field, field.name === path[1] ? path.slice(1) : [], id, report),
      ]),
    );
  }
  const samples: Readonly<Record<string, unknown>> = {
    ID: name === 'reportId' ? report : name === 'agencyId' ? agencyId('32.73') : randomUUID(),
    String: 'Contoh isian yang cukup panjang.',
    Int: 1,
    Float: 1,
    Boolean: true,
    Date: '2026-01-05',
    DateTimeISO: '2026-01-05T03:00:00Z',
  };
  return samples[named.name];
}
