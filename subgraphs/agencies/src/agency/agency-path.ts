/** The ids named by an ltree path, from the root to the agency itself. */
export function idsInPath(path: string): readonly string[] {
  return path.split('.').map((label) => label.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}
