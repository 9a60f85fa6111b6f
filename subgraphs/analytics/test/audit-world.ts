import { randomUUID } from 'node:crypto';
import { type AuditedDeed, type AuditEntry, writeDown } from '@satu-pintu/audit';
import type { Viewer } from '@satu-pintu/domain-kit';
import type { LoggedEvent, World } from './world.js';

/** A deed of an officer, with what the test says about it. */
export function aDeed(by: Viewer, changes: Partial<AuditedDeed> = {}): AuditedDeed {
  const [post] = by.appointments;
  if (!post) throw new Error('Only officers do this.');
  return {
    action: 'verifyReport',
    outcome: 'ACCEPTED',
    code: null,
    actor: { kind: 'OFFICER', ...post },
    subject: { kind: 'REPORT', id: randomUUID() },
    agencyIds: [post.agencyId],
    ...changes,
  };
}

/** The event that a producer would have relayed. */
export function recorded(deed: AuditedDeed, at: Date): LoggedEvent {
  const id = randomUUID();
  return { id, type: 'audit.recorded', aggregateId: id, version: 1, payload: writeDown(deed, at) };
}

/** What a list gave. */
export interface Listed {
  readonly id: string;
  readonly at: string;
  readonly isDayOnly: boolean;
  readonly action: string;
  readonly outcome: AuditEntry['outcome'];
  readonly refusal: string | null;
  readonly actor: {
    readonly kind: string;
    readonly officer: { readonly id: string } | null;
    readonly agency: { readonly id: string } | null;
    readonly accountOfTheDay: string | null;
  };
  readonly subject: { readonly kind: string; readonly id: string; readonly report: object | null } | null;
}

export interface Trail {
  readonly nodes: readonly Listed[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const TRAIL = /* GraphQL */ `
  query ($filter: AuditFilter, $first: Int! = 100, $after: ID) {
    auditTrail(filter: $filter, first: $first, after: $after) {
      nodes {
        id
        at
        isDayOnly
        action
        outcome
        refusal
        actor {
          kind
          officer {
            id
          }
          agency {
            id
          }
          accountOfTheDay
        }
        subject {
          kind
          id
          report {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

/** Reads the trail as somebody. */
export async function trailOf(world: World, viewer: Viewer, variables: object = {}): Promise<Trail> {
  const { data, errors } = await world.ask(TRAIL, { ...variables }, viewer);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data?.auditTrail as Trail;
}
