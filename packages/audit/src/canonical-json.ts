/**
 * The one text of a JSON value: names in the order of their code units, no blanks. For what entries hold (text,
 * booleans, whole numbers, null) it is the canonical form of RFC 8785, so that a chain can be checked with other tools as well.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
