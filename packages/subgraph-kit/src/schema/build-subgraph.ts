import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { faultsOfPolicies } from './missing-policies.js';
import type { SchemaPolicies } from './policies.js';
import { printWithDirectives } from './print-with-directives.js';

type ResolverClass = new (...parts: never[]) => object;

/** Resolves one federation reference; null for what does not exist or must stay hidden. */
export type ReferenceResolver<Context> = (reference: never, context: Context) => Promise<object | null>;

/** What a subgraph is made of. */
export interface SubgraphParts<Context> {
  readonly resolvers: NonEmptyArray<ResolverClass>;
  /** The resolver objects, wired by hand; none are needed to print the schema. */
  readonly instances?: readonly object[];
  /** Types reached only as entities or behind an interface. */
  readonly orphanedTypes?: readonly (new () => object)[];
  /** Who may call what and see what; nothing is left out. */
  readonly policies: SchemaPolicies;
  /** By type name: `Report`, `Agency` … */
  readonly references?: Readonly<Record<string, ReferenceResolver<Context>>>;
}

const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';
const DIRECTIVES = [
  '@key',
  '@shareable',
  '@external',
  '@requires',
  '@provides',
  '@inaccessible',
  '@tag',
  '@override',
  '@authenticated',
  '@requiresScopes',
  '@policy',
];
const FEDERATION_LINK = `extend schema @link(url: "${FEDERATION}", import: [${DIRECTIVES.map((name) => `"${name}"`).join(', ')}])`;

/** The subgraph's own SDL, as it is committed and composed; refused as long as a field in it has no policy. */
export function printSubgraph<Context>(parts: SubgraphParts<Context>): string {
  const schema = generateSchema(parts);
  const faults = faultsOfPolicies(schema, parts.policies);
  if (faults.length > 0) throw new Error(`${WHERE_TO_SAY}\n  ${faults.join('\n  ')}`);
  return `${FEDERATION_LINK}\n\n${printWithDirectives(schema, parts.policies)}\n`;
}

const WHERE_TO_SAY =
  'Say in the src/policies.ts of this subgraph who may call each root field (ANYBODY, SIGNED_IN, scope, rights) and who sees each field of a type with a key (`whole`: as the object itself; `own`: in a sentence). docs/policy.md tells how:';

/** The executable subgraph: type-graphql's fields, federation's `_entities` and `_service`. */
export function buildSubgraph<Context>(parts: SubgraphParts<Context>): GraphQLSchema {
  const generated = generateSchema(parts);
  const resolvers = createResolversMap(generated) as Record<string, Record<string, unknown>>;
  for (const [typeName, resolve] of Object.entries(parts.references ?? {})) {
    resolvers[typeName] = { ...resolvers[typeName], __resolveReference: resolve };
  }
  const typeDefs = parse(printSubgraph(parts));
  return buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
}

function generateSchema<Context>(parts: SubgraphParts<Context>): GraphQLSchema {
  const instances = new Map<unknown, object>((parts.instances ?? []).map((part) => [part.constructor, part]));
  return buildSchemaSync({
    resolvers: parts.resolvers,
    orphanedTypes: [...(parts.orphanedTypes ?? [])],
    // Input is judged by the rules, which answer with a typed problem instead of an exception.
    validate: false,
    skipCheck: true,
    pubSub: NO_PUB_SUB,
    container: { get: (wanted: unknown) => instances.get(wanted) ?? {} },
  });
}

/** Subscriptions read the outbox through their own iterators; type-graphql only insists that this exists. */
const NO_PUB_SUB = {
  publish(): never {
    throw new Error('Events are published through the outbox.');
  },
  subscribe(): never {
    throw new Error('Subscriptions read the outbox.');
  },
};
