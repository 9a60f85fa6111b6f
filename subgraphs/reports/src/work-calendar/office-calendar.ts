import { type CalendarAmendment, loadNationalCalendar, type WorkCalendar } from '@satu-pintu/calendar';
import type { EntityManager } from 'typeorm';
import { keepEdition, loadAmendmentsAfter } from './amendment.store.js';

/**
 * The working days of the country as they were amended. Each process holds them in memory, and every act looks first
 * whether another process has amended them since; while the act is under way nobody amends them.
 */
export class OfficeCalendar {
  private readonly amendments: CalendarAmendment[] = [];
  private readonly editions = new Map<number, WorkCalendar>();
  private present = loadNationalCalendar();

  get current(): WorkCalendar {
    return this.present;
  }

  /** Reads what was amended since, and keeps it so until the transaction ends. */
  async keepUp(tx: EntityManager): Promise<void> {
    if ((await keepEdition(tx)) > this.present.edition) await this.readOn(tx);
  }

  /** The calendar by which a run of a clock was counted. */
  async editionOf(edition: number, tx: EntityManager): Promise<WorkCalendar> {
    if (edition > this.present.edition) await this.readOn(tx);
    const known = this.editions.get(edition);
    if (known) return known;
    const calendar = loadNationalCalendar(this.amendments.filter(({ id }) => id <= edition));
    this.editions.set(edition, calendar);
    return calendar;
  }

  private async readOn(tx: EntityManager): Promise<void> {
    const last = this.present.edition;
    const fresh = await loadAmendmentsAfter(tx, last);
    // Two requests of one process may read the same at once.
    this.amendments.push(...fresh.filter(({ id }) => id > (this.amendments.at(-1)?.id ?? 0)));
    if ((this.amendments.at(-1)?.id ?? 0) > last) this.present = loadNationalCalendar(this.amendments);
  }
}
