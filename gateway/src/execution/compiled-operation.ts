import type { FetchDataRewrite, PlanNode } from '@apollo/query-planner';
import { type FieldNode, GraphQLError, Kind, valueFromASTUntyped, visit } from 'graphql';
import type { OperationContext } from '../planning/operation-context.js';
import type { PlannedSchemas } from '../planning/planner.js';
import type { SubgraphAnswer } from '../fetching/answer.js';
import type { RequestContext } from '../request-context.js';
import { createCollector, responseNameOf } from './collect-fields.js';
import { type Ask, errorAt } from './compile-fetch.js';
import { compilePlan } from './compile-plan.js';
import { compileProjection, type Project } from './projection.js';
import { compileRewrites } from './rewrites.js';
import type { JsonObject, Run, Step } from './run.js';
import { createTypeMatching, type MatchType } from './type-matching.js';
import { Unsupported } from './unsupported.js';

/** The answer to an operation, before its errors are presented. */
export interface Executed {
  data?: JsonObject | null;
  errors?: GraphQLError[];
  extensions?: Record<string, unknown>;
}

/** What operations over one supergraph are compiled with. */
export interface CompilingTools {
  readonly schemas: PlannedSchemas;
  readonly askerOf: (subgraph: string) => Ask;
}

/** Executes one operation; for a subscription, with an event in the place of what its owner would be asked. */
export type Execute = (
  variables: Readonly<JsonObject>,
  context: RequestContext,
  event?: SubgraphAnswer,
) => Promise<Executed>;

/** What is executed. */
export interface Compilable {
  readonly operation: OperationContext;
  /** Fetches; none for an operation that only asks for type names. */
  readonly plan: PlanNode | undefined;
  /** How an event is changed before anything is added to it. */
  readonly eventRewrites?: readonly FetchDataRewrite[] | undefined;
}

/** Makes an operation ready to be executed again and again. */
export type Compile = (compilable: Compilable) => Execute;

/** Compiles operations; types are matched by the schemas that it is made for. */
export function createCompiler({ schemas, askerOf }: CompilingTools): Compile {
  const inSupergraph = createTypeMatching(schemas.supergraph);
  const inApi = createTypeMatching(schemas.api);
  return ({ operation, plan, eventRewrites }) => {
    const rewriteEvent = compileRewrites(eventRewrites, inSupergraph);
    const { conditions, defaults } = inspect(operation);
    const step: Step = plan
      ? compilePlan(plan, { askerOf, matches: inSupergraph, defaults })
      : () => Promise.resolve();
    const projections = new Map<string, Project>();
    const projectionFor = (variables: Readonly<JsonObject>): Project => {
      const values = conditions.map((name) => [name, variables[name] ?? defaults[name]] as const);
      const key = values.map(([, value]) => String(value)).join();
      let project = projections.get(key);
      if (!project) {
        project = projectionOf(operation, schemas, inApi, Object.fromEntries(values));
        projections.set(key, project);
      }
      return project;
    };
    return async (variables, context, event) => {
      const errors = (event?.errors ?? []).map((error) => errorAt(error, error.path));
      const run: Run = { context, variables, data: event?.data ?? {}, errors };
      if (event) rewriteEvent(run.data);
      await step(run);
      return answerOf(run, projectionFor(variables));
    };
  };
}

function answerOf({ data: fetched, errors }: Run, project: Project): Executed {
  try {
    const { data, complaints } = project(fetched);
    if (errors.length > 0) return { errors, data };
    if (complaints.length === 0) return { data };
    const valueCompletion = complaints.map(({ message, path }) => ({
      message,
      path,
      extensions: { code: 'INVALID_GRAPHQL' },
    }));
    return { data, extensions: { valueCompletion } };
  } catch (error) {
    return { errors: [new GraphQLError('', { originalError: error as Error })] };
  }
}

function projectionOf(
  { operation, fragments }: OperationContext,
  { api }: PlannedSchemas,
  matches: MatchType,
  conditions: Readonly<Record<string, unknown>>,
): Project {
  const root = api.getRootType(operation.operation);
  if (!root) throw new Unsupported('The schema has no such operations.');
  const collect = createCollector(api, fragments, matches, conditions);
  return compileProjection(api, root, [operation.selectionSet], collect);
}

/** Which variables decide what is included, and their defaults. Leaves to the library what we do not answer. */
function inspect({ operation, fragments }: OperationContext) {
  const conditions = new Set<string>();
  for (const part of [operation, ...Object.values(fragments)]) {
    visit(part, {
      Field: refuseUnsupported,
      Directive: ({ arguments: given }) => {
        for (const { value } of given ?? [])
          if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
      },
    });
  }
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return { conditions: [...conditions], defaults };
}

/** The schema is told by the library; names that every JavaScript object has cannot be told from its fields. */
function refuseUnsupported(field: FieldNode): void {
  const { value: name } = field.name;
  if (name === '__schema' || name === '__type') throw new Unsupported('The schema is asked for.');
  if (responseNameOf(field) in Object.prototype)
    throw new Unsupported('A field has the name of a built-in one.');
}
