import type { buildOperationContext } from '@apollo/gateway';

/** An operation with its fragments by name. */
export type OperationContext = ReturnType<typeof buildOperationContext>;
