import { COUNTED, type Counted } from './counted-tries.rules.js';

/** How many of each a network may try in an hour. */
export type HourlyLimits = Readonly<Record<Counted, number>>;

/** A network may be a village, or all customers of a provider; more than these come from programs. */
const LIMITS: HourlyLimits = { signIn: 100, signUp: 30, reset: 20, tracking: 300, filing: 60, upload: 120 };

/** The limits, some of them replaced: `signIn=200`. */
export function readHourlyLimits(changes: readonly string[]): HourlyLimits {
  const changed = changes.map((change) => {
    const [, name = '', number = ''] = /^(\w+)=(\d{1,9})$/.exec(change) ?? [];
    const kind = COUNTED.find((counted) => counted === name);
    if (kind === undefined) throw new Error(`VISITOR_LIMITS holds something that is no limit: "${change}".`);
    return [kind, Number(number)] as const;
  });
  return { ...LIMITS, ...Object.fromEntries(changed) };
}
