const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Could this be an id at all? What is not a UUID is asked of no table. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** The ids named by an ltree path, from the root to the agency itself. */
export function idsInPath(path: string): readonly string[] {
  return path.split('.').map((label) => label.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}
