import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { createLogger } from '@satu-pintu/service-kit';
import { createExecutor } from '../src/execution/executor.js';
import { createCompiler, type Executed } from '../src/execution/compiled-operation.js';
import { withoutInternals } from '../src/fetching/answer.js';
import { composeSupergraph } from '../src/planning/compose-supergraph.js';
import { Planner } from '../src/planning/planner.js';
import { requestContext } from '../src/request-context.js';
import { DEMANDING_RESOLVERS, DEMANDING_SDLS } from './fixtures/demanding.js';
import { randomOperation } from './fixtures/random-operation.js';

type Request = Parameters<ApolloGateway['executor']>[0];
interface Fetched {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

/** Changes what a subgraph answers, to see what becomes of wrong answers. */
let spoil: (subgraph: string, answer: Fetched) => Fetched = (_, answer) => answer;
let library: ApolloGateway;
let own: (request: Request) => Promise<Executed>;
let api: GraphQLSchema;

beforeAll(async () => {
  const schemas = new Map(
    Object.entries(DEMANDING_SDLS).map(([name, sdl]) => {
      const resolvers = DEMANDING_RESOLVERS[name as keyof typeof DEMANDING_RESOLVERS] as never;
      return [name, buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }])];
    }),
  );
  const answer = async (
    name: string,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<Fetched> => {
    const schema = schemas.get(name);
    if (!schema) throw new Error(`There is no subgraph ${name}.`);
    const result = await execute({ schema, document: parse(query), variableValues: variables });
    const { data, errors } = JSON.parse(JSON.stringify(result)) as Fetched;
    return spoil(name, {
      ...(data !== undefined && { data }),
      ...(errors && { errors: errors.map(withoutInternals) }),
    });
  };
  const sourceOf = (name: string): GraphQLDataSource => ({
    process: ({ request }) => answer(name, request.query ?? '', request.variables ?? {}),
  });
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  library = new ApolloGateway({
    supergraphSdl: composeSupergraph(DEMANDING_SDLS),
    logger: createLogger('gateway', 'silent'),
    buildService: ({ name }) => sourceOf(name),
  });
  const planner = new Promise<Planner>((resolve) => {
    library.onSchemaLoadOrUpdate(({ coreSupergraphSdl, apiSchema }) => {
      api = apiSchema;
      resolve(new Planner(coreSupergraphSdl, apiSchema));
    });
  });
  await library.load();
  const askerOf = (name: string) => (body: string) => {
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
    return answer(name, query, variables);
  };
  const { schemas: planned } = await planner;
  own = createExecutor(await planner, createCompiler({ schemas: planned, askerOf }), () => {
    throw new Error('This should not be left to the library.');
  });
});

/** Both answers to one operation, as a client would get them. */
async function bothAnswers(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  expect(validate(api, document, specifiedRules)).toEqual([]);
  const partial: Partial<Request> = {
    request: { query, variables },
    document,
    queryHash: query,
    source: query,
    schema: api,
    metrics: {},
    context: requestContext({ claims: null, locale: 'id' }),
    operation: document.definitions[0] as Request['operation'],
    logger: createLogger('gateway', 'silent'),
  };
  const request = partial as Request;
  return { theirs: asSent(await library.executor(request)), ours: asSent(await own(request)) };
}

/** Errors in one order: fetches beside each other end in any. Which subgraph an error came from is not for clients. */
function asSent({
  data,
  errors,
  extensions,
}: {
  data?: unknown;
  errors?: readonly Error[];
  extensions?: unknown;
}) {
  const sent = (errors ?? []).map((error) => {
    const {
      message,
      path,
      extensions: own,
    } = (error instanceof GraphQLError ? error : new GraphQLError('')).toJSON();
    return JSON.stringify({ message, path, code: own?.code });
  });
  return { text: JSON.stringify({ data, extensions }), errors: [...new Set(sent)].sort() };
}

