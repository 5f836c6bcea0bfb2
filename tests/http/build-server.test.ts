import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildServer } from '../../api/server.ts';
import { createTestConfig } from '../support/test-config.ts';
import { createTestDatabase } from '../support/test-database.ts';

test('a base map that cannot be read stops the start, and leaves nothing at work on the database', async () => {
  const database = await createTestDatabase('empty');
  const { dataDir } = createTestConfig();
  const map = join(dataDir, 'map.geojson');
  writeFileSync(map, 'no map');
  const config = createTestConfig({ DATA_DIR: dataDir, BASEMAP_SOURCE: map });
  await expect(buildServer({ config, databaseUrl: database.url })).rejects.toThrow();
  const others = 'select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
  await expect.poll(() => database.db.query('others', others)).toEqual([{ n: 0 }]);
  // Nor does it begin later.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await database.db.query('others', others)).toEqual([{ n: 0 }]);
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});
