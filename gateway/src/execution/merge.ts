import type { JsonObject } from './run.js';

/** Adds what was fetched to what is there, in place; lists of one length are merged element by element. */
export function merge(target: JsonObject, source: JsonObject): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined) continue; // a rewrite gave the value another name
    const present = target[key];
    if (isObject(value) && isObject(present)) merge(present, value);
    else if (Array.isArray(value) && Array.isArray(present) && value.length === present.length) {
      mergeLists(present, value);
    } else target[key] = value;
  }
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (const [index, value] of source.entries()) {
    const present = target[index];
    if (isObject(value) && isObject(present)) merge(present, value);
    else target[index] = value;
  }
}
