import pg from 'pg';
import { it } from 'vitest';
import { readConfig } from '../../../api/config.ts';
import { createDatabase, patientPoolSettings } from '../../../api/db/database.ts';
import { openDatabaseServer } from '../../../api/db/database-server.ts';
import { createEmbeddedIndex } from '../../../api/search/embedded/embedded-index.ts';
import { createMeilisearchIndex } from '../../../api/search/meilisearch/meilisearch-index.ts';
import { metresBetween } from '../../../api/search/nearness.ts';
import { rebuildIndexes } from '../../../api/search/rebuild-index.ts';
import { watchSynonyms } from '../../../api/search/synonyms.ts';
import { createTestDeps } from '../../support/test-deps.ts';
import { noFilters } from '../asked.ts';

const qs = (process.env.QS ?? 'choir').split('|');
it('x', { timeout: 120_000 }, async () => {
  const synonyms = watchSynonyms();
  const real = process.env.REAL === '1';
  let db: any;
  let close = async () => {};
  if (real) {
    const server = await openDatabaseServer(readConfig({ DATA_DIR: '/tmp/srch/data' }), () => {});
    const pool = new pg.Pool(patientPoolSettings(server.url));
    db = createDatabase(pool);
    close = async () => {
      await pool.end();
      await server.stop();
    };
  } else {
    const d = await createTestDeps('sample');
    db = d.db;
    close = d.close;
  }
  const e = createEmbeddedIndex(db, synonyms);
  const m = createMeilisearchIndex({ url: 'http://127.0.0.1:7712', key: 'testkeytestkeytest', synonyms });
  if (process.env.REBUILD)
    await rebuildIndexes({
      db,
      clock: { now: () => (real ? new Date() : new Date('2026-11-23T09:00:00Z')) },
      assetIndex: m,
      embeddedIndex: e,
    });
  const near = process.env.NEAR
    ? { point: { lat: Number(process.env.NEAR.split(',')[0]), lng: Number(process.env.NEAR.split(',')[1]) }, radiusMetres: null }
    : null;
  for (const q of qs)
    for (const index of process.env.BOTH ? [e, m] : [e]) {
      const a = await index.search({ text: q, filters: { ...noFilters, near }, sort: 'relevance', offset: 0, limit: 12 });
      const rows = await db.query('probe', 'select id, document from asset_search where id = any($1::text[])', [a.ids]);
      console.log(
        `## ${index.name} ${q}: ${a.total}\n` +
          a.ids
            .map((id) => {
              const d = rows.find((r: any) => r.id === id)?.document;
              return `   ${d.tier ? 'S ' : ''}${d.name} [${d.topics}] ${near && d.point ? Math.round(metresBetween(near.point, d.point)) : ''}`;
            })
            .join('\n'),
      );
    }
  await close();
});
