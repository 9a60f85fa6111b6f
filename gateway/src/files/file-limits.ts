/** Bytes that a file may have; whoever keeps it counts again. */
export const FILE_BYTES = 20 * 2 ** 20;

/** How long the line may be silent meanwhile: an inspection takes up to 30 s, and so does the one before. */
export const SILENCE_MS = 75_000;

/** How long one may take to leave. */
export const DOWNLOAD_MS = 120_000;

/** Files on their way at once, in each direction; more are asked to come again. */
export const FILES_AT_ONCE = 32;
