import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';
import { refusal } from '../errors/refusals.js';
import type { Asker } from '../identity/asker.js';
import { collectRequirements, type Condition, type Guarded } from './collect-requirements.js';
import type { PolicyTable } from './policy-table.js';
import { type Claimant, refusalOf } from './requirement.rules.js';

/** A validated operation, and what it is sent with. */
export interface GuardedRequest {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly asker: Asker;
}

/** What was refused to somebody. */
export interface Refused {
  /** Root field (`verifyReport`), or type and field (`Agency.officers`). */
  readonly field: string;
  /** Which right or scope was missing, as the schema names it; an account where that was it. */
  readonly missing: string;
}

/** Lets a request through, or throws what its sender is told instead of any answer. */
export type Guard = (request: GuardedRequest) => void;

/**
 * Refuses operations that ask for something for which their sender lacks the account or the post, before anything is
 * planned or fetched. It looks at the operation and its sender and never at data, so a refusal tells nothing of what
 * there is. What an operation asks is worked out once, and known as long as its document is.
 *
 * @param onRefused hears of every refusal before its sender does
 */
export function createGuard(table: PolicyTable, onRefused: (asker: Asker, refused: Refused) => void): Guard {
  const known = new WeakMap<OperationDefinitionNode, readonly Guarded[]>();
  return ({ schema, document, operation, variables, asker }) => {
    let guarded = known.get(operation);
    if (!guarded) {
      guarded = collectRequirements(schema, table, operation, fragmentsOf(document));
      known.set(operation, guarded);
    }
    if (guarded.length === 0) return;
    const claimant = claimantOf(asker);
    for (const { field, coordinate, requirement, when } of guarded) {
      const lacking = refusalOf(requirement, claimant);
      if (!lacking || !when.every((condition) => includes(condition, operation, variables))) continue;
      const { code } = lacking;
      onRefused(asker, { field: coordinate, missing: code === 'FORBIDDEN' ? lacking.missing : 'account' });
      throw code === 'UNAUTHENTICATED'
        ? refusal(code, `Sign in first: \`${field}\` is for whoever has an account.`, 401)
        : refusal(code, `\`${field}\` is for other posts than yours.`, 403);
    }
  };
}

function claimantOf({ claims }: Asker): Claimant {
  return { isSignedIn: claims !== null, roles: (claims?.appointments ?? []).map(({ role }) => role) };
}

function fragmentsOf({ definitions }: DocumentNode) {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** In doubt it counts as asked. */
function includes(
  { variable, isSkip }: Condition,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  const definition = variableDefinitions.find((each) => each.variable.name.value === variable);
  const byDefault = definition?.defaultValue && valueFromASTUntyped(definition.defaultValue);
  const value = variables[variable] === undefined ? byDefault : variables[variable];
  return value !== isSkip;
}
