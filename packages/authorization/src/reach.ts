import { type AgencyPlace, manages, monitors } from '@satu-pintu/domain-kit';

/**
 * How far a right reaches from the agency in which it is held:
 *
 * - `OWN_AGENCY`: that agency and no other;
 * - `HOUSE`: that agency and all below it by administrative ties, which is what it manages;
 * - `BELOW_IN_HOUSE`: the same without the agency itself, for what nobody may do to the agency they stand on;
 * - `BELOW`: that agency and all below it by both ties, which is what it monitors;
 * - `COUNTRY`: every agency.
 */
export const REACHES = {
  OWN_AGENCY: (post, target) => post.path === target.path,
  HOUSE: manages,
  BELOW_IN_HOUSE: (post, target) => post.path !== target.path && manages(post, target),
  BELOW: monitors,
  COUNTRY: () => true,
} satisfies Record<string, (post: AgencyPlace, target: AgencyPlace) => boolean>;

export type Reach = keyof typeof REACHES;
