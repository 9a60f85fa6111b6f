import { parseArgs } from 'node:util';

/** What is to be generated. */
export interface LoadOptions {
  readonly reports: number;
  /** The same seed makes the same reports. */
  readonly seed: string;
  /** They come in between these instants, and nothing happens after the second. */
  readonly from: Date;
  readonly until: Date;
  /** Fill a house that holds real reports too. */
  readonly evenAmongRealOnes: boolean;
}

const MOST = 10_000_000;
const YEARS = 5;

const HOW = `npm run load -- --reports 1400000 [--seed name] [--until 2026-11-21T00:00:00Z] [--yes]`;

/** Reads the command line; throws with the way to say it when it cannot be understood. */
export function readLoadOptions(args: readonly string[], now: Date): LoadOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      reports: { type: 'string' },
      seed: { type: 'string', default: 'national' },
      until: { type: 'string' },
      yes: { type: 'boolean', default: false },
    },
  });
  const reports = Number(values.reports);
  if (!Number.isInteger(reports) || reports < 1 || reports > MOST)
    throw new Error(`--reports must be a whole number from 1 to ${MOST}: ${HOW}`);
  const until = values.until === undefined ? now : new Date(values.until);
  if (Number.isNaN(until.getTime()) || until > now)
    throw new Error(`--until must be an instant that has come: ${HOW}`);
  const from = new Date(until);
  from.setUTCFullYear(from.getUTCFullYear() - YEARS);
  return { reports, seed: values.seed, from, until, evenAmongRealOnes: values.yes };
}
