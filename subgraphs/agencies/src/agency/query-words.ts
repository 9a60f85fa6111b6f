import { readText } from '@satu-pintu/domain-kit';
import { badUserInput } from '@satu-pintu/service-kit';

const LONGEST_QUERY = 100;

/** The words of `filter.query`; none when nothing is looked for. */
export function readWords(query: string | null): readonly string[] {
  if (query === null) return [];
  const text = readText(query, { field: 'query', max: LONGEST_QUERY, mayHoldMasks: true });
  if (!text.ok) throw badUserInput('`filter.query` must be a readable text of 1 to 100 characters.');
  return text.value.split(/\s+/);
}

/**
 * Patterns for `like`, the longest word first. A trigram index serves `like`, not `like all`: by the longest word few
 * rows are found, and the others are checked on them.
 */
export function patternsOf(words: readonly string[]): {
  readonly longest: string;
  readonly others: readonly string[];
} {
  const [longest = '', ...others] = words.toSorted((one, other) => other.length - one.length);
  return { longest: containing(longest), others: others.map(containing) };
}

function containing(word: string): string {
  return `%${word.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
}
