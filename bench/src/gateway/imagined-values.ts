import { createHash } from 'node:crypto';
import { type GraphQLObjectType, Kind } from 'graphql';

/** An object of an imagined subgraph: its key, and the seed of everything else. */
export interface ImaginedObject {
  readonly __typename: string;
  readonly seed: string;
  /** How many elements its page has. */
  readonly first?: number;
  readonly [field: string]: unknown;
}

/** What a subgraph is told of an object to tell more about it. */
export type Representation = Readonly<Record<string, string>> & { readonly __typename: string };

/** Types whose objects many reports share, as a page of reports is of few agencies. */
const SHARED: ReadonlySet<string> = new Set(['Agency', 'Category', 'Officer', 'Region']);
const SHARED_OBJECTS = 12;

const WORDS = 'lampu jalan padam sejak dua minggu lalu di depan pasar mohon segera diperbaiki warga'.split(
  ' ',
);
const WORDS_IN: Readonly<Record<string, number>> = { name: 4, title: 7, body: 30 };
const WORDS_ELSEWHERE = 3;

/** The fields by which objects of a type are known in other subgraphs; null when they are not. */
export function keyOf({ astNode }: GraphQLObjectType): string | null {
  const key = astNode?.directives?.find(({ name }) => name.value === 'key');
  const fields = key?.arguments?.find(({ name }) => name.value === 'fields')?.value;
  return fields?.kind === Kind.STRING ? fields.value : null;
}

/** The object that a representation stands for; everybody who knows its key imagines the same. */
export function entityOf(representation: Representation): ImaginedObject {
  const { __typename, ...key } = representation;
  return { ...key, __typename, seed: `${__typename} ${Object.values(key).sort().join()}` };
}

/** An object of a type that is known by a key. */
export function someEntity(type: string, key: string, seed: string): ImaginedObject {
  const which = SHARED.has(type) ? String(numberOf(seed) % SHARED_OBJECTS) : seed;
  return entityOf({ __typename: type, [key]: idOf(`${type} ${which}`) });
}

/** One of several, always the same for a seed. */
export function pick<Choice>(choices: readonly Choice[], seed: string): Choice {
  const choice = choices[numberOf(seed) % choices.length];
  if (choice === undefined) throw new Error(`There is nothing to pick for ${seed}.`);
  return choice;
}

/** A value of a scalar type, in a field of the given name. */
export function leafOf(type: string, field: string, seed: string): unknown {
  switch (type) {
    case 'ID':
      return idOf(seed);
    case 'Int':
      return numberOf(seed) % 1_000;
    case 'Boolean':
      return numberOf(seed) % 2 === 0;
    case 'Date':
      return dayOf(seed);
    case 'DateTimeISO':
      return `${dayOf(seed)}T02:51:07.000Z`;
    case 'String':
      return textOf(WORDS_IN[field] ?? WORDS_ELSEWHERE, seed);
    default:
      throw new Error(`Nobody knows what a ${type} looks like.`);
  }
}

function idOf(seed: string): string {
  return digest(seed)
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function dayOf(seed: string): string {
  return `2026-03-${String(10 + (numberOf(seed) % 20))}`;
}

function textOf(words: number, seed: string): string {
  const start = numberOf(seed);
  return Array.from({ length: words }, (_, index) => WORDS[(start + index) % WORDS.length]).join(' ');
}

function numberOf(seed: string): number {
  return Number.parseInt(digest(seed).slice(0, 8), 16);
}

function digest(seed: string): string {
  return createHash('sha256').update(seed).digest('hex');
}
