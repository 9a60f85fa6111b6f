import { type Gate, gateOfPolicy, gateOfScope } from '@satu-pintu/authorization';
import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
} from 'graphql';
import { both, type Demand, NOTHING, type Requirement } from './requirement.rules.js';

/** What each type and field of a supergraph asks of whoever wants it; nothing, where it is not named. */
export interface PolicyTable {
  readonly types: ReadonlyMap<string, Requirement>;
  /** By coordinate: `Query.report`. */
  readonly fields: ReadonlyMap<string, Requirement>;
}

/** Which gates the names in each directive stand for. */
const GATES: Readonly<Record<string, (name: string) => Gate | null>> = {
  requiresScopes: gateOfScope,
  policy: gateOfPolicy,
};

/**
 * Reads the table out of a supergraph. It must say of each root field who may call it, be it everybody by
 * `@tag(name: "public")`: what was forgotten is not open, and the gateway does not start.
 */
export function readPolicyTable(supergraph: DocumentNode): PolicyTable {
  const types = new Map<string, Requirement>();
  const fields = new Map<string, Requirement>();
  const roots = rootsOf(supergraph);
  const undecided: string[] = [];
  for (const definition of supergraph.definitions) {
    if (!isGuardable(definition)) continue;
    const type = definition.name.value;
    keep(types, type, requirementIn(definition.directives));
    for (const field of fieldsOf(definition)) {
      const coordinate = `${type}.${field.name.value}`;
      const requirement = requirementIn(field.directives);
      keep(fields, coordinate, requirement);
      if (roots.has(type) && requirement === NOTHING && !isPublic(field)) undecided.push(coordinate);
    }
  }
  if (undecided.length > 0)
    throw new Error(`The supergraph does not say who may call ${undecided.join(', ')}.`);
  return { types, fields };
}

function keep(table: Map<string, Requirement>, name: string, requirement: Requirement): void {
  if (requirement !== NOTHING) table.set(name, requirement);
}

function requirementIn(directives: readonly ConstDirectiveNode[] = []): Requirement {
  return directives
    .map(requirementOf)
    .reduce((one, other) => (other === NOTHING ? one : both(one, other)), NOTHING);
}

function requirementOf(directive: ConstDirectiveNode): Requirement {
  const name = directive.name.value;
  if (name === 'authenticated') return { account: true, demands: [] };
  const gateOf = GATES[name];
  return gateOf ? { account: false, demands: [demandIn(directive, gateOf)] } : NOTHING;
}

function demandIn(directive: ConstDirectiveNode, gateOf: (name: string) => Gate | null): Demand {
  const [argument] = directive.arguments ?? [];
  const names = itemsOf(argument?.value).map((all) =>
    itemsOf(all).map((item) => (item.kind === Kind.STRING ? item.value : '')),
  );
  const anyOf = names.map((all) =>
    all.map((name) => {
      const gate = gateOf(name);
      if (!gate) throw new Error(`@${directive.name.value} asks for something that nobody knows: "${name}".`);
      return gate;
    }),
  );
  return { anyOf, names: names.map((all) => all.join(' & ')).join(' | ') };
}

function itemsOf(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  return value?.kind === Kind.LIST ? value.values : [];
}

function isPublic({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(
    ({ name, arguments: given }) =>
      name.value === 'tag' &&
      given?.some(({ value }) => value.kind === Kind.STRING && value.value === 'public'),
  );
}

function rootsOf({ definitions }: DocumentNode): ReadonlySet<string> {
  const schemas = definitions.filter(({ kind }) => kind === Kind.SCHEMA_DEFINITION);
  return new Set(
    schemas.flatMap((schema) =>
      'operationTypes' in schema ? (schema.operationTypes ?? []).map(({ type }) => type.name.value) : [],
    ),
  );
}

type Guardable = Extract<
  DefinitionNode,
  {
    kind:
      | Kind.OBJECT_TYPE_DEFINITION
      | Kind.INTERFACE_TYPE_DEFINITION
      | Kind.ENUM_TYPE_DEFINITION
      | Kind.SCALAR_TYPE_DEFINITION;
  }
>;

function isGuardable(definition: DefinitionNode): definition is Guardable {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
    definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    definition.kind === Kind.ENUM_TYPE_DEFINITION ||
    definition.kind === Kind.SCALAR_TYPE_DEFINITION
  );
}

function fieldsOf(definition: Guardable): readonly FieldDefinitionNode[] {
  return 'fields' in definition ? (definition.fields ?? []) : [];
}
