import type { Viewer } from '@satu-pintu/domain-kit';
import type { Caller } from '@satu-pintu/test-kit';
import { stranger } from './people.js';

const SEARCH = /* GraphQL */ `
  query ($filter: ReportFilter, $after: ID, $first: Int!, $orderBy: ReportOrder!) {
    reports(filter: $filter, after: $after, first: $first, orderBy: $orderBy) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

interface Answer {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Ids of all reports that a viewer's filter finds, in order, read page by page. */
export async function found(
  ask: Caller,
  filter: object,
  viewer: Viewer = stranger,
  { first = 100, orderBy = 'NEWEST' }: { readonly first?: number; readonly orderBy?: string } = {},
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data, errors } = await ask(SEARCH, { filter, after, first, orderBy }, viewer);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const { nodes, pageInfo } = (data as { reports: Answer }).reports;
    ids.push(...nodes.map(({ id }) => id));
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  return ids;
}
