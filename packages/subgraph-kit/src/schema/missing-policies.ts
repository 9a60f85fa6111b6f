import {
  type ConstDirectiveNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  Kind,
} from 'graphql';
import type { SchemaPolicies } from './policies.js';

const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;

/**
 * What is wrong with the policies of a schema, one line each: a root field without one, a field of a type that others
 * can refer to without a sight, and what is said of something that is not there. Who adds a field decides who sees it.
 */
export function faultsOfPolicies(schema: GraphQLSchema, policies: SchemaPolicies): readonly string[] {
  const roots = ROOTS.flatMap((root) => {
    const type = schema.getType(root);
    return compare(root, isObjectType(type) ? fieldsOf(type) : [], Object.keys(policies[root] ?? {}));
  });
  const entities = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  const unseen = entities.filter(
    (type) => holdsMoreThanKeys(type) && policies.sights[type.name] === undefined,
  );
  const sights = Object.entries(policies.sights).flatMap(([name, { whole, own = {} }]) => {
    const type = schema.getType(name);
    return compare(name, isObjectType(type) ? fieldsOf(type) : [], [...whole, ...Object.keys(own)]);
  });
  return [...roots, ...unseen.map(({ name }) => `${name} has no sight.`), ...sights];
}

function compare(type: string, fields: readonly string[], named: readonly string[]): readonly string[] {
  return [
    ...fields.filter((field) => !named.includes(field)).map((field) => `${type}.${field} has no policy.`),
    ...named.filter((field) => !fields.includes(field)).map((field) => `${type}.${field} does not exist.`),
    ...named
      .filter((field, index) => named.indexOf(field) !== index)
      .map((field) => `${type}.${field} has two policies.`),
  ];
}

function fieldsOf(type: GraphQLObjectType): readonly string[] {
  return Object.keys(type.getFields());
}

/** Whether others can refer to a type that tells more here than what they refer to it by. */
function holdsMoreThanKeys(type: GraphQLObjectType): boolean {
  const keys = (type.astNode?.directives ?? []).filter(({ name }) => name.value === 'key').flatMap(fieldsIn);
  return keys.length > 0 && fieldsOf(type).some((field) => !keys.includes(field));
}

function fieldsIn({ arguments: given }: ConstDirectiveNode): readonly string[] {
  const value = given?.find(({ name }) => name.value === 'fields')?.value;
  return value?.kind === Kind.STRING ? value.value.split(/\s+/) : [];
}
