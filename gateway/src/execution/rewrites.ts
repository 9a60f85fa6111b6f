import type { FetchDataRewrite } from '@apollo/query-planner';
import { isObject } from './merge.js';
import type { JsonObject } from './run.js';
import type { MatchType } from './type-matching.js';

const TYPE_CONDITION = '... on ';

/** Changes fetched data in place, where a subgraph calls things by other names than the operation does. */
export type Rewrite = (value: unknown) => void;

/** Applies the planner's rewrites in their order. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  matches: MatchType,
): Rewrite {
  const compiled = (rewrites ?? []).map((rewrite) => compileRewrite(rewrite, matches));
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, matches: MatchType): Rewrite {
  const field = rewrite.path.at(-1);
  if (field === undefined) return () => undefined;
  const change = changeOf(rewrite, field);
  return compilePath(rewrite.path.slice(0, -1), change, matches);
}

function changeOf(rewrite: FetchDataRewrite, field: string): (object: JsonObject) => void {
  if (rewrite.kind === 'ValueSetter') {
    return (object) => {
      object[field] = rewrite.setValueTo as unknown;
    };
  }
  return (object) => {
    const value = object[field];
    if (value === undefined || value === null || value === false || value === 0 || value === '') return;
    object[rewrite.renameKeyTo] = value;
    object[field] = undefined;
  };
}

function compilePath(
  path: readonly string[],
  change: (object: JsonObject) => void,
  matches: MatchType,
): Rewrite {
  const [step, ...rest] = path;
  const further = step === undefined ? null : compilePath(rest, change, matches);
  const visit: Rewrite = (value) => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (!isObject(value)) return;
    else if (step === undefined || !further) change(value);
    else if (!step.startsWith(TYPE_CONDITION)) further(value[step]);
    else if (isOfType(value, step.slice(TYPE_CONDITION.length), matches)) further(value);
  };
  return visit;
}

/** An object whose type was not fetched may be of any type that the plan expects there. */
function isOfType({ __typename: typename }: JsonObject, condition: string, matches: MatchType): boolean {
  return typeof typename !== 'string' || typename === '' || matches(typename, condition);
}
