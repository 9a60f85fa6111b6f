import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  parse,
  print,
  printType,
} from 'graphql';
import { directiveOf, type RootPolicies, type SchemaPolicies } from './policies.js';

/** Part of a schema that remembers which directives were put on it. */
interface Annotated {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** A definition that may carry directives, with its name. */
interface Named {
  readonly name: { readonly value: string };
}

/**
 * SDL of all types with the directives that were put on types, fields and values. type-graphql keeps those in nodes that
 * hold nothing else, and neither printer of graphql or @apollo/subgraph puts both halves together. Root fields carry the
 * directives of their policies.
 */
export function printWithDirectives(schema: GraphQLSchema, policies: SchemaPolicies): string {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  return types.map((type) => print(withPolicies(definitionOf(type), policies))).join('\n\n');
}

function definitionOf(type: GraphQLNamedType): DefinitionNode {
  const [printed] = parse(printType(type), { noLocation: true }).definitions;
  if (printed === undefined) throw new Error(`Type ${type.name} cannot be printed.`);
  const directives = directivesOf(type);
  switch (printed.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const members = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
      return { ...printed, directives, fields: annotate(printed.fields, members) };
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const members = isInputObjectType(type) ? type.getFields() : {};
      return { ...printed, directives, fields: annotate(printed.fields, members) };
    }
    case Kind.ENUM_TYPE_DEFINITION: {
      const values = isEnumType(type) ? type.getValues() : [];
      const members = Object.fromEntries(values.map((value) => [value.name, value]));
      return { ...printed, directives, values: annotate(printed.values, members) };
    }
    default:
      return printed;
  }
}

function withPolicies(definition: DefinitionNode, policies: SchemaPolicies): DefinitionNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
  const { Query, Mutation, Subscription } = policies;
  const known: Readonly<Record<string, RootPolicies | undefined>> = { Query, Mutation, Subscription };
  const ofType = known[definition.name.value];
  if (!ofType) return definition;
  const fields = (definition.fields ?? []).map((field) => {
    const policy = ofType[field.name.value];
    const added = policy ? [parseDirective(directiveOf(policy))] : [];
    return { ...field, directives: [...(field.directives ?? []), ...added] };
  });
  return { ...definition, fields };
}

function parseDirective(text: string): ConstDirectiveNode {
  const [definition] = parse(`scalar Any ${text}`, { noLocation: true }).definitions;
  const [directive] = definition?.kind === Kind.SCALAR_TYPE_DEFINITION ? (definition.directives ?? []) : [];
  if (!directive) throw new Error(`${text} is no directive.`);
  return directive;
}

/** Adds to what the printer already put there (`@deprecated`). */
function annotate<Node extends Named & { readonly directives?: readonly ConstDirectiveNode[] | undefined }>(
  nodes: readonly Node[] | undefined,
  members: Readonly<Record<string, Annotated>>,
): readonly Node[] {
  return (nodes ?? []).map((node) => {
    const added = directivesOf(members[node.name.value]);
    const known = (node.directives ?? []).filter(
      ({ name }) => !added.some((other) => other.name.value === name.value),
    );
    return { ...node, directives: [...known, ...added] };
  });
}

function directivesOf(part: Annotated | undefined): readonly ConstDirectiveNode[] {
  return part?.astNode?.directives ?? [];
}
