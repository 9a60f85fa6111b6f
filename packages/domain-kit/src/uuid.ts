const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Is this an id that can exist? Asking PostgreSQL for anything else is an error there instead of "no such row". */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Can a text stand in a row? PostgreSQL keeps no NUL, and asking it for one is an error there as well. */
export function isStorable(text: string): boolean {
  return !text.includes('\0');
}
