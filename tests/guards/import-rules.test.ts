import { describe, expect, test } from 'vitest';
import { brokenImports } from './import-rules.ts';
import { importsOf, readCode } from './source-files.ts';

test('everything imports only what it may', () => {
  expect(brokenImports(readCode().flatMap(importsOf))).toEqual([]);
});

describe('the import guard', () => {
  const broken = (path: string, text: string) => brokenImports(importsOf({ path, text })).map((line) => line.replace(/^.*: /, ''));

  test.each([
    ['api/contract/asset.ts', "import { foldText } from '../search/fold-text.ts';", 'the contract imports zod and itself, nothing else'],
    [
      'api/assets/asset-rules.ts',
      "import pg from 'pg';",
      'rules, presenters and the index document decide without database, web server, settings or machine',
    ],
    [
      'api/assets/present-asset.ts',
      "import { readFileSync } from 'node:fs';",
      'rules, presenters and the index document decide without database, web server, settings or machine',
    ],
    [
      'api/areas/area-queries.ts',
      "import { searchAssets } from '../assets/search-assets.ts';",
      'queries know the database and their own slice',
    ],
    ['api/areas/find-area.ts', "import { assetById } from '../assets/asset-queries.ts';", 'nobody uses the queries of another slice'],
    ['api/areas/find-area.ts', "import type { FastifyInstance } from 'fastify';", 'use cases know no web server'],
    ['api/assets/routes.ts', "import { assetById } from './asset-queries.ts';", 'routes only hand over to use cases'],
    [
      'api/search/embedded/embedded-index.ts',
      "import { presentAsset } from '../../assets/present-asset.ts';",
      'a search adapter knows the port and its client, no slice',
    ],
    ['api/app.ts', "import { Meilisearch } from 'meilisearch';", 'only ^api\\/search\\/meilisearch\\/ may import meilisearch'],
    ['web/islands/asset-map.tsx', "const leaflet = await import('leaflet');", 'only ^web\\/map\\/ may import leaflet'],
    ['api/assets/find-asset.ts', "import { urls } from '../../web/urls.ts';", 'only server.ts joins API and pages'],
    ['web/pages/find.tsx', "import type { Deps } from '../../api/deps.ts';", 'pages know the contract and no more of the API'],
    [
      'web/islands/search-box.tsx',
      "import { z } from 'zod';",
      'what runs in the browser takes types of the contract, and nothing of the server',
    ],
    [
      'web/browser/main.ts',
      "import { home } from '../pages/home.tsx';",
      'what runs in the browser takes types of the contract, and nothing of the server',
    ],
    ['api/main.ts', "import '../scripts/import.ts';", 'nobody imports a script but another script, and the tests of the bench'],
    ['api/main.ts', "export { createTestApp } from '../tests/support/test-app.ts';", 'nobody imports a test but another test'],
  ])('catches %s with %s', (path, text, rule) => {
    expect(broken(path, text)).toContain(rule);
  });

  test.each([
    [
      'api/areas/area-queries.ts',
      "import type { Queryable } from '../db/database.ts';\nimport type { AssetKind } from '../contract/vocabulary.ts';",
    ],
    ['api/assets/present-asset.ts', "import type { AssetRow } from './asset-queries.ts';"],
    ['api/assets/routes.ts', "import type { FastifyInstance } from 'fastify';\nimport { findAsset } from './find-asset.ts';"],
    [
      'web/islands/search-box.tsx',
      "import type { Listing } from '../../api/contract/listing.ts';\nimport { type A, type B } from '../../api/contract/area.ts';",
    ],
    ['web/map/create-map.ts', "import leaflet from 'leaflet';"],
  ])('lets %s be', (path, text) => {
    expect(broken(path, text)).toEqual([]);
  });

  test('sees imports over several lines and through import()', () => {
    const text =
      "import {\n  a,\n  type B,\n} from './b.ts';\nimport './c.css';\nconst d = await import('../d.ts');\nimport {\n  type E,\n} from 'e/part';";
    expect(importsOf({ path: 'web/pages/a.ts', text })).toEqual([
      { from: 'web/pages/a.ts', target: 'web/pages/b.ts', typeOnly: false },
      { from: 'web/pages/a.ts', target: 'web/pages/c.css', typeOnly: false },
      { from: 'web/pages/a.ts', target: 'e', typeOnly: true },
      { from: 'web/pages/a.ts', target: 'web/d.ts', typeOnly: false },
    ]);
  });
});
