import { rmSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../api/deps.ts';
import { openDeps } from '../../api/open-deps.ts';
import { buildServer, type ServerOptions } from '../../api/server.ts';
import { testClock } from './test-clock.ts';
import { createTestConfig } from './test-config.ts';
import { createTestDatabase, type Template } from './test-database.ts';

export interface TestApp {
  app: FastifyInstance;
  /** For looking behind the answers: the same database, through a pool of its own. */
  deps: Deps;
  /** Of the database. */
  databaseUrl: string;
  close(): Promise<void>;
}

/**
 * The whole server, API and pages, for `app.inject` or `app.listen({ port: 0 })`. Letters that wait are a test's own to look at: none goes
 * by itself while it does, but those that are sent at once. Call `close` when done.
 */
export async function createTestApp(
  template: Template = 'sample',
  env: Record<string, string> = {},
  { clock = testClock, ...options }: Pick<ServerOptions, 'clock' | 'logger' | 'bodyWithinMs' | 'searchLimitMs'> = {},
): Promise<TestApp> {
  const database = await createTestDatabase(template);
  const config = createTestConfig(env);
  const app = await buildServer({
    ...{ config, databaseUrl: database.url, clock, busyGraceMs: Number.POSITIVE_INFINITY, sendsWaitingMail: false },
    ...options,
  });
  await app.ready();
  return {
    app,
    databaseUrl: database.url,
    deps: openDeps(config, { db: database.db, clock, log: app.log }),
    async close() {
      await app.close();
      await database.close();
      rmSync(config.dataDir, { recursive: true, force: true });
    },
  };
}
