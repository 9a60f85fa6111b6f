import type { Effort } from '../measure/compare.js';

/** One operation to be measured. */
export interface Operation {
  /** What it is called in the results. */
  readonly name: string;
  readonly query: string;
  readonly effort: Effort;
}

/** What a citizen's page of reports shows. */
const PAGE: Operation = {
  name: 'A page of 20 reports',
  query: `query Page {
    reports(first: 20) {
      nodes {
        trackingId title state type publishedAt
        category { name }
        agency { name }
        region { name }
        latestFollowUp { kind createdAt author { ... on Agency { name } ... on Officer { officer: name title } } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  effort: { warmUp: 1_000, rounds: 6, requests: 400, concurrency: 8 },
};

/** Whole files of reports, with everybody who had a hand in them: every subgraph, several times. */
const FILES: Operation = {
  name: 'The whole files of 30 reports',
  query: `query Files {
    reports(first: 30) {
      nodes {
        trackingId title body state type requestedType submittedAt publishedAt isAnonymous
        category { name }
        agency {
          name kind region { name } parent { name counts { open overdue } } counts { open overdue light }
        }
        handler { name title role }
        region { name level parent { name } }
        reporter { displayName isMe }
        clocks { kind state startedAt dueAt }
        dispositions { seq act at isBinding from { name } to { name } suggestedAgency { name } }
        history { act state role at reason agency { name kind } officer { name title } }
        followUps(first: 3) {
          nodes { kind body createdAt author { ... on Agency { name } ... on Officer { officer: name title } } }
        }
        latestFollowUp { kind body author { ... on Agency { name } ... on Officer { officer: name title } } }
      }
    }
    agencies(first: 10) { nodes { name kind counts { open light } } }
  }`,
  effort: { warmUp: 150, rounds: 6, requests: 80, concurrency: 8 },
};

/** All that is measured. */
export const OPERATIONS: readonly Operation[] = [PAGE, FILES];
