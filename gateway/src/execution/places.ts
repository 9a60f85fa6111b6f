import type { JsonObject } from './run.js';

/** Where in the data a fetch applies: names of fields, and `@` for each element of a list. */
export type PlacePath = readonly (string | number)[];

/** The objects at a place, nulls left out. */
export function objectsAt(value: unknown, path: PlacePath, from = 0, found: JsonObject[] = []): JsonObject[] {
  if (value === null || value === undefined) return found;
  const step = path[from];
  if (step === undefined) {
    if (Array.isArray(value)) for (const element of value) objectsAt(element, path, from, found);
    else found.push(value as JsonObject);
  } else if (step === '@') {
    for (const element of value as readonly unknown[]) objectsAt(element, path, from + 1, found);
  } else objectsAt((value as JsonObject)[step], path, from + 1, found);
  return found;
}

/** The path of each of those objects as a client knows it, in the same order; only needed for errors. */
export function pathsAt(value: unknown, path: PlacePath): readonly PlacePath[] {
  const found: PlacePath[] = [];
  walk(value, path, [], found);
  return found;
}

function walk(value: unknown, path: PlacePath, way: PlacePath, found: PlacePath[]): void {
  if (value === null || value === undefined) return;
  const [step, ...rest] = path;
  if (step === undefined && !Array.isArray(value)) found.push(way);
  else if (step === '@' || step === undefined) {
    for (const [index, element] of (value as readonly unknown[]).entries())
      walk(element, rest, [...way, index], found);
  } else walk((value as JsonObject)[step], rest, [...way, step], found);
}
