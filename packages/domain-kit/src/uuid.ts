const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Is this an id that can exist? Asking PostgreSQL for anything else is an error there instead of "no such row". */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
