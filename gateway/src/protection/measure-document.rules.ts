import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How much an operation asks once its fragments are put in place. */
export interface Measure {
  readonly selections: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
}

const NOTHING: Measure = { selections: 0, depth: 0, aliases: 0, rootFields: 0, directives: 0 };

/** Introspection is answered from memory and never planned, so where it is allowed it does not count. */
const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/** What each operation of the document asks; the largest count of each kind. Cyclic fragments ask without end. */
export function measureDocument(document: DocumentNode, isIntrospectionFree: boolean): Measure {
  const measuring = new Measuring(document, isIntrospectionFree);
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => measuring.operation(operation))
    .reduce(largest, NOTHING);
}

/** Counts each fragment once, however often it is used, so that measuring takes as long as reading. */
class Measuring {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly measured = new Map<string, Measure>();
  private readonly open = new Set<string>();

  constructor(
    document: DocumentNode,
    private readonly isIntrospectionFree: boolean,
  ) {
    const fragments = document.definitions.filter(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
    );
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  operation({ selectionSet, directives }: OperationDefinitionNode): Measure {
    const measure = this.selectionSet(selectionSet);
    return { ...measure, directives: measure.directives + (directives?.length ?? 0) };
  }

  private selectionSet({ selections }: SelectionSetNode): Measure {
    return selections.map((selection) => this.selection(selection)).reduce(sum, NOTHING);
  }

  private selection(selection: SelectionNode): Measure {
    const directives = selection.directives?.length ?? 0;
    switch (selection.kind) {
      case Kind.FIELD: {
        if (this.isIntrospectionFree && INTROSPECTION.has(selection.name.value)) return NOTHING;
        const below = selection.selectionSet ? this.selectionSet(selection.selectionSet) : NOTHING;
        return {
          selections: 1 + below.selections,
          depth: 1 + below.depth,
          aliases: below.aliases + (selection.alias ? 1 : 0),
          rootFields: 1,
          directives: below.directives + directives,
        };
      }
      case Kind.INLINE_FRAGMENT: {
        const inside = this.selectionSet(selection.selectionSet);
        return { ...inside, selections: 1 + inside.selections, directives: inside.directives + directives };
      }
      case Kind.FRAGMENT_SPREAD: {
        const inside = this.fragment(selection.name.value);
        return { ...inside, selections: 1 + inside.selections, directives: inside.directives + directives };
      }
    }
  }

  private fragment(name: string): Measure {
    const known = this.measured.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return NOTHING; // validation will name it
    if (this.open.has(name)) return { ...NOTHING, selections: Infinity, depth: Infinity };
    this.open.add(name);
    const measure = this.selectionSet(fragment.selectionSet);
    this.open.delete(name);
    this.measured.set(name, measure);
    return measure;
  }
}

function sum(left: Measure, right: Measure): Measure {
  return {
    selections: left.selections + right.selections,
    depth: Math.max(left.depth, right.depth),
    aliases: left.aliases + right.aliases,
    rootFields: left.rootFields + right.rootFields,
    directives: left.directives + right.directives,
  };
}

function largest(left: Measure, right: Measure): Measure {
  return {
    selections: Math.max(left.selections, right.selections),
    depth: Math.max(left.depth, right.depth),
    aliases: Math.max(left.aliases, right.aliases),
    rootFields: Math.max(left.rootFields, right.rootFields),
    directives: Math.max(left.directives, right.directives),
  };
}
