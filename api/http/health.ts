import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';

/**
 * `/health/live`: the process answers. `/health/ready`: its database does too, and the directory is read into memory, which takes a large one a
 * while after the start; Meilisearch may be away without making us unready.
 */
export async function healthRoutes(app: FastifyInstance, { deps }: { deps: Deps }): Promise<void> {
  app.get('/health/live', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  });
  app.get('/health/ready', { schema: { hide: true } }, async (_request, reply) => {
    const database = await answers(() => deps.db.query('health', 'select 1'));
    const search = await searchState(deps);
    const directory = deps.embeddedIndex.lastVersion() > 0;
    // Whoever asks is not kept waiting for it.
    if (!directory) deps.embeddedIndex.version().catch(() => undefined);
    const ready = database && directory;
    reply.code(ready ? 200 : 503).header('cache-control', 'no-store');
    return {
      status: ready ? 'ok' : 'not ready',
      database: database ? 'ok' : 'away',
      directory: directory ? 'ok' : 'not read into memory yet',
      search: { index: deps.assetIndex.name, status: search },
    };
  });
}

async function searchState({ copies }: Deps): Promise<string> {
  const answering = (await Promise.all(copies.map((copy) => answers(() => copy.ping())))).filter(Boolean).length;
  if (answering === copies.length) return 'ok';
  return answering === 0 ? 'away; the embedded index answers' : `${answering} of ${copies.length} answer`;
}

async function answers(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch {
    return false;
  }
}
