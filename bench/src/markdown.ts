/** A table whose first column is text and whose others are figures. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = headings.map((_, column) => (column === 0 ? '---' : '---:'));
  return [headings, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function verdict(isMet: boolean): string {
  return isMet ? 'target met' : 'target missed';
}
