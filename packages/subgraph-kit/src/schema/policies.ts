import type { PolicyName, ScopeName } from '@satu-pintu/authorization';

/** Who is let as far as the rules behind a root field. The gateway asks it of the schema, before it plans anything. */
export type RootPolicy =
  /** Anybody, visitors included: the rules alone decide what they find. */
  | { readonly kind: 'PUBLIC' }
  /** Whoever has an account. */
  | { readonly kind: 'AUTHENTICATED' }
  /** Whoever holds all the scopes of one of these lists. */
  | { readonly kind: 'SCOPES'; readonly anyOf: readonly (readonly ScopeName[])[] }
  /** Whoever could hold all the rights of one of these lists. */
  | { readonly kind: 'POLICY'; readonly anyOf: readonly (readonly PolicyName[])[] };

/** Who sees an object of a type, and what of it. The rules of the subgraph keep it; here it is said, field by field. */
export interface Sight {
  /** Who finds the object; to everybody else it is as if there were none. */
  readonly seenBy: string;
  /** Fields that whoever finds the object reads. */
  readonly whole: readonly string[];
  /** Fields with a sight of their own: who reads what in them. */
  readonly own?: Readonly<Record<string, string>>;
}

/** Root fields by their name. */
export type RootPolicies = Readonly<Record<string, RootPolicy>>;

/** The policies of a subgraph: one for each root field, and the sight of each type that others can refer to. */
export interface SchemaPolicies {
  readonly Query: RootPolicies;
  readonly Mutation?: RootPolicies;
  readonly Subscription?: RootPolicies;
  readonly sights: Readonly<Record<string, Sight>>;
}

/** Anybody, visitors included. */
export const ANYBODY: RootPolicy = { kind: 'PUBLIC' };

/** Whoever has an account. */
export const SIGNED_IN: RootPolicy = { kind: 'AUTHENTICATED' };

/** Whoever holds a post of one of these scopes. */
export function scope(...names: readonly ScopeName[]): RootPolicy {
  return { kind: 'SCOPES', anyOf: names.map((name) => [name]) };
}

/** Whoever could hold every one of these rights. */
export function rights(...names: readonly PolicyName[]): RootPolicy {
  return { kind: 'POLICY', anyOf: [names] };
}

/** Whoever could hold one of these rights. */
export function anyRight(...names: readonly PolicyName[]): RootPolicy {
  return { kind: 'POLICY', anyOf: names.map((name) => [name]) };
}

/** The directive that says a policy in the schema. */
export function directiveOf(policy: RootPolicy): string {
  switch (policy.kind) {
    case 'PUBLIC':
      return '@tag(name: "public")';
    case 'AUTHENTICATED':
      return '@authenticated';
    case 'SCOPES':
      return `@requiresScopes(scopes: ${JSON.stringify(policy.anyOf)})`;
    case 'POLICY':
      return `@policy(policies: ${JSON.stringify(policy.anyOf)})`;
  }
}
