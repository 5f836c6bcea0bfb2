import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database, poolSettings } from '../../api/db/database.ts';
import { onceMore } from '../../api/db/once-more.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
let pool: pg.Pool;
let db: Database;

beforeAll(async () => {
  test = await createTestDatabase('empty');
  const url = new URL(test.url);
  url.searchParams.set('options', '-c statement_timeout=100');
  pool = new pg.Pool(poolSettings(url.href));
  db = createDatabase(pool);
});
afterAll(async () => {
  await pool.end();
  await test.close();
});

/** Of which each takes that many seconds. */
function asks(...seconds: number[]) {
  let asked = 0;
  return {
    asked: () => asked,
    ask: () => db.query('slow-answer', 'select pg_sleep($1::float8), 1 as one', [seconds[asked++]]).then((rows) => rows.length),
  };
}

it('asks again what was cut off', async () => {
  const { ask, asked } = asks(5, 0);
  expect(await onceMore(ask)).toBe(1);
  expect(asked()).toBe(2);
});

it('gives up the second time', async () => {
  const { ask, asked } = asks(5, 5, 0);
  await expect(onceMore(ask)).rejects.toMatchObject({ code: '57014' });
  expect(asked()).toBe(2);
});

it('asks nothing again that is wrong', async () => {
  let asked = 0;
  const wrong = onceMore(() => {
    asked += 1;
    return db.query('no-such-column', 'select no_such_column');
  });
  await expect(wrong).rejects.toThrow('no_such_column');
  expect(asked).toBe(1);
});
