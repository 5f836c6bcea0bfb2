import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { StartError } from '../../api/errors.ts';
import { classesOf, collection, folderOf, line, openBasemapApp, square, tileAt, tileOf } from './basemap-app.ts';

describe('a base map drawn from GeoJSON', () => {
  it('is the sample district when nothing is set', async () => {
    const app = await openBasemapApp(null);
    const style = (await app.inject('/basemap/style.json')).json();
    expect(style).toMatchObject({ kind: 'vector', credit: '' });
    const tile = await tileOf(app, tileAt(13, [-3.0075, 52.26]));
    expect(classesOf(tile)).toEqual(expect.arrayContaining(['land', 'water', 'road-minor', 'road-main']));
    const town = await tileOf(app, tileAt(11, [-3.0072, 52.2684]));
    expect(town.features).toContainEqual(expect.objectContaining({ class: 'place', type: 'point', name: 'Aberhaven', big: true }));
  });

  it('cuts features into tiles of flat whole-number coordinates, in drawing order', async () => {
    const file = join(
      folderOf({ 'a.geojson': collection(line({ class: 'road-main', name: 'High Street' }), square({ class: 'park' })) }),
      'a.geojson',
    );
    const tile = await tileOf(await openBasemapApp(file), tileAt(14));
    expect(classesOf(tile)).toEqual(['park', 'road-main']);
    expect(tile.features.flatMap(({ rings }) => rings.flat()).every(Number.isInteger)).toBe(true);
    expect(tile.features.at(-1)).toMatchObject({ type: 'line', name: 'High Street' });
  });

  it('reads a folder of plain and compressed files, their class from the file name', async () => {
    const folder = folderOf({
      'town_watercourses.geojson': `\uFEFF${collection(line({ name: 'Brook' }))}`,
      'town_woodland.geojson.gz': gzipSync(collection(square({}))),
      'town_built_up_areas.geojson': collection(square({})),
      'town_bus_routes.geojson': collection(line({})),
      'readme.txt': 'not a map',
    });
    const tile = await tileOf(await openBasemapApp(folder), tileAt(14));
    expect(classesOf(tile)).toEqual(['built', 'wood', 'river']);
  });

  it('understands the tags of OpenStreetMap', async () => {
    const file = collection(
      line({ highway: 'residential' }),
      line({ highway: 'trunk' }),
      line({ highway: 'footway' }),
      line({ railway: 'abandoned' }),
      line({ waterway: 'stream' }),
      square({ natural: 'water' }),
      square({ landuse: 'forest' }),
      square({ building: 'yes' }),
    );
    const tile = await tileOf(await openBasemapApp(join(folderOf({ 'a.geojson': file }), 'a.geojson')), tileAt(14));
    expect(classesOf(tile)).toEqual(['wood', 'water', 'river', 'building', 'path', 'road-minor', 'road-main']);
  });

  it('writes the name of an area once, and only where there is room for it', async () => {
    const app = await openBasemapApp(
      join(
        folderOf({ 'a.geojson': collection(square({ class: 'park', name: 'Abbey Meadows', name_cy: 'Dolydd yr Abaty' })) }),
        'a.geojson',
      ),
    );
    const names = async (zoom: number) => (await tileOf(app, tileAt(zoom, [-0.17, 51.61]))).features.filter(({ type }) => type === 'point');
    expect(await names(9)).toEqual([]);
    expect(await names(14)).toEqual([expect.objectContaining({ class: 'park', name: 'Abbey Meadows', name_cy: 'Dolydd yr Abaty' })]);
  });

  it('leaves lanes, footpaths and buildings out of tiles of a whole county', async () => {
    const file = collection(
      line({ class: 'road-minor' }),
      line({ class: 'path' }),
      square({ class: 'building' }),
      line({ class: 'road-main' }),
    );
    const app = await openBasemapApp(join(folderOf({ 'a.geojson': file }), 'a.geojson'));
    expect(classesOf(await tileOf(app, tileAt(9)))).toEqual(['road-main']);
    expect(classesOf(await tileOf(app, tileAt(14)))).toEqual(['building', 'path', 'road-minor', 'road-main']);
  });

  it('answers an empty tile where nothing is drawn', async () => {
    const app = await openBasemapApp(join(folderOf({ 'a.geojson': collection(square({ class: 'park' })) }), 'a.geojson'));
    expect((await tileOf(app, '14/0/0')).features).toEqual([]);
  });

  it.each([
    ['a file that is not there', () => '/nowhere/map.geojson', /is not there/],
    ['a folder without maps', () => folderOf({ 'readme.txt': '' }), /no \.geojson/],
    ['text that is not JSON', () => join(folderOf({ 'a.geojson': '{' }), 'a.geojson'), /cannot be read as GeoJSON/],
    ['JSON that is not GeoJSON', () => join(folderOf({ 'a.geojson': '[]' }), 'a.geojson'), /not a GeoJSON FeatureCollection/],
    ['a broken archive', () => join(folderOf({ 'a.geojson.gz': 'plain' }), 'a.geojson.gz'), /cannot be read as GeoJSON/],
    ['nothing to draw', () => join(folderOf({ 'a.geojson': collection(square({})) }), 'a.geojson'), /holds nothing that can be drawn/],
    ['metres instead of degrees', () => join(folderOf({ 'a.geojson': collection(inMetres()) }), 'a.geojson'), /not in degrees/],
    ['another kind of file', () => join(folderOf({ 'a.shp': '' }), 'a.shp'), /not a kind we read/],
  ])('says in one sentence what is wrong with %s, at start', async (_what, path, sentence) => {
    const opening = openBasemapApp(path());
    await expect(opening).rejects.toBeInstanceOf(StartError);
    await expect(opening).rejects.toThrow(sentence);
  });
});

function inMetres() {
  return {
    type: 'Feature',
    properties: { class: 'river' },
    geometry: {
      type: 'LineString',
      coordinates: [
        [378_000, 394_000],
        [379_000, 395_000],
      ],
    },
  };
}
