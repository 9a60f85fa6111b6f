import type { AgencyKind, OfficerRole, Tie } from '@satu-pintu/domain-kit';

/** Payload of every `agency.*` event: the agency as it is after the change. */
export interface AgencySnapshot {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly parentId: string | null;
  readonly tie: Tie;
  /** ltree paths, see `AgencyPlace`. */
  readonly path: string;
  readonly housePath: string;
  /** Kemendagri code of the region it serves, null for a national one. */
  readonly regionCode: string | null;
  /** IANA zone of its seat: Asia/Jakarta, Asia/Makassar or Asia/Jayapura. */
  readonly timeZone: string;
  readonly isActive: boolean;
}

/** Payload of every `officer.*` event: the post as it is after the change. */
export interface OfficerSnapshot {
  readonly id: string;
  readonly agencyId: string;
  readonly role: OfficerRole;
  readonly isActive: boolean;
  /**
   * Account of a demonstration officer; null for everybody else, whose account is known to users alone. Only users reads
   * it.
   */
  readonly accountId: string | null;
  /** How the person takes the post up, in the event that invites them. Only users reads it. */
  readonly invitation?: {
    /** SHA-256 of the one-time code, base64url. */
    readonly codeHash: string;
    /** ISO 8601 in UTC. */
    readonly expiresAt: string;
  };
  /** True in the event that takes the second factor away from whoever holds the post. Only users reads it. */
  readonly isSecondFactorReset?: true;
}

/** Payload of `post.taken-up`: somebody has accepted the invitation and can sign in for the post; who, users keeps. */
export interface PostTakenUp {
  readonly officerId: string;
}

/** Payload of `succession.declared`: one agency takes over the open reports of another one. */
export interface Succession {
  readonly agencyId: string;
  readonly successorId: string;
  /** It ended, or nobody is left who runs it. */
  readonly reason: 'ENDED' | 'VACATED';
}

/** Payload of every `report.*` event: the facts of the report after the change, without any text or person. */
export interface ReportFacts {
  readonly reportId: string;
  readonly trackingId: string;
  readonly state: string;
  readonly requestedType: string;
  /** Null until verification. */
  readonly type: string | null;
  readonly categoryId: string | null;
  readonly regionCode: string | null;
  readonly holderAgencyId: string;
  readonly channel: string;
  readonly isAnonymous: boolean;
  readonly isSecret: boolean;
  /** May the public read it? Absent in events from before it could be hidden by hand. */
  readonly isPublished?: boolean;
  /** Instants are ISO 8601 in UTC; null where it has not happened. */
  readonly submittedAt: string;
  readonly dispatchedAt: string | null;
  readonly firstFollowUpAt: string | null;
  readonly firstFollowUpDueAt: string | null;
  readonly respondedAt: string | null;
  readonly resolutionDueAt: string | null;
  /**
   * First due instant of the resolution that passed, while the agency still owes something. It stays when the report is
   * put into a class with more time. Absent in events from before it was told.
   */
  readonly resolutionBreachedAt?: string | null;
  readonly closedAt: string | null;
  readonly closeReason: string | null;
  readonly dispositions: number;
  readonly returns: number;
  /** Only on what time did (a breach, a reminder, an escalation): the clock that it is about. */
  readonly clock?: string;
  /** Only on `report.escalated`: the agency that is told. */
  readonly toAgencyId?: string;
  /**
   * Only on acts that concern them too: the reports merged into this one, at most 1,000. Never on a secret or hidden
   * report, which their reporters cannot read.
   */
  readonly followers?: readonly { readonly reportId: string; readonly trackingId: string }[];
  /** Only on `report.submitted` by a signed-in reporter: the account id, sealed for the vault. */
  readonly reporterSeal?: string;
}
