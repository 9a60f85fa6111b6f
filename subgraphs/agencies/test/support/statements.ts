import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';

/** A statement and its parameters. */
export type Statement = readonly [sql: string, parameters: readonly unknown[]];

/** What the consumers of `held-reports/` and `appointments/` and the jobs of `imports/` and `new-day/` ask on their own, whoever asks anything else. */
const OF_THE_BACKGROUND = /\b(?:consumer_cursor|inbox|into held_report|from import)\b/;

/** What the service asked the database while something was done, but for its background work. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const query = jest.spyOn(DataSource.prototype, 'query');
  try {
    await work();
    return query.mock.calls
      .map(([sql, parameters]): Statement => [sql, (parameters ?? []) as unknown[]])
      .filter(([sql]) => !OF_THE_BACKGROUND.test(sql));
  } finally {
    query.mockRestore();
  }
}
