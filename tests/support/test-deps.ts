import { rmSync } from 'node:fs';
import type { Deps, Log } from '../../api/deps.ts';
import { openDeps } from '../../api/open-deps.ts';
import { testClock } from './test-clock.ts';
import { createTestConfig } from './test-config.ts';
import { createTestDatabase, type Template } from './test-database.ts';

const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The real parts, on a database of the caller's own: embedded search, mail saved to a folder, the clock at TEST_NOW. Call `close` when done. */
export async function createTestDeps(template: Template = 'empty'): Promise<Deps & { url: string; close(): Promise<void> }> {
  const database = await createTestDatabase(template);
  const config = createTestConfig();
  return {
    ...openDeps(config, { db: database.db, clock: testClock, log: silentLog }),
    url: database.url,
    async close() {
      await database.close();
      rmSync(config.dataDir, { recursive: true, force: true });
    },
  };
}
