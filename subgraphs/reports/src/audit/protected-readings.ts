import { recordAudit } from '@satu-pintu/audit';
import type { Appointment } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';

/** Somebody outside of the house that works on it reads a report that not everybody may read. */
export interface ProtectedReading {
  readonly reportId: string;
  readonly reader: Appointment;
}

/**
 * Written before what is read is handed out: a page in one statement, an entry for each report. It concerns the reader's
 * own agency alone; who holds the report is not told who looks into it.
 */
export async function recordProtectedReadings(
  tx: EntityManager,
  readings: readonly ProtectedReading[],
  now: Date,
): Promise<void> {
  const deeds = readings.map(
    ({ reportId, reader: { role, agencyId, officerId } }) =>
      ({
        action: 'readReport',
        outcome: 'READ',
        code: null,
        actor: { kind: 'OFFICER', role, agencyId, officerId },
        subject: { kind: 'REPORT', id: reportId },
        agencyIds: [agencyId],
      }) as const,
  );
  await recordAudit(tx, now, ...deeds);
}
