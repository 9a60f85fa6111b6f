import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { MatchType } from './type-matching.js';

/** What is selected on one object, by one or several selections of the same field. */
export type SelectionSets = readonly SelectionSetNode[];

/** One field of an answer. */
export interface CollectedField {
  /** Its alias, or its name. */
  readonly name: string;
  /** The type on which it was selected first. */
  readonly parent: GraphQLCompositeType;
  /** Null for `__typename`. */
  readonly definition: GraphQLField<unknown, unknown> | null;
  readonly selections: SelectionSets;
}

/** The fields that are asked of an object of a type, in order, each once. */
export type CollectFields = (
  type: GraphQLCompositeType,
  selections: SelectionSets,
) => readonly CollectedField[];

/** Values of the Boolean variables that decide what is included. */
export type Conditions = Readonly<Record<string, unknown>>;

/** Collects fields under fixed conditions: an operation is compiled once for each combination of them. */
export function createCollector(
  schema: GraphQLSchema,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  matches: MatchType,
  conditions: Conditions,
): CollectFields {
  return (type, selections) => {
    const found = new Map<string, Found>();
    const gather = (parent: GraphQLCompositeType, { selections: nodes }: SelectionSetNode): void => {
      for (const node of nodes) {
        if (!isIncluded(node.directives, conditions)) continue;
        if (node.kind === Kind.FIELD) {
          add(found, parent, node);
          continue;
        }
        const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments[node.name.value] : node;
        if (!fragment) continue;
        const condition = fragment.typeCondition?.name.value ?? parent.name;
        const inside = schema.getType(condition);
        const applies = fragment.typeCondition === undefined || matches(type.name, condition);
        if (applies && isCompositeType(inside)) gather(inside, fragment.selectionSet);
      }
    };
    for (const selectionSet of selections) gather(type, selectionSet);
    return [...found.values()].map(fieldOf);
  };
}

interface Found {
  readonly parent: GraphQLCompositeType;
  readonly nodes: FieldNode[];
}

function add(found: Map<string, Found>, parent: GraphQLCompositeType, node: FieldNode): void {
  const name = responseNameOf(node);
  const known = found.get(name);
  if (known) known.nodes.push(node);
  else found.set(name, { parent, nodes: [node] });
}

function fieldOf({ parent, nodes }: Found): CollectedField {
  const [first] = nodes as [FieldNode];
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const definition = isUnionType(parent) ? undefined : parent.getFields()[first.name.value];
  return { name: responseNameOf(first), parent, definition: definition ?? null, selections };
}

/** The key under which a field is answered. */
export function responseNameOf({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}

function isIncluded(directives: readonly DirectiveNode[] | undefined, conditions: Conditions): boolean {
  return !(directives ?? []).some((directive) => {
    switch (directive.name.value) {
      case 'skip':
        return conditionOf(directive, conditions);
      case 'include':
        return !conditionOf(directive, conditions);
      default:
        return false;
    }
  });
}

function conditionOf({ arguments: given }: DirectiveNode, conditions: Conditions): boolean {
  const value = given?.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return conditions[value.name.value] === true;
  return value?.kind === Kind.BOOLEAN && value.value;
}
