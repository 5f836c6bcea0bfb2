import { existsSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { realData } from '../support/real-data.ts';
import { classesOf, openBasemapApp, tileAt, tileOf } from './basemap-app.ts';

const tile = `/basemap/${tileAt(13, [-3.0075, 52.26])}.json`;

describe('the base map over HTTP', () => {
  it('is compressed for browsers that can read it, and plain for others', async () => {
    const app = await openBasemapApp(null);
    const [plain, compressed] = [await app.inject(tile), await app.inject({ url: tile, headers: { 'accept-encoding': 'gzip, br' } })];
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(compressed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(gunzipSync(compressed.rawPayload).equals(plain.rawPayload)).toBe(true);
  });

  it('may be kept by browsers, and says when it has not changed', async () => {
    const app = await openBasemapApp(null);
    const first = await app.inject(tile);
    expect(first.headers['cache-control']).toBe('public, max-age=86400');
    const again = await app.inject({ url: tile, headers: { 'if-none-match': String(first.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('says of its description, too, that it has not changed, whichever way the tag comes back', async () => {
    const app = await openBasemapApp(null);
    const first = await app.inject('/basemap/style.json');
    const etag = String(first.headers.etag);
    for (const held of [etag, etag.replace('W/', ''), `"older", ${etag}`, '*']) {
      const again = await app.inject({ url: '/basemap/style.json', headers: { 'if-none-match': held } });
      expect([held, again.statusCode, again.body, again.headers.etag]).toEqual([held, 304, '', etag]);
    }
    const other = await app.inject({ url: '/basemap/style.json', headers: { 'if-none-match': '"older"' } });
    expect([other.statusCode, other.json()]).toEqual([200, first.json()]);
  });

  it('gives another tag to another map', async () => {
    const versions = await Promise.all(
      [null, 'https://tiles.example.org/{z}/{x}/{y}.png'].map(
        async (source) => (await (await openBasemapApp(source)).inject('/basemap/style.json')).json().version,
      ),
    );
    expect(new Set(versions).size).toBe(2);
  });

  it('answers a problem for what is no tile', async () => {
    const app = await openBasemapApp(null);
    const answer = await app.inject('/basemap/13/99999/0.json');
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().detail).toContain('The base map has no such part');
    const elsewhere = await app.inject('/basemap/search');
    expect([elsewhere.statusCode, elsewhere.json().detail]).toEqual([
      404,
      'There is nothing at /basemap/search; /api/docs lists what there is.',
    ]);
  });
});

const trafford = realData('trafford', 'basemap');
const rutland = realData('basemap', 'rutland-2018-basemap.geojson.gz');

describe('base maps of real places', () => {
  it.skipIf(!existsSync(trafford))('draws a borough from its open data', async () => {
    const app = await openBasemapApp(trafford);
    expect(classesOf(await tileOf(app, tileAt(12, [-2.35, 53.42])))).toEqual(expect.arrayContaining(['built', 'wood', 'river', 'rail']));
    expect(
      (await tileOf(app, tileAt(12, [-2.3225, 53.4245]))).features.filter(({ class: found }) => found === 'place').map(({ name }) => name),
    ).toContain('Sale');
  });

  it.skipIf(!existsSync(rutland))('draws a county from OpenStreetMap', async () => {
    const app = await openBasemapApp(rutland);
    expect(classesOf(await tileOf(app, tileAt(14, [-0.728, 52.67])))).toEqual(
      expect.arrayContaining(['building', 'road-minor', 'road-main', 'path']),
    );
  });
});
