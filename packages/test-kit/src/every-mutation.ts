import { type InputObjectTypeDefinitionNode, Kind, parse, type TypeNode } from 'graphql';

/** A mutation, and something that can be sent with it. */
export interface SomeMutation {
  readonly name: string;
  readonly document: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const SOME_TEXT = 'Teks yang cukup panjang untuk setiap kolom.';

/**
 * Every mutation of a schema, with an input that has the right shape: ids of nothing, some text, the first of each enum.
 * What is left out there may be left out.
 */
export function everyMutation(sdl: string): readonly SomeMutation[] {
  const { definitions } = parse(sdl);
  const inputs = new Map<string, InputObjectTypeDefinitionNode>();
  const enums = new Map<string, string | undefined>();
  for (const definition of definitions) {
    if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) inputs.set(definition.name.value, definition);
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION)
      enums.set(definition.name.value, definition.values?.[0]?.name.value);
  }
  const valueOf = (type: TypeNode): unknown => {
    if (type.kind === Kind.NON_NULL_TYPE) return valueOf(type.type);
    if (type.kind === Kind.LIST_TYPE) return [valueOf(type.type)];
    const name = type.name.value;
    return inputs.has(name) ? inputOf(name) : (enums.get(name) ?? scalarOf(name));
  };
  const inputOf = (name: string): Readonly<Record<string, unknown>> => {
    const needed = (inputs.get(name)?.fields ?? []).filter(({ type }) => type.kind === Kind.NON_NULL_TYPE);
    return Object.fromEntries(needed.map((field) => [field.name.value, valueOf(field.type)]));
  };
  const mutations = definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Mutation'
      ? (definition.fields ?? [])
      : [],
  );
  return mutations.map(({ name: { value: name }, arguments: taken = [] }) => {
    if (taken.length === 0)
      return { name, document: `mutation { outcome: ${name} { __typename } }`, input: {} };
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { outcome: ${name}(input: $input) { __typename } }`;
    return { name, document, input: inputOf(type) };
  });
}

function scalarOf(name: string): unknown {
  if (name === 'ID') return crypto.randomUUID();
  if (name === 'Int') return 1;
  if (name === 'Boolean') return true;
  return name === 'Date' ? '2026-08-17' : SOME_TEXT;
}
