import type { Appointment } from '@satu-pintu/domain-kit';
import type { DoorRefusal } from '@satu-pintu/service-kit';

/** One refusal, as it happens. */
export interface TurnedAway {
  readonly accountId: string;
  readonly post: Appointment | null;
  readonly field: string;
  readonly missing: string;
}

/** After this long without another it is told; short, so that the log has it within a second. */
export const QUIET_MS = 250;
/** What comes again within this time of the first is told together. */
export const TOGETHER_MS = 60_000;
/** Different fields of one account that are told apart within that time. */
export const MOST_FIELDS = 20;
/** Accounts that are kept in mind at once. */
export const MOST_ACCOUNTS = 1_000;
/** Stands for all further fields of an account. */
const ANY_FIELD = '*';

/** The same field, refused to the same account. */
interface Counted extends TurnedAway {
  readonly since: number;
  /** When it was refused first and last since it was told; null while there is nothing to tell. */
  untold: { readonly first: number; last: number; times: number } | null;
  wasTold: boolean;
}

/**
 * Counts refusals until they are told. Of the same field and account the first are told as soon as they pause, and all
 * that come after that within the minute together, at its end: two entries a minute at most, however fast somebody asks.
 */
export class Tally {
  private readonly accounts = new Map<string, Map<string, Counted>>();

  constructor(private readonly newId: () => string) {}

  get isEmpty(): boolean {
    return this.accounts.size === 0;
  }

  /** False when there is no room to keep it. */
  count(refused: TurnedAway, now: Date): boolean {
    const fields = this.fieldsOf(refused.accountId);
    if (!fields) return false;
    const isCounted = fields.has(refused.field) || fields.size < MOST_FIELDS;
    const what = isCounted ? refused : { ...refused, field: ANY_FIELD, missing: ANY_FIELD };
    const at = now.getTime();
    const counted = fields.get(what.field) ?? { ...what, since: at, untold: null, wasTold: false };
    counted.untold ??= { first: at, last: at, times: 0 };
    counted.untold.last = at;
    counted.untold.times += 1;
    fields.set(what.field, counted);
    return true;
  }

  /** What is to be told now; it is not given again. */
  takeDue(now: Date): readonly DoorRefusal[] {
    const at = now.getTime();
    const due: DoorRefusal[] = [];
    for (const [accountId, fields] of this.accounts) {
      for (const [field, counted] of fields) {
        const isOver = at - counted.since >= TOGETHER_MS;
        const hasPaused = !counted.wasTold && counted.untold && at - counted.untold.last >= QUIET_MS;
        if (isOver || hasPaused) due.push(...this.told(counted));
        if (isOver) fields.delete(field);
      }
      if (fields.size === 0) this.accounts.delete(accountId);
    }
    return due;
  }

  /** Everything that was not told yet. */
  takeAll(): readonly DoorRefusal[] {
    const all = [...this.accounts.values()].flatMap((fields) => [...fields.values()]);
    this.accounts.clear();
    return all.flatMap((counted) => this.told(counted));
  }

  private fieldsOf(accountId: string): Map<string, Counted> | null {
    const known = this.accounts.get(accountId);
    if (known) return known;
    if (this.accounts.size >= MOST_ACCOUNTS) return null;
    const fields = new Map<string, Counted>();
    this.accounts.set(accountId, fields);
    return fields;
  }

  private told(counted: Counted): readonly DoorRefusal[] {
    const { accountId, post, field, missing, untold } = counted;
    if (!untold) return [];
    counted.untold = null;
    counted.wasTold = true;
    const at = new Date(untold.first).toISOString();
    return [{ id: this.newId(), at, field, missing, times: untold.times, accountId, post }];
  }
}
