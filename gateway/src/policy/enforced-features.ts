import { type ConstDirectiveNode, type DocumentNode, Kind, print, visit } from 'graphql';

/** The features of a supergraph that the gateway enforces itself, in the versions that it knows. */
const ENFORCED = /^https:\/\/specs\.apollo\.dev\/(?:authenticated|requiresScopes|policy)\/v0\.1$/;

/**
 * The supergraph as the library takes it. The library refuses features that are marked `for: SECURITY`, rightly so, since
 * it enforces none; the mark is taken from those that are enforced here and from no other.
 */
export function withoutEnforcedFeatures(supergraph: DocumentNode): string {
  return print(
    visit(supergraph, {
      SchemaDefinition: (schema) => ({ ...schema, directives: (schema.directives ?? []).map(unmark) }),
      SchemaExtension: (schema) => ({ ...schema, directives: (schema.directives ?? []).map(unmark) }),
    }),
  );
}

function unmark(directive: ConstDirectiveNode): ConstDirectiveNode {
  if (directive.name.value !== 'link' || !ENFORCED.test(textOf(directive, 'url'))) return directive;
  const given = directive.arguments ?? [];
  // Under another name it would be enforced by nobody.
  if (given.some(({ name }) => name.value === 'as' || name.value === 'import'))
    throw new Error(`The supergraph gives a security feature another name: ${print(directive)}`);
  return { ...directive, arguments: given.filter(({ name }) => name.value !== 'for') };
}

function textOf({ arguments: given }: ConstDirectiveNode, wanted: string): string {
  const value = given?.find(({ name }) => name.value === wanted)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}
