import { ADMIN_ROLES } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { declareSuccession } from '../succession/succession.store.js';
import type { HeldOffice, Left } from './appointment.rules.js';

/** When the last one went who ran an agency, the agency that was named takes over its open reports. */
export async function passReportsOn(
  tx: EntityManager,
  { role, agency }: HeldOffice,
  { otherAdmins, openReports, nextHolder }: Left,
  now: Date,
): Promise<void> {
  const wasLast = ADMIN_ROLES.includes(role) && otherAdmins === 0 && openReports > 0;
  if (!wasLast || !nextHolder) return;
  const succession = { agencyId: agency.id, successorId: nextHolder.id, reason: 'VACATED' } as const;
  await declareSuccession(tx, succession, now);
}
