import pg from 'pg';
import { expect, test } from 'vitest';
import { createDatabase, poolSettings } from '../../api/db/database.ts';
import { createTestDatabase } from '../support/test-database.ts';

test('nobody is given a connection whose transaction could not be rolled back', async () => {
  const test = await createTestDatabase('empty');
  // The answer to the rollback does not come in time: the server is still asleep.
  const pool = new pg.Pool({ ...poolSettings(test.url), max: 1, query_timeout: 200 });
  pool.on('error', () => undefined);
  const db = createDatabase(pool);
  try {
    const broken = db.transaction(async (tx) => {
      await tx.query('write-fact', "insert into program_facts (name, value) values ('half', '1')");
      await tx.query('sleep', 'select pg_sleep(1)');
    });
    await expect(broken).rejects.toThrow(/timeout/);
    expect(pool.totalCount).toBe(0);
    // Whoever comes next may take their time: the machine may be busy.
    pool.options.query_timeout = undefined;
    expect(await db.query('read-facts', "select name from program_facts where name = 'half'")).toEqual([]);
  } finally {
    await pool.end();
    await test.close();
  }
});

test('a connection that was rolled back in order is kept', async () => {
  const test = await createTestDatabase('empty');
  await expect(
    test.db.transaction(async (tx) => {
      await tx.query('backend', 'select pg_backend_pid() as pid');
      throw new Error('changed our mind');
    }),
  ).rejects.toThrow('changed our mind');
  const before = await test.db.query('backend', 'select pg_backend_pid() as pid');
  await expect(test.db.transaction((tx) => tx.query('wrong', 'select no_such_column'))).rejects.toThrow();
  expect(await test.db.query('backend', 'select pg_backend_pid() as pid')).toEqual(before);
  await test.close();
});

test('readers are cut off after two seconds, and locks after half a one', async () => {
  const test = await createTestDatabase('empty');
  // The address of a test's own database asks for patience.
  const plain = new URL(test.url);
  plain.search = '';
  const pool = new pg.Pool(poolSettings(plain.href));
  pool.on('error', () => undefined);
  const limits = "select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock";
  expect(await createDatabase(pool).query('limits', limits)).toEqual([{ statement: '2s', lock: '500ms' }]);
  await pool.end();
  await test.close();
});
