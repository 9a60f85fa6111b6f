import {
  buildASTSchema,
  execute,
  extendSchema,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import {
  entityOf,
  type ImaginedObject,
  keyOf,
  leafOf,
  pick,
  type Representation,
  someEntity,
} from './imagined-values.js';

/** Elements of a list whose length nobody asked for. */
const LIST_LENGTH = 2;

/** The arguments that matter to what is imagined. */
interface Arguments {
  readonly first?: number;
  readonly representations?: readonly Representation[];
}

/** Answers a request as a subgraph with this schema does. */
export type Answer = (query: string, variables: Readonly<Record<string, unknown>>) => string;

/**
 * A subgraph that makes up its data: every field is filled in with a value of its type, the same each time it is asked
 * for. So two gateways that ask in different ways still get the same answers.
 */
export function imagineSubgraph(sdl: string): Answer {
  const schema = withEntities(buildASTSchema(parse(sdl), { assumeValidSDL: true }));
  const fieldResolver = createFieldResolver(schema);
  return (query, variables) => {
    const result = execute({
      schema,
      document: parse(query),
      rootValue: { __typename: 'Query', seed: 'Query' },
      variableValues: variables,
      fieldResolver,
      typeResolver: (value) => (value as ImaginedObject).__typename,
    });
    return JSON.stringify(result);
  };
}

/** The schema with the field by which a gateway asks for more about what it knows by key. */
function withEntities(schema: GraphQLSchema): GraphQLSchema {
  const entities = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && keyOf(type));
  const extension = `
    scalar _Any
    union _Entity = ${entities.join(' | ')}
    extend type Query { _entities(representations: [_Any!]!): [_Entity]! }
  `;
  return extendSchema(schema, parse(extension), { assumeValidSDL: true });
}

function createFieldResolver(
  schema: GraphQLSchema,
): GraphQLFieldResolver<ImaginedObject, unknown, Arguments> {
  const imagine = (type: GraphQLOutputType, field: string, seed: string, length: number): unknown => {
    if (isNonNullType(type)) return imagine(type.ofType, field, seed, length);
    if (isListType(type)) {
      const seeds = Array.from({ length }, (_, index) => `${seed} ${index}`);
      return seeds.map((each) => imagine(type.ofType, field, each, LIST_LENGTH));
    }
    if (isEnumType(type)) return pick(type.getValues(), seed).value;
    if (isAbstractType(type)) return imagine(pick(schema.getPossibleTypes(type), seed), field, seed, length);
    if (!isObjectType(type)) return leafOf(type.name, field, seed);
    const key = keyOf(type);
    return key === null ? { __typename: type.name, seed } : someEntity(type.name, key, seed);
  };
  return (source, args, _, { fieldName, returnType }) => {
    if (fieldName === '_entities') return args.representations?.map(entityOf);
    const known = source[fieldName];
    if (known !== undefined) return known;
    const isPage = fieldName === 'nodes' || fieldName === 'edges';
    const length = isPage ? (source.first ?? LIST_LENGTH) : LIST_LENGTH;
    const value = imagine(returnType, fieldName, `${source.seed}.${fieldName}`, length);
    return args.first === undefined ? value : { ...(value as ImaginedObject), first: args.first };
  };
}
