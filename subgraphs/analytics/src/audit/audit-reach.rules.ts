import { POLICY, type Post, type Right } from '@satu-pintu/authorization';
import type { Viewer } from '@satu-pintu/domain-kit';

/** How far a viewer reads the audit log: the whole country, or what concerns agencies managed from these. */
export type AuditReach =
  { readonly kind: 'COUNTRY' } | { readonly kind: 'HOUSES'; readonly agencyIds: readonly string[] };

const READ_AUDIT: Right = POLICY.READ_AUDIT;

/** The reach of all posts together; of nobody in particular it is no house at all. */
export function auditReachOf({ appointments }: Pick<Viewer, 'appointments'>): AuditReach {
  const reaching = (reach: Right[Post['role']]) =>
    appointments.filter(({ role }) => READ_AUDIT[role] === reach);
  if (reaching('COUNTRY').length > 0) return { kind: 'COUNTRY' };
  return { kind: 'HOUSES', agencyIds: reaching('HOUSE').map(({ agencyId }) => agencyId) };
}
