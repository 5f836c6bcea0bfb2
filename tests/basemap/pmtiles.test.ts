import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StartError } from '../../api/errors.ts';
import { realData } from '../support/real-data.ts';
import { classesOf, folderOf, openBasemapApp, tileOf } from './basemap-app.ts';
import { pmtilesFile, vectorTile } from './pmtiles-file.ts';

const square: [number, number][] = [
  [0, 0],
  [2000, 0],
  [2000, 2000],
  [0, 2000],
];
const way: [number, number][] = [
  [0, 100],
  [4096, 200],
];

const archive = (bytes: Uint8Array) => join(folderOf({ 'map.pmtiles': bytes }), 'map.pmtiles');

describe('a base map from a PMTiles archive', () => {
  it('decodes vector tiles of Protomaps’ layers into our classes', async () => {
    const bytes = vectorTile({
      roads: [
        { type: 2, properties: { kind: 'major_road', name: 'High Street' }, points: way },
        { type: 2, properties: { kind: 'path' }, points: way },
        { type: 2, properties: { kind: 'ferry' }, points: way },
      ],
      water: [
        { type: 3, properties: { kind: 'lake' }, points: square },
        { type: 2, properties: { kind: 'stream' }, points: way },
      ],
      landuse: [{ type: 3, properties: { kind: 'park' }, points: square }],
      places: [
        { type: 1, properties: { kind: 'locality', kind_detail: 'town', name: 'Oakham', 'name:cy': 'Tre’r Dderwen' }, points: [[50, 60]] },
      ],
      pois: [{ type: 1, properties: { kind: 'cafe', name: 'Not drawn' }, points: [[50, 60]] }],
    });
    const app = await openBasemapApp(archive(pmtilesFile([{ z: 3, x: 3, y: 2, bytes }], { tileType: 1, gzipped: true })), '© Somebody');
    expect((await app.inject('/basemap/style.json')).json()).toMatchObject({
      kind: 'vector',
      credit: '© Somebody',
      minZoom: 3,
      maxZoom: 3,
      bounds: [-1, 51, 1, 53],
    });
    const tile = await tileOf(app, '3/3/2');
    expect(classesOf(tile)).toEqual(['park', 'water', 'river', 'path', 'road-main', 'place']);
    expect(tile.features.find((feature) => feature.class === 'road-main')).toEqual({
      class: 'road-main',
      type: 'line',
      rings: [[0, 100, 4096, 200]],
      name: 'High Street',
    });
    expect(tile.features.at(-1)).toMatchObject({ type: 'point', name: 'Oakham', name_cy: 'Tre’r Dderwen', big: true });
  });

  it('decodes OpenMapTiles’ layers too', async () => {
    const bytes = vectorTile({
      transportation: [
        { type: 2, properties: { class: 'minor' }, points: way },
        { type: 2, properties: { class: 'rail' }, points: way },
      ],
      landcover: [{ type: 3, properties: { class: 'wood' }, points: square }],
      waterway: [{ type: 2, properties: { class: 'river' }, points: way }],
      building: [{ type: 3, properties: {}, points: square }],
    });
    const app = await openBasemapApp(archive(pmtilesFile([{ z: 0, x: 0, y: 0, bytes }], { tileType: 1, gzipped: false })));
    expect(classesOf(await tileOf(app, '0/0/0'))).toEqual(['wood', 'river', 'building', 'rail', 'road-minor']);
  });

  it('finds each of several tiles', async () => {
    const tiles = [
      { z: 2, x: 0, y: 0, kind: 'water' },
      { z: 2, x: 3, y: 1, kind: 'roads' },
      { z: 1, x: 1, y: 1, kind: 'buildings' },
    ].map(({ kind, ...at }) => ({
      ...at,
      bytes: vectorTile({ [kind]: [{ type: kind === 'roads' ? 2 : 3, properties: {}, points: square }] }),
    }));
    const app = await openBasemapApp(archive(pmtilesFile(tiles, { tileType: 1, gzipped: true })));
    expect(classesOf(await tileOf(app, '2/0/0'))).toEqual(['water']);
    expect(classesOf(await tileOf(app, '2/3/1'))).toEqual(['road-minor']);
    expect(classesOf(await tileOf(app, '1/1/1'))).toEqual(['building']);
    expect((await app.inject('/basemap/2/1/1.json')).statusCode).toBe(204);
  });

  it('passes pictures through as they are', async () => {
    const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64');
    const app = await openBasemapApp(archive(pmtilesFile([{ z: 0, x: 0, y: 0, bytes: picture }], { tileType: 2, gzipped: false })));
    expect((await app.inject('/basemap/style.json')).json()).toMatchObject({ kind: 'raster' });
    const tile = await app.inject('/basemap/0/0/0.img');
    expect(tile.headers['content-type']).toBe('image/png');
    expect(tile.rawPayload.equals(picture)).toBe(true);
  });

  it.each([
    ['a file that is not there', () => '/nowhere/map.pmtiles', /is not there/],
    ['a file of another kind', () => archive(Buffer.from('hello, this is no archive at all'.repeat(10))), /not a PMTiles archive/],
    ['an empty file', () => archive(Buffer.alloc(0)), /not a PMTiles archive/],
    [
      'tiles of an unknown kind',
      () => archive(pmtilesFile([{ z: 0, x: 0, y: 0, bytes: Buffer.from('x') }], { tileType: 0, gzipped: false })),
      /kind of tile that we do not read/,
    ],
  ])('says in one sentence what is wrong with %s, at start', async (_what, path, sentence) => {
    const opening = openBasemapApp(path());
    await expect(opening).rejects.toBeInstanceOf(StartError);
    await expect(opening).rejects.toThrow(sentence);
  });

  const fixture = realData('basemap', 'pmtiles-test_fixture_1.pmtiles');
  it.skipIf(!existsSync(fixture))('opens an archive that others made', async () => {
    const app = await openBasemapApp(fixture);
    expect((await app.inject('/basemap/style.json')).json()).toMatchObject({ kind: 'vector', minZoom: 0, maxZoom: 0 });
    expect((await app.inject('/basemap/0/0/0.json')).statusCode).toBe(200);
  });
});
