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
 * hold nothing else, and neither printer of graphql or @apollo/subgraph puts both halves together.
 */
export function printWithDirectives(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  return types.map((type) => print(definitionOf(type))).join('\n\n');
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
