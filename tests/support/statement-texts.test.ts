import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('empty');
});
afterAll(() => database.close());

test('a second text under one name is told, on whichever connection it is asked', async () => {
  const { db } = database;
  expect(await db.query('test-one-name', 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(await db.query('test-one-name', 'select 1 as one')).toEqual([{ one: 1 }]);
  await db.transaction(async (other) => {
    await expect(db.query('test-one-name', 'select 2 as one')).rejects.toThrow('Two statements are named test-one-name');
    await expect(other.query('test-one-name', 'select 2 as one')).rejects.toThrow('Two statements are named test-one-name');
  });
  expect(await db.query('test-one-name', 'select 1 as one')).toEqual([{ one: 1 }]);
});
