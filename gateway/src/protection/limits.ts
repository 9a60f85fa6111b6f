/** The most one operation may ask; the same over HTTP and WebSocket. */
export interface OperationLimits {
  /** Tokens of the document's text. */
  readonly tokens: number;
  /** Fields and inline fragments after every fragment has been put in the place where it is used. */
  readonly selections: number;
  /** Levels of fields below the operation. */
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
}

/**
 * The query planner can be held for seconds by a kilobyte of reused fragments, so what it would see is counted before
 * it sees it.
 */
export const OPERATION_LIMITS: OperationLimits = {
  tokens: 2_000,
  selections: 500,
  depth: 12,
  aliases: 15,
  rootFields: 10,
  directives: 20,
};

/** Bytes of an HTTP body. */
export const BODY_LIMIT = 100 * 2 ** 10;

/** Where files are sent, to reports and to agencies; everything there may take its time. */
export const UPLOADS = ['/files/uploads/', '/files/imports/'] as const;

/** How long a file may take to arrive and be looked into: 20 MB over a village's network, and its turn. */
export const UPLOAD_MS = 180_000;
