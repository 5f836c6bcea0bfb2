import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildServer } from '../../api/server.ts';
import { TEST_NOW, testClock } from '../support/test-clock.ts';
import { createTestConfig } from '../support/test-config.ts';
import { createTestDatabase } from '../support/test-database.ts';

test('a letter whose turn it is goes by itself', async () => {
  const { url, db, close } = await createTestDatabase('empty');
  await db.query(
    'test-letter',
    `insert into mail_outbox (id, to_address, subject, text, next_try_at, delete_on)
     values (gen_random_uuid(), 'nobody@example.org', 'Hello', 'Hello', $1::timestamptz, '2030-01-01')`,
    [TEST_NOW],
  );
  const config = createTestConfig();
  const app = await buildServer({ config, databaseUrl: url, clock: testClock });
  await app.ready();
  await expect.poll(() => db.query('test-letters', 'select subject from mail_outbox')).toEqual([]);
  await app.close();
  await close();
  rmSync(config.dataDir, { recursive: true, force: true });
});
