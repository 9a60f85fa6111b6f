import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import type { Named } from '../requests/audited-request.js';
import type { KeyedRequest } from '../requests/carried-out.store.js';
import {
  carryOutOnce,
  type OpenedRequest,
  type RequestParts,
  type RequestRefusal,
} from '../requests/carry-out-once.js';
import type { Invitation } from './invitation.js';

/** What a change of a post came to. */
export interface ChangedPost {
  readonly officerId: string;
  /** Told once and to the sender alone; null where nobody was invited, or the same request was carried out before. */
  readonly invitation: Invitation | null;
}

/** The way of every change of a post. */
export function changePosts<Refused extends { readonly kind: string }>(
  parts: RequestParts,
  act: string,
  request: KeyedRequest & Named,
  viewer: Viewer,
  change: (opened: OpenedRequest) => Promise<Decision<ChangedPost, Refused>>,
): Promise<Decision<ChangedPost, Refused | RequestRefusal>> {
  return carryOutOnce(parts, act, request, viewer, {
    change,
    subjectOf: ({ officerId }) => officerId,
    again: (officerId) => ({ officerId, invitation: null }),
  });
}
