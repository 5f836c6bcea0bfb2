import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
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
    const app = await buildServer({ config: readConfig({ SAMPLE: 'no' }), databaseUrl: url });
    try {
      const find = (await app.inject({ url: '/find?near=QX3+2AB' })).body;
      return [...(await weighPages(app)), ...weighStyles(), ...weighScripts(['web/browser/main.ts', ...islandsOf(find)])];
    } finally {
      await app.close();
    }
  });
}

async function weighPages(app: FastifyInstance): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const url of ['/', '/find?near=QX3+2AB', '/cy/find?near=QX3+2AB']) {
    const { rawPayload, headers } = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
    const head = Object.entries(headers).reduce((bytes, [name, value]) => bytes + name.length + String(value).length + 4, 0);
    figures.push({ what: `first view of ${url}: headers, page and style`, figure: rawPayload.length + head, budget: 14_000, unit: 'B' });
  }
  return figures;
}

const manifest: Record<string, BuiltFile> = JSON.parse(readFileSync(inProject('dist', 'web', '.vite', 'manifest.json'), 'utf8'));
const sheets = Object.keys(manifest).filter((name) => /^web\/styles\/.*\.css$/.test(name));
/** Only for those who sign in. */
const isOfDesk = (name: string) => /\/(desk|runs|checks|today)[^/]*\.css$/.test(name);

const weighStyles = (): Figure[] => [
  { what: 'all style of the public pages, gzip', figure: weigh(sheets.filter((name) => !isOfDesk(name))), budget: 12_000, unit: 'B' },
  { what: 'all style of the desk, gzip', figure: weigh(sheets.filter(isOfDesk)), budget: 12_000, unit: 'B' },
];

/** The map is fetched when it is asked for, beside what is there already. */
const weighScripts = (first: string[]): Figure[] => [
  { what: 'script on find without the map, gzip', figure: weigh(first), budget: 12_000, unit: 'B' },
  { what: 'script of the map, gzip', figure: weigh([...first, 'web/map/create-map.ts']) - weigh(first), budget: 52_000, unit: 'B' },
];

/** Those with a file of their own; the others came with the first script. */
const islandsOf = (page: string) =>
  [...page.matchAll(/data-island="([a-z-]+)"/g)].map(([, name]) => `web/islands/${name}.ts`).filter((name) => name in manifest);

/** With everything that these files need to start. */
const weigh = (names: string[]): number =>
  [...new Set(names.flatMap(filesOf))].reduce(
    (sum, file) => sum + gzipSync(readFileSync(inProject('dist', 'web', file)), { level: 9 }).length,
    0,
  );

function filesOf(name: string): string[] {
  const built = manifest[name];
  if (!built) throw new Error(`Nothing was built from ${name}.`);
  return [built.file, ...(built.imports ?? []).flatMap(filesOf)];
}
