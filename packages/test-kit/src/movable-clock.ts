import type { Clock } from '@satu-pintu/domain-kit';

/** A clock that stands until a test moves it. */
export class MovableClock implements Clock {
  private present: Date;

  constructor(start: string | Date) {
    this.present = new Date(start);
  }

  now(): Date {
    return new Date(this.present);
  }

  set(instant: string | Date): void {
    this.present = new Date(instant);
  }

  advanceHours(hours: number): void {
    this.present = new Date(this.present.getTime() + hours * 3_600_000);
  }
}
