import type { Viewer } from '@satu-pintu/domain-kit';
import type { Caller, GraphAnswer } from '@satu-pintu/test-kit';

/** Asks for entities the way the gateway does when another subgraph has named them. */
export function entities(
  ask: Caller,
  representations: readonly object[],
  fields: string,
  viewer: Viewer,
): Promise<GraphAnswer> {
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${fields} } }`;
  return ask(query, { representations }, viewer);
}
