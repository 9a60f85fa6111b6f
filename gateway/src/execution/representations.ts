import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isObject, merge } from './merge.js';
import type { JsonObject } from './run.js';
import type { MatchType } from './type-matching.js';

/** What a subgraph needs to know of an object to tell more about it; null when part of it could not be fetched. */
export type Represent = (source: JsonObject) => JsonObject | null;

/** Builds representations for what a fetch requires. */
export function compileRepresentation(
  required: readonly QueryPlanSelectionNode[],
  matches: MatchType,
): Represent {
  const parts = required.map((selection) => compilePart(selection, matches));
  return (source) => {
    const representation: JsonObject = {};
    const isWhole = parts.every((part) => part(source, representation));
    return isWhole ? representation : null;
  };
}

/** Adds one part to the representation; false when the source lacks it. */
type Part = (source: JsonObject, representation: JsonObject) => boolean;

function compilePart(selection: QueryPlanSelectionNode, matches: MatchType): Part {
  if (selection.kind === 'InlineFragment') {
    const { typeCondition } = selection;
    if (typeCondition === undefined) return () => true;
    const represent = compileRepresentation(selection.selections, matches);
    return (source, representation) => {
      const { __typename: typename } = source;
      if (typeof typename !== 'string' || !matches(typename, typeCondition)) return true;
      const part = represent(source);
      if (part) merge(representation, part);
      return true;
    };
  }
  const name = selection.alias ?? selection.name;
  const represent = selection.selections && compileRepresentation(selection.selections, matches);
  return (source, representation) => {
    const value = source[name];
    if (value === undefined) return false;
    representation[name] = represent ? representNested(value, represent) : value;
    return true;
  };
}

function representNested(value: unknown, represent: Represent): unknown {
  if (Array.isArray(value)) return value.map((element) => representNested(element, represent));
  return isObject(value) ? represent(value) : null;
}
