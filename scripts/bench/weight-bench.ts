import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { readConfig } from '../../api/config.ts';
import { createDatabase, patientPoolSettings } from '../../api/db/database.ts';
import { startEmbeddedServer } from '../../api/db/embedded-server.ts';
import { migrate } from '../../api/db/migrator.ts';
import { systemClock } from '../../api/deps.ts';
import { loadSample } from '../../api/imports/load-sample.ts';
import { inProject } from '../../api/project-root.ts';
import { buildServer } from '../../api/server.ts';
import type { Figure } from './figures.ts';

interface BuiltFile {
  file: string;
  imports?: string[];
}

/** What comes down the line: first views of the sample district with headers, styles, and scripts as built. */
export async function benchWeight(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'open-door-bench-'));
  const server = await startEmbeddedServer({ dataDir });
  const pool = new pg.Pool(patientPoolSettings(server.url));
  pool.on('error', () => undefined);
  try {
    await migrate(server.url);
    await loadSample({ db: createDatabase(pool), clock: systemClock }, inProject('seed-data'));
    return [...(await weighPages(server.url)), ...weighScripts()];
  } finally {
    await pool.end();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function weighPages(databaseUrl: string): Promise<Figure[]> {
  const app = await buildServer({ config: readConfig({ SAMPLE: 'no' }), databaseUrl });
  try {
    const figures: Figure[] = [];
    for (const url of ['/', '/find?near=QX3+2AB']) {
      const { rawPayload, headers } = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
      const head = Object.entries(headers).reduce((bytes, [name, value]) => bytes + name.length + String(value).length + 4, 0);
      figures.push({ what: `first view of ${url}: headers, page and style`, figure: rawPayload.length + head, budget: 14_000, unit: 'B' });
    }
    return figures;
  } finally {
    await app.close();
  }
}

function weighScripts(): Figure[] {
  const manifest: Record<string, BuiltFile> = JSON.parse(readFileSync(inProject('dist', 'web', '.vite', 'manifest.json'), 'utf8'));
  const weigh = (...names: string[]) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(inProject('dist', 'web', manifest[name]?.file ?? ''))).length, 0);
  const islands = Object.keys(manifest).filter((name) => name.startsWith('web/islands/'));
  return [
    { what: 'all style, gzip', figure: weigh('web/styles/site.css'), budget: 12_000, unit: 'B' },
    { what: 'script on find without the map, gzip', figure: weigh('web/browser/main.ts', ...islands), budget: 12_000, unit: 'B' },
    { what: 'script of the map, gzip', figure: weigh('web/map/create-map.ts'), budget: 52_000, unit: 'B' },
  ];
}
