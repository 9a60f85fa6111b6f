import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { PolicyTable } from './policy-table.js';
import { both, isOpenToAll, NOTHING, type Requirement } from './requirement.rules.js';

/** A variable on which it depends whether something is asked at all. */
export interface Condition {
  readonly variable: string;
  /** By `@skip`, and not by `@include`. */
  readonly isSkip: boolean;
}

/** What a field of an operation asks of whoever sends it. */
export interface Guarded {
  readonly field: string;
  /** The same for a root field, else with its type: `Agency.officers`. */
  readonly coordinate: string;
  readonly requirement: Requirement;
  /** It is asked when all of these include it. */
  readonly when: readonly Condition[];
}

/** Where a selection stands. */
interface Place {
  readonly type: GraphQLNamedType;
  /** Types that an object here can have. */
  readonly possible: readonly GraphQLObjectType[];
  readonly when: readonly Condition[];
}

/**
 * What an operation asks of whoever sends it, in the order of its text. A field of an interface asks what it asks in
 * every type that an object there can have; whoever narrows by a fragment is asked for less. The type of a field counts
 * with it, so that it cannot be found out whether there is such an object.
 */
export function collectRequirements(
  schema: GraphQLSchema,
  table: PolicyTable,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): readonly Guarded[] {
  const found: Guarded[] = [];
  const root = schema.getRootType(operation.operation);

  const visitField = (field: FieldNode, place: Place): void => {
    const name = field.name.value;
    if (name === '__schema' || name === '__type') return;
    const returned = name === '__typename' ? undefined : returnedBy(place, name);
    const requirement = both(fieldRequirement(table, place, name), typeRequirement(table, returned));
    const coordinate = place.type === root ? name : `${place.type.name}.${name}`;
    if (!isOpenToAll(requirement)) found.push({ field: name, coordinate, requirement, when: place.when });
    if (field.selectionSet && returned) visitAll(field.selectionSet, at(returned, place.when));
  };

  const visitAll = ({ selections }: SelectionSetNode, place: Place): void => {
    for (const selection of selections) {
      const conditions = conditionsIn(selection.directives ?? []);
      if (conditions === 'never') continue;
      const inside = { ...place, when: [...place.when, ...conditions] };
      if (selection.kind === Kind.FIELD) {
        visitField(selection, inside);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      if (fragment) visitAll(fragment.selectionSet, narrowed(inside, fragment.typeCondition?.name.value));
    }
  };

  const at = (type: GraphQLNamedType, when: readonly Condition[]): Place => ({
    type,
    possible: possibleTypes(schema, type),
    when,
  });

  const narrowed = (place: Place, condition: string | undefined): Place => {
    const type = condition === undefined ? undefined : schema.getType(condition);
    if (!type) return place;
    const possible = possibleTypes(schema, type).filter((each) => place.possible.includes(each));
    return { ...place, type, possible };
  };

  if (root) visitAll(operation.selectionSet, at(root, []));
  return found;
}

function fieldRequirement(
  { fields, types }: PolicyTable,
  { type, possible }: Place,
  name: string,
): Requirement {
  const requirementIn = (each: GraphQLNamedType): readonly Requirement[] => [
    types.get(each.name) ?? NOTHING,
    fields.get(`${each.name}.${name}`) ?? NOTHING,
  ];
  return [type, ...possible].flatMap(requirementIn).reduce(both, NOTHING);
}

function typeRequirement({ types }: PolicyTable, type: GraphQLNamedType | undefined): Requirement {
  return (type && types.get(type.name)) ?? NOTHING;
}

function returnedBy({ type }: Place, name: string): GraphQLNamedType | undefined {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  return field && getNamedType(field.type);
}

function possibleTypes(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (!isCompositeType(type)) return [];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}

/** What must be so for a selection to be asked; `never` where its text says that it is not. */
function conditionsIn(directives: readonly DirectiveNode[]): readonly Condition[] | 'never' {
  const conditions: Condition[] = [];
  for (const { name, arguments: given } of directives) {
    const isSkip = name.value === 'skip';
    if (!isSkip && name.value !== 'include') continue;
    const value = given?.[0]?.value;
    if (value?.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, isSkip });
    else if (value?.kind === Kind.BOOLEAN && value.value === isSkip) return 'never';
  }
  return conditions;
}
