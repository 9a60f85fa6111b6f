import type { AgencyKind, Decision, Tie, Viewer } from '@satu-pintu/domain-kit';
import type { KeyedRequest } from '../requests/carried-out.store.js';
import type { RequestParts, RequestRefusal } from '../requests/carry-out-once.js';
import { changeTree } from './change-tree.js';
import { decideRegistration, type RegistrationRefusal } from './registration.rules.js';
import { findActiveAgency, isCodeTaken, findRegion } from './tree.query.js';

/** What the officer sends. */
export interface RegisterAgencyRequest extends KeyedRequest {
  readonly parentId: string;
  readonly code: string;
  readonly name: string;
  readonly abbreviation?: string | null | undefined;
  readonly kind: AgencyKind;
  readonly tie: Tie;
  readonly regionCode?: string | null | undefined;
}

/** Puts a new agency into the tree. */
export class RegisterAgency {
  constructor(private readonly parts: RequestParts) {}

  execute(
    request: RegisterAgencyRequest,
    viewer: Viewer,
  ): Promise<Decision<string, RegistrationRefusal | RequestRefusal>> {
    const regionCode = request.regionCode ?? null;
    return changeTree(this.parts, 'registerAgency', request, viewer, async ({ tx, posts, today }) => {
      const parent = await findActiveAgency(tx, request.parentId);
      const registration = {
        ...request,
        abbreviation: request.abbreviation ?? null,
        regionCode,
        region: regionCode === null ? null : await findRegion(tx, regionCode),
        isCodeTaken: await isCodeTaken(tx, request.code),
      };
      return decideRegistration(parent, posts, registration, today);
    });
  }
}
