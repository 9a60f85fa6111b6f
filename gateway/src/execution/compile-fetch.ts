import type { FetchNode } from '@apollo/query-planner';
import { GraphQLError, type GraphQLFormattedError, OperationTypeNode } from 'graphql';
import type { SubgraphAnswer } from '../fetching/answer.js';
import type { RequestContext } from '../request-context.js';
import { isObject, merge } from './merge.js';
import { objectsAt, pathsAt, type PlacePath } from './places.js';
import { compileRepresentation } from './representations.js';
import { compileRewrites } from './rewrites.js';
import type { JsonObject, Run, Step } from './run.js';
import type { MatchType } from './type-matching.js';
import { Unsupported } from './unsupported.js';

/** Sends one body to a subgraph; failures come back as an answer with errors. */
export type Ask = (body: string, isQuery: boolean, context: RequestContext) => Promise<SubgraphAnswer>;

/** What steps are compiled with. */
export interface FetchTools {
  /** How to ask a subgraph by its name. */
  readonly askerOf: (subgraph: string) => Ask;
  /** Types of the supergraph, inaccessible ones included. */
  readonly matches: MatchType;
  /** Default values of the operation's Boolean variables. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

/** A fetch at its place in the operation: of root fields, or of more about objects that are there already. */
export function compileFetch(fetch: FetchNode, path: PlacePath, tools: FetchTools): Step {
  if (fetch.contextRewrites) throw new Unsupported('Values from the context are not passed on.');
  const letter = compileLetter(fetch, tools);
  const step = fetch.requires
    ? compileEntityFetch(fetch, path, letter, tools)
    : compileRootFetch(fetch, path, letter, tools);
  return async (run) => {
    try {
      await step(run);
    } catch (error) {
      run.errors.push(
        error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error }),
      );
    }
  };
}

/** Asks with the variables that the fetch uses, and representations when there are any. */
type Letter = (run: Run, representations: string | null) => Promise<SubgraphAnswer>;

function compileLetter(fetch: FetchNode, { askerOf }: FetchTools): Letter {
  const ask = askerOf(fetch.serviceName);
  const isQuery = fetch.operationKind !== OperationTypeNode.MUTATION;
  const name =
    fetch.operationName === undefined ? '' : `"operationName":${JSON.stringify(fetch.operationName)},`;
  const head = `{"query":${JSON.stringify(fetch.operation)},${name}"variables":`;
  const used = fetch.variableUsages ?? [];
  return (run, representations) => {
    const given = used.filter((variable) => run.variables[variable] !== undefined);
    const members = given.map(
      (variable) => `${JSON.stringify(variable)}:${JSON.stringify(run.variables[variable])}`,
    );
    if (representations !== null) members.push(`"representations":[${representations}]`);
    return ask(`${head}{${members.join(',')}}}`, isQuery, run.context);
  };
}

function compileRootFetch(fetch: FetchNode, path: PlacePath, letter: Letter, { matches }: FetchTools): Step {
  const rewrite = compileRewrites(fetch.outputRewrites, matches);
  return async (run) => {
    const places = objectsAt(run.data, path);
    if (places.length === 0) return;
    const { data, errors } = await letter(run, null);
    for (const error of errors ?? []) {
      run.errors.push(errorAt(error, error.path ? [...path, ...error.path] : undefined));
    }
    if (!data) return;
    rewrite(data);
    for (const place of places) merge(place, data);
  };
}

/** Objects that would be asked about in the same words are asked about once. */
function compileEntityFetch(
  fetch: FetchNode,
  path: PlacePath,
  letter: Letter,
  { matches }: FetchTools,
): Step {
  const represent = compileRepresentation(fetch.requires ?? [], matches);
  const rewriteInput = compileRewrites(fetch.inputRewrites, matches);
  const rewriteOutput = compileRewrites(fetch.outputRewrites, matches);
  return async (run) => {
    const questions = new Map<string, Question>();
    for (const [index, object] of objectsAt(run.data, path).entries()) {
      const representation = represent(object);
      if (!representation?.__typename) continue;
      rewriteInput(representation);
      const words = JSON.stringify(representation);
      const question = questions.get(words);
      if (!question) questions.set(words, { askers: [object], indexes: [index] });
      else {
        question.askers.push(object);
        question.indexes.push(index);
      }
    }
    if (questions.size === 0) return;
    const { data, errors } = await letter(run, [...questions.keys()].join(','));
    const asked = [...questions.values()];
    if (errors) run.errors.push(...errorsAbout(errors, asked, run.data, path));
    if (!data) return;
    const entities = entitiesIn(data, asked.length);
    for (const [index, { askers }] of asked.entries()) {
      const entity = entities[index];
      if (isObject(entity)) tellAll(entity, askers, rewriteOutput);
    }
  };
}

/** One representation, and the objects in whose place it is asked. */
interface Question {
  readonly askers: JsonObject[];
  /** Where those are among all objects at the fetch's place. */
  readonly indexes: number[];
}

function tellAll(
  entity: JsonObject,
  objects: readonly JsonObject[],
  rewrite: (value: unknown) => void,
): void {
  entity.__typename ??= objects[0]?.__typename;
  rewrite(entity);
  for (const object of objects) merge(object, entity);
}

function entitiesIn({ _entities: entities }: JsonObject, expected: number): readonly unknown[] {
  if (!Array.isArray(entities))
    throw new Error('A subgraph answered without the entities that it was asked for.');
  if (entities.length === expected) return entities;
  throw new Error(
    `A subgraph answered with ${String(entities.length)} entities in the place of ${String(expected)}.`,
  );
}

/** An error about an entity is an error about each object that asked for it. */
function errorsAbout(
  errors: readonly GraphQLFormattedError[],
  asked: readonly Question[],
  data: JsonObject,
  path: PlacePath,
): readonly GraphQLError[] {
  const paths = pathsAt(data, path);
  return errors.flatMap((error) => {
    const [, index, ...further] = error.path ?? [];
    const indexes = typeof index === 'number' ? asked[index]?.indexes : undefined;
    if (!indexes) return [errorAt(error, error.path ? [...path, ...error.path] : undefined)];
    return indexes.map((at) => errorAt(error, [...(paths[at] ?? []), ...further]));
  });
}

/** A subgraph's error, at its path in the whole operation. */
export function errorAt(
  { message, extensions }: GraphQLFormattedError,
  path: PlacePath | undefined,
): GraphQLError {
  return new GraphQLError(message, { path: path ?? null, extensions: extensions ?? {} });
}
