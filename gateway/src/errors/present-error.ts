import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Logger, maskError } from '@satu-pintu/service-kit';

/** Turns any failure into what a client may see. */
export type PresentError = (formatted: GraphQLFormattedError, cause: unknown) => GraphQLFormattedError;

/** Errors leave through one door: public codes pass, all else becomes a correlation id; subgraphs are not named. */
export function createPresentError(logger: Logger): PresentError {
  return (formatted, cause) => maskError(withoutOrigin(formatted), cause, logger);
}

/** Presents what execution collected, which may be no GraphQL errors at all. */
export function presentAll(
  errors: readonly unknown[],
  present: PresentError,
): readonly GraphQLFormattedError[] {
  return errors.map((error) =>
    present(error instanceof GraphQLError ? error.toJSON() : { message: '' }, error),
  );
}

/** Extensions that the executor and the HTTP layer leave behind. */
const OURS_ALONE: ReadonlySet<string> = new Set(['serviceName', 'http']);

function withoutOrigin(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const extensions = Object.entries(formatted.extensions ?? {}).filter(([name]) => !OURS_ALONE.has(name));
  return { ...formatted, extensions: Object.fromEntries(extensions) };
}
