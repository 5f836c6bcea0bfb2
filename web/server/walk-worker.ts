import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { urlsFor } from '../urls.ts';
import { type BuiltManifest, readManifest } from './built-files.ts';

/** What the walk-about runs on; the first is the one script of every page. */
const scripts = ['web/browser/main.ts', 'web/browser/desk-islands.ts', 'web/islands/walk-about.ts', 'web/islands/leave-desk.ts'];
const styles = ['web/styles/desk.css', 'web/styles/walk.css', 'web/styles/print.css'];

/**
 * The walk-about's worker, in both languages: below `/desk`, for a worker may stand for no more than what lies beside it, and for everyone,
 * since it holds nothing of anyone and must be found whoever is signed in.
 */
export function serveWalkWorker(app: FastifyInstance, webRoot: string): void {
  const text = workerText(webRoot);
  for (const urls of [urlsFor('en'), urlsFor('cy')])
    app.get(urls.walkWorker(), (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(text),
    );
}

/** Another build is another text, by which browsers know to fetch it anew. */
function workerText(webRoot: string): string {
  const manifest = readManifest(webRoot);
  const files = [...new Set([...scripts, ...styles].flatMap((source) => filesOf(manifest, source)))];
  const code = readFileSync(join(webRoot, manifest['web/worker/walk-worker.ts']?.file ?? ''), 'utf8');
  const version = createHash('sha256').update(code).update(files.join()).digest('base64url').slice(0, 12);
  return `const walkBuild = ${JSON.stringify({ version, files })};\n${code}`;
}

/** Its own, then those that it cannot do without. What it may fetch later counts for itself. */
function filesOf(manifest: BuiltManifest, source: string): string[] {
  const built = manifest[source];
  if (!built) throw new Error(`The build has no ${source}: run "npx vite build" again.`);
  return [`/${built.file}`, ...(built.imports ?? []).flatMap((each) => filesOf(manifest, each))];
}
