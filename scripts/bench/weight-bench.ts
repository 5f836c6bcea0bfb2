import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readConfig } from '../../api/config.ts';
import { systemClock } from '../../api/deps.ts';
import { loadSample } from '../../api/imports/load-sample.ts';
import { inProject } from '../../api/project-root.ts';
import { buildServer } from '../../api/server.ts';
import type { Figure } from './figures.ts';
import { withThrowawayDatabase } from './throwaway-database.ts';

interface BuiltFile {
  file: string;
  imports?: string[];
}

/** What comes down the line: first views of the sample district with headers, styles, and scripts as built. */
export function benchWeight(): Promise<Figure[]> {
  return withThrowawayDatabase(async ({ db, url }) => {
    await loadSample({ db, clock: systemClock }, inProject('seed-data'));
    return [...(await weighPages(url)), ...weighScripts()];
  });
}

async function weighPages(databaseUrl: string): Promise<Figure[]> {
  const app = await buildServer({ config: readConfig({ SAMPLE: 'no' }), databaseUrl });
  try {
    const figures: Figure[] = [];
    for (const url of ['/', '/find?near=QX3+2AB', '/cy/find?near=QX3+2AB']) {
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
  const styles = Object.keys(manifest).filter((name) => /^web\/styles\/.*\.css$/.test(name));
  const islands = Object.keys(manifest).filter((name) => name.startsWith('web/islands/'));
  return [
    { what: 'all style, gzip', figure: weigh(...styles), budget: 12_000, unit: 'B' },
    { what: 'script on find without the map, gzip', figure: weigh('web/browser/main.ts', ...islands), budget: 12_000, unit: 'B' },
    { what: 'script of the map, gzip', figure: weigh('web/map/create-map.ts'), budget: 52_000, unit: 'B' },
  ];
}