const REMARKABLE: readonly [string, string, Record<string, unknown>?][] = [
  ['a plain field', '{ book(id: "b1") { title } }'],
  [
    'fields in the order in which they were asked',
    '{ book(id: "b1") { mayShip title author { age id name } weight id } }',
  ],
  [
    'an interface',
    '{ allMedia { __typename id title ... on Book { pages } ... on Film { minutes director { name } } } }',
  ],
  ['an interface that another subgraph knows as an object', '{ allMedia { stars reviewer { name } title } }'],
  [
    'a union',
    '{ subjects { __typename ... on Person { name } ... on Book { title weight } ... on Place { visitors { name } } } }',
  ],
  ['required fields', '{ book(id: "b2") { weight } favourite { weight sequels { weight } } }'],
  [
    'one field under several aliases',
    '{ a: book(id: "b1") { x: title y: title } b: book(id: "b2") { x: pages } }',
  ],
  [
    'one name with different types in different fragments',
    '{ subjects { ... on Person { x: reading { id title } } ... on Book { x: author { id name } } } }',
  ],
  [
    'a field selected in pieces',
    '{ book(id: "b1") { author { id } } ... on Query { book(id: "b1") { author { name } title } } }',
  ],
  [
    'named fragments within each other',
    '{ favourite { ...A } } fragment A on Book { ...B title } fragment B on Media { id related: title }',
  ],
  ['type names under aliases', '{ kind: __typename allMedia { kind: __typename __typename } }'],
  ['nothing but the type name', '{ __typename }'],
  ['a null that bubbles up', '{ book(id: "b4") { mayShip title } }'],
  ['a null that bubbles up to the root', '{ favourite { sequels { id mayShip } } }'],
  ['an entity that is not there', '{ book(id: "b5") { author { name } } }'],
  ['an error in an entity', '{ people { name age reading { title } } }'],
  [
    'an error in one of many entities',
    '{ allMedia { reviewer { name } ... on Book { related { reviewer { age } } } } }',
  ],
  ['an error at the root', '{ fails book(id: "b1") { title } }'],
  [
    'a value that is hidden from clients',
    '{ moods allMedia { ... on Film { must: mood } ... on Book { may: mood } } }',
  ],
  [
    'lists in lists and values of any shape',
    '{ book(id: "b1") { shelf } media(id: "f1") { ... on Film { anything } } }',
  ],
  [
    'conditions',
    'query ($v: Boolean!) { book(id: "b1") { title @include(if: $v) pages @skip(if: $v) author @include(if: $v) { name } } }',
    { v: false },
  ],
  [
    'conditions by default',
    'query ($v: Boolean = true) { favourite { title @include(if: $v) ... @skip(if: $v) { author { name } } } }',
  ],
  [
    'a mutation',
    'mutation { rename(id: "b1", title: "New") { title author { name } weight } burn(id: "b1") }',
  ],
  ['a variable that is wrong', 'query ($id: ID!) { book(id: $id) { title } }', {}],
  [
    'the same entity in many places',
    '{ subjects(first: 9) { ... on Place { visitors { id name friends { name reading { title weight } } } } } }',
  ],
];

describe('Our executor answers as the library does', () => {
  it.each(REMARKABLE.map(([name, query, variables]) => ({ name, query, variables })))(
    '$name',
    async ({ query, variables }) => {
      const { ours, theirs } = await bothAnswers(query, variables);
      expect(ours).toEqual(theirs);
    },
  );

  it('except where the library loses a field of a type that it did not ask for', async () => {
    const { ours, theirs } = await bothAnswers('{ favourite { ... on Media { ... on Book { pages } } } }');
    expect(theirs.text).toBe('{"data":{"favourite":{}}}');
    expect(ours.text).toBe('{"data":{"favourite":{"pages":20}}}');
  });

  it('the other value of a condition, after the first was compiled', async () => {
    const query =
      'query ($v: Boolean!) { favourite { title @include(if: $v) author @skip(if: $v) { name } } }';
    for (const v of [true, false, true]) {
      const { ours, theirs } = await bothAnswers(query, { v });
      expect(ours).toEqual(theirs);
    }
  });

  it.each<[string, (subgraph: string, answer: Fetched) => Fetched]>([
    ['no number where a number should be', (_, answer) => changed(answer, 'pages', 'many')],
    ['null where something must be', (_, answer) => changed(answer, 'pages', null)],
    ['an unknown type', (_, answer) => changed(answer, '__typename', 'Ghost')],
    ['no data', (name, answer) => (name === 'people' ? { data: null, errors: [wrong] } : answer)],
    [
      'errors beside data',
      (name, answer) =>
        name === 'people' ? { ...answer, errors: [{ ...wrong, path: ['_entities', 0, 'name'] }] } : answer,
    ],
  ])('a subgraph that answers with %s', async (_, spoilt) => {
    spoil = spoilt;
    try {
      const { ours, theirs } = await bothAnswers(
        '{ book(id: "b1") { title pages author { name } sequels { pages author { name } } } }',
      );
      expect(ours).toEqual(theirs);
    } finally {
      spoil = (_subgraph, answer) => answer;
    }
  });

  it('two hundred operations that nobody thought of', async () => {
    const kinds = { data: 0, errors: 0, complaints: 0 };
    for (let seed = 0; seed < 200; seed++) {
      const query = randomOperation(api, seed);
      if (validate(api, parse(query)).length > 0) continue;
      const { ours, theirs } = await bothAnswers(query, { yes: seed % 2 === 0 });
      expect({ query, ...essence(ours) }).toEqual({ query, ...essence(theirs) });
      if (ours.errors.length > 0) kinds.errors++;
      else if (ours.text.includes('valueCompletion')) kinds.complaints++;
      else kinds.data++;
    }
    expect(kinds.data).toBeGreaterThan(40);
    expect(kinds.errors).toBeGreaterThan(20);
  }, 60_000);
});

/**
 * What must be the same. The library counts the places of errors wrongly where an object before them was not asked
 * about, and puts fields under equal conditions together where GraphQL keeps the order in which they were asked.
 */
function essence({ text, errors }: { readonly text: string; readonly errors: readonly string[] }) {
  const { data } = JSON.parse(text) as { readonly data?: unknown };
  const places = errors.map((error) => error.replaceAll(/,\d+(?=[,\]])/g, ',@'));
  return { data, errors: [...new Set(places)].sort() };
}

const wrong = { message: 'Wrong.', extensions: { code: 'FORBIDDEN' } };

/** The answer with every value of one field changed. */
function changed(answer: Fetched, field: string, value: unknown): Fetched {
  return JSON.parse(JSON.stringify(answer), (key, old: unknown) => (key === field ? value : old)) as Fetched;
}
