import type { Viewer } from '@satu-pintu/domain-kit';
import type { Caller } from '@satu-pintu/test-kit';
import { act, type Submitted } from './acts.js';
import { coordinatorBandung, worksOfficer } from './people.js';
import { agencyId } from './small-tree.js';

export const ANSWER = { kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal pada tanggal 9 Juli.' };

const DRAFT = /* GraphQL */ `
  query ($id: ID!) {
    report(trackingId: $id) {
      answerDraft {
        id
        version
        state
        kind
        body
        outcome
        promisedDate
        memoRef
        agency {
          id
        }
        author {
          id
        }
        createdAt
        changedAt
        steps {
          version
          act
          role
          officer {
            id
          }
          body
          reason
        }
      }
    }
  }
`;

/** An open draft as its reader is told. */
export interface SeenDraft {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly body: string;
  readonly steps: readonly object[];
}

/** The draft that a viewer sees on a report; null where they see none. */
export async function draftSeenBy(ask: Caller, report: Submitted, viewer: Viewer): Promise<SeenDraft | null> {
  const { data, errors } = await ask(DRAFT, { id: report.trackingId }, viewer);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return (data as { report: { answerDraft: SeenDraft | null } | null }).report?.answerDraft ?? null;
}

/** What a mutation needs to name the draft that is open on a report. */
export async function named(ask: Caller, report: Submitted): Promise<Named> {
  const draft = await draftSeenBy(ask, report, coordinatorBandung);
  if (!draft) throw new Error('There is no draft.');
  return { reportId: report.id, draftId: draft.id, draftVersion: draft.version };
}

export interface Named {
  readonly reportId: string;
  readonly draftId: string;
  readonly draftVersion: number;
}

/** Drafts an answer, and tells how the draft is named. */
export async function drafted(
  ask: Caller,
  report: Submitted,
  changes: object = {},
  viewer: Viewer = worksOfficer,
): Promise<Named> {
  const outcome = await act(ask, 'draftAnswer', { reportId: report.id, ...ANSWER, ...changes }, viewer);
  if (outcome.__typename !== 'DraftAnswerSuccess') throw new Error(JSON.stringify(outcome));
  return named(ask, report);
}

const SET_POLICY = /* GraphQL */ `
  mutation ($input: SetAnswerPolicyInput!) {
    outcome: setAnswerPolicy(input: $input) {
      __typename
      ... on Problem {
        code
        message
      }
      ... on SetAnswerPolicySuccess {
        agency {
          id
          answerPolicy {
            requiresApproval
            decidedBy {
              id
            }
          }
        }
      }
    }
  }
`;

/** Decides whether answers of an agency need approval. */
export async function setPolicy(
  ask: Caller,
  code: string,
  requiresApproval: boolean,
  viewer: Viewer = coordinatorBandung,
): Promise<{ readonly __typename: string; readonly agency?: object }> {
  const input = { agencyId: code.includes('-') ? code : agencyId(code), requiresApproval };
  const { data, errors } = await ask(SET_POLICY, { input }, viewer);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return (data as { outcome: { readonly __typename: string } }).outcome;
}
