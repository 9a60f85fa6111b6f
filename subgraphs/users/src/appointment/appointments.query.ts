import type { Appointment } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { AppointmentEntity } from './appointment.entity.js';

/** The posts that an account holds now, in a stable order. */
export async function findAppointments(
  manager: EntityManager,
  accountId: string,
): Promise<readonly Appointment[]> {
  return read(manager, accountId);
}

/**
 * The same for a token that is about to be issued: they stay as they are until the transaction ends. What changes after
 * that is revoked after the token was issued, and so the token with it.
 */
export async function holdAppointments(
  tx: EntityManager,
  accountId: string,
): Promise<readonly Appointment[]> {
  return read(tx, accountId, { mode: 'pessimistic_read' });
}

async function read(
  manager: EntityManager,
  accountId: string,
  lock?: { readonly mode: 'pessimistic_read' },
): Promise<readonly Appointment[]> {
  const rows = await manager.find(AppointmentEntity, {
    where: { accountId, isActive: true },
    order: { officerId: 'ASC' },
    ...(lock && { lock }),
  });
  return rows.map(({ officerId, agencyId, role }) => ({ officerId, agencyId, role }));
}
