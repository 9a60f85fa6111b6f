import { type FieldNode, type GraphQLSchema, Kind, type SelectionNode } from 'graphql';
import { badRequest } from '../errors/refusals.js';
import type { OperationContext } from './operation-context.js';

/** The one field that is subscribed to, which may stand in fragments. */
export function rootFieldOf({ operation, fragments }: OperationContext): FieldNode {
  let [selection] = operation.selectionSet.selections;
  while (selection && selection.kind !== Kind.FIELD) {
    refuseDirectives(selection);
    const inside = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    [selection] = inside?.selectionSet.selections ?? [];
  }
  if (!selection) throw badRequest('The subscription asks for nothing.');
  refuseDirectives(selection);
  return selection;
}

/** Whether a subscription reports a whole state each time: those that report news take the argument `after`. */
export function isStateStream(api: GraphQLSchema, { name }: FieldNode): boolean {
  const field = api.getSubscriptionType()?.getFields()[name.value];
  return field !== undefined && !field.args.some((argument) => argument.name === 'after');
}

function refuseDirectives({ directives }: SelectionNode): void {
  if (directives && directives.length > 0) {
    throw badRequest('The root field of a subscription takes no directives.');
  }
}
