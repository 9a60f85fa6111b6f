/** Bytes that a file may have as it is sent. */
export const MAX_BYTES = 20 * 2 ** 20;

/** Pixels that an image may have, in a document as well: what a decoder has to hold. */
export const MAX_PIXELS = 50_000_000;

/** Bytes that the parts of a document may unpack to, images aside. */
export const MAX_UNPACKED = 100 * 2 ** 20;

export const MAX_PAGES = 1_000;

/** What one inspection may take before it is ended from outside. */
export const INSPECTION_MS = 30_000;
export const INSPECTION_MEMORY = 1_024 * 2 ** 20;
