import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@satu-pintu/test-kit';
import { createAnalyticsDatabase, printSchema } from '../src/index.js';
import { freshDatabase } from './world.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(() => database.drop());

describe('The analytics schema', () => {
  it('has in the database exactly what the entities describe', async () => {
    const owner = await createAnalyticsDatabase(database.ownerUrl('analytics')).initialize();
    try {
      const { upQueries } = await owner.driver.createSchemaBuilder().log();
      expect(upQueries.map((query) => query.query)).toEqual([]);
    } finally {
      await owner.destroy();
    }
  });

  it('can be changed by its owner alone', async () => {
    const app = await createAnalyticsDatabase(database.appUrl('analytics')).initialize();
    try {
      await expect(app.query('create table analytics.intruder ()')).rejects.toThrow(/permission denied/);
      await expect(app.query('alter table report_count add column stray int')).rejects.toThrow(
        /must be owner/,
      );
    } finally {
      await app.destroy();
    }
  });

  it('is committed as it is served', async () => {
    const committed = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8');
    expect(committed).toBe(printSchema());
  });
});
