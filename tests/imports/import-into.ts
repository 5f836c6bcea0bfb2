import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase, type Database, patientPoolSettings } from '../../api/db/database.ts';
import { type ImportOptions, type ImportSummary, runImport } from '../../api/imports/run-import.ts';
import { testClock } from '../support/test-clock.ts';
import { createTestDatabase, type Template } from '../support/test-database.ts';

export interface ImportTarget {
  db: Database;
  url: string;
  folder: string;
  /** Writes a file into the folder and answers its path. */
  file(name: string, content: string | Buffer | object): string;
  run(options: Partial<ImportOptions>): Promise<ImportSummary & { lines: string[] }>;
  count(table: Table): Promise<number>;
  /** Everything that an import may write, to be compared with what stands later. */
  everything(): Promise<string>;
  close(): Promise<void>;
}

const tables = [
  'assets',
  'venues',
  'areas',
  'area_versions',
  'signposts',
  'postcodes',
  'places',
  'revisions',
  'asset_topics',
  'sources',
  'asset_search',
  'outbox',
  'sessions',
] as const;
export type Table = (typeof tables)[number];

/** A database of its own with a folder for files, as the import script has them. */
export async function openImportTarget(template: Template = 'empty'): Promise<ImportTarget> {
  const database = await createTestDatabase(template);
  const pool = new pg.Pool(patientPoolSettings(database.url));
  // `end` resolves before the sockets have closed; dropping the database then cuts them.
  pool.on('error', () => undefined);
  const db = createDatabase(pool);
  const folder = mkdtempSync(join(tmpdir(), 'open-door-import-'));
  const rowsOf = (table: Table) =>
    db.query<{ row: unknown }>(`test-rows-${table}`, `select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`, []);
  return {
    db,
    url: database.url,
    folder,
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
      return path;
    },
    async run(options) {
      const lines: string[] = [];
      const all = { dry: false, keepSample: false, reportPath: join(folder, 'refused.csv'), ...options };
      const summary = await runImport({ db, clock: testClock }, all, { line: (line) => lines.push(line), progress: () => undefined });
      return { ...summary, lines };
    },
    count: async (table) => (await rowsOf(table)).length,
    everything: async () => JSON.stringify(await Promise.all(tables.map(rowsOf))),
    async close() {
      await pool.end();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The mapping that most tests need: a name, a summary, coordinates or a postcode. */
export const plainMapping = {
  makes: 'assets',
  source: { slug: 'test-clubs', name: 'Test clubs', credit: null },
  kind: 'group',
  id: ['id'],
  topics: ['company', { when: { words: ['knit*'], in: ['name', 'about'] }, topics: ['make'] }],
  point: { lat: 'lat', lng: 'lng' },
  postcode: 'postcode',
  fields: { name: '{name}', summary: ['{about}', 'A group by the name of {name}.'] },
};
