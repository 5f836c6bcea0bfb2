import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { startEmbeddedServer } from '../../api/db/embedded-server.ts';
import { ensureChromium } from './chromium.ts';
import { newDataFolder } from './new-data-folder.ts';
import { notTried, realMeilisearch } from './real-meilisearch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a database on the one server of this run, as a user who may make others. */
    serverUrl: string;
    /** Where a browser is; or, when `chromiumProblem` is set, nowhere. */
    chromiumPath: string;
    chromiumProblem: string;
  }
}

/** One PostgreSQL for the whole run, in a folder that is thrown away: nothing has to survive a power cut. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = newDataFolder('tests');
  const server = await startEmbeddedServer({
    dataDir,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '120' },
  });
  project.provide('serverUrl', server.url);

  process.stdout.write(
    realMeilisearch()
      ? 'Search is tried on a fake Meilisearch and on the real one of MEILI_TEST_URL.\n'
      : `Search is tried on a fake Meilisearch; it ${notTried}.\n`,
  );
  const chromium = await ensureChromium((line) => process.stdout.write(`${line}\n`));
  project.provide('chromiumPath', chromium.path);
  project.provide('chromiumProblem', chromium.problem);

  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
