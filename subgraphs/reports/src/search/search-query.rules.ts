import { accept, type Decision, type InvalidInput, readText } from '@satu-pintu/domain-kit';

const QUERY = { field: 'query', min: 2, max: 200, mayHoldMasks: true };

/** The words that somebody looks for; null when they look for none. What the words mean, the database says. */
export function readSearchQuery(query: string | null | undefined): Decision<string | null, InvalidInput> {
  return query === null || query === undefined ? accept(null) : readText(query, QUERY);
}
