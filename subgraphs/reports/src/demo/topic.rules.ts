import type { CategoryRow } from '../category/category.store.js';
import type { SampleRow } from './sample-row.js';

/** The topic of a row among those in use: by its name, else what is left over under the same heading, else none. */
export function topicOf(row: SampleRow, categories: readonly CategoryRow[]): CategoryRow | null {
  const heading = categories.find(
    (category) => category.parentId === null && isNamed(category, row.parentTopic),
  );
  if (!heading || heading.isLeaf) return heading ?? null;
  const below = categories.filter((category) => category.parentId === heading.id && category.isLeaf);
  return (
    below.find((category) => isNamed(category, row.topic)) ??
    below.find((category) => category.name.startsWith('Lainnya')) ??
    below[0] ??
    null
  );
}

/** The sample writes names in capitals. */
function isNamed(category: CategoryRow, name: string): boolean {
  return category.name.toUpperCase() === name.toUpperCase();
}
