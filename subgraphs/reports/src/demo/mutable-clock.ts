import type { Clock } from '@satu-pintu/domain-kit';

/** Stands at the instant of the step that is being lived through; each life has its own. */
export class MutableClock implements Clock {
  private present = new Date(0);

  now(): Date {
    return new Date(this.present);
  }

  set(instant: Date): void {
    this.present = new Date(instant);
  }
}
