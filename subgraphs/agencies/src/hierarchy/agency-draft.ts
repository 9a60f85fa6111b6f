import type { AgencyKind, Tie } from '@satu-pintu/domain-kit';

/** Code of the root of the tree. */
export const NATIONAL_DESK_CODE = 'NASIONAL';

/** Zone of agencies that serve the whole country. */
export const NATIONAL_TIME_ZONE = 'Asia/Jakarta';

/** An agency as the facts describe it, before it has its place in the tree. */
export interface AgencyDraft {
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly kind: AgencyKind;
  readonly parentCode: string | null;
  readonly tie: Tie;
  readonly regionCode: string | null;
  readonly timeZone: string;
  /** First and last day (`YYYY-MM-DD`, inclusive); null where open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly successorCode: string | null;
  readonly isVerified: boolean;
  /** True when an officer has ended it, whatever its days say. */
  readonly hasEnded?: boolean;
  /** File of the row it comes from. */
  readonly source: string;
}

/** The root: it receives what nobody else is competent for, and watches over all. */
export const NATIONAL_DESK: AgencyDraft = {
  code: NATIONAL_DESK_CODE,
  name: 'Pengelola Nasional SP4N-LAPOR!',
  abbreviation: 'SP4N-LAPOR!',
  kind: 'NATIONAL_DESK',
  parentCode: null,
  tie: 'SUPERVISORY',
  regionCode: null,
  timeZone: NATIONAL_TIME_ZONE,
  validFrom: null,
  validTo: null,
  successorCode: null,
  isVerified: true,
  source: 'the tree itself',
};
