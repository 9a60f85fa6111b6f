import type { Appointment } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { AppointmentEntity } from './appointment.entity.js';

/** The posts that an account holds now, in a stable order. */
export async function findAppointments(
  manager: EntityManager,
  accountId: string,
): Promise<readonly Appointment[]> {
  const rows = await manager.find(AppointmentEntity, {
    where: { accountId, isActive: true },
    order: { officerId: 'ASC' },
  });
  return rows.map(({ officerId, agencyId, role }) => ({ officerId, agencyId, role }));
}
