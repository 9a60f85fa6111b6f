import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

/** What is counted for each visitor. */
export const COUNTED = ['signIn', 'signUp', 'reset', 'tracking', 'filing', 'upload'] as const;

export type Counted = (typeof COUNTED)[number];

/** One operation, as far as counting asks. */
export interface CountedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly isSignedIn: boolean;
}

/** Root fields that are a try, whoever sends them. */
const OF_ANYBODY: Readonly<Record<string, Counted>> = {
  signIn: 'signIn',
  completeSignIn: 'signIn',
  signInWithPasskey: 'signIn',
  completeStaffSignIn: 'signIn',
  signUp: 'signUp',
  requestPasswordReset: 'reset',
  resetPassword: 'reset',
  // Each sends a text message, which costs money.
  changePhone: 'reset',
  requestPhoneVerification: 'reset',
};

/** The same of visitors alone; whoever has an account is known by it. */
const OF_VISITORS: Readonly<Record<string, Counted>> = { submitReport: 'filing', requestUpload: 'upload' };

const ACCESS_CODE = 'accessCode';

/** How many tries of each kind an operation holds: each root field is one, under whatever alias, in whatever fragment. */
export function triesIn(counted: CountedOperation): ReadonlyMap<Counted, number> {
  const tries = new Map<Counted, number>();
  const count = (kind: Counted | undefined): void => {
    if (kind) tries.set(kind, (tries.get(kind) ?? 0) + 1);
  };
  const { document, operation, isSignedIn } = counted;
  const variables = { ...defaultsOf(operation), ...counted.variables };
  for (const field of rootFieldsOf(operation.selectionSet, fragmentsOf(document))) {
    const name = field.name.value;
    count(OF_ANYBODY[name]);
    if (!isSignedIn) count(OF_VISITORS[name]);
    if (bringsAccessCode(field, variables)) count('tracking');
  }
  return tries;
}

/** What a variable is when it is not given. */
function defaultsOf({
  variableDefinitions = [],
}: OperationDefinitionNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

function bringsAccessCode({ arguments: given = [] }: FieldNode, variables: Record<string, unknown>): boolean {
  return given.some(({ name, value }) => {
    const read = valueFromASTUntyped(value, variables);
    return name.value === ACCESS_CODE ? isGiven(read) : isObject(read) && isGiven(read[ACCESS_CODE]);
  });
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Fragments were found to be without circles, and few enough, when the document was let in and validated. */
function rootFieldsOf(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const { selectionSet } =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : (fragments.get(selection.name.value) ?? {});
    return selectionSet ? rootFieldsOf(selectionSet, fragments) : [];
  });
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
}
