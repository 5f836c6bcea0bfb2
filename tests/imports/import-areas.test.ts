import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ImportTarget, openImportTarget, plainMapping } from './import-into.ts';

let target: ImportTarget;
beforeEach(async () => {
  target = await openImportTarget();
});
afterEach(() => target.close());

const square = (west: number) => [
  [
    [west, 53],
    [west + 1, 53],
    [west + 1, 54],
    [west, 54],
    [west, 53],
  ],
];
const ward = (code: string, name: string, coordinates: number[][][]) => ({
  type: 'Feature',
  properties: { code, name },
  geometry: { type: 'Polygon', coordinates },
});
const areasMapping = { makes: 'areas', source: { slug: 'wards', name: 'Wards' }, id: ['code'], fields: { name: '{name}' } };
const importWards = (features: object[]) =>
  target.run({
    files: [target.file('wards.geojson', { type: 'FeatureCollection', features })],
    mappingPath: target.file('wards.json', areasMapping),
  });
const importPeople = (text: string, as: string) => {
  const mapping = { makes: 'population', source: { slug: 'people', name: 'People' }, areas: 'wards', id: ['code'], population: 'all', as };
  return target.run({ files: [target.file('people.csv', text)], mappingPath: target.file('people.json', mapping) });
};
const versions = () =>
  target.db.query('test-versions', 'select starts_on, ends_on, west, population from area_versions order by starts_on, west', []);
const aYearAgo = () => target.db.query('test-age', `update area_versions set starts_on = '2025-11-23'`, []);

describe('areas from a file', () => {
  test('a new boundary ends the one that stood, and keeps its people', async () => {
    await importWards([ward('A', 'North', square(-3))]);
    await importPeople('code,all\nA,"9,876"\n', 'Census');
    await aYearAgo();
    const { files } = await importWards([ward('A', 'North', square(-4))]);
    expect(files[0]?.counts).toMatchObject({ added: 0, changed: 1 });
    expect(await versions()).toEqual([
      { starts_on: '2025-11-23', ends_on: '2026-11-23', west: -3, population: 9_876 },
      { starts_on: '2026-11-23', ends_on: null, west: -4, population: 9_876 },
    ]);
  });

  test('a new count of people begins a version of its own; the same count does not', async () => {
    await importWards([ward('A', 'North', square(-3))]);
    await importPeople('code,all\nA,100\n', 'Census');
    await aYearAgo();
    expect((await importPeople('code,all\nA,100\n', 'Census')).files[0]?.counts).toMatchObject({ changed: 0, unchanged: 1 });
    expect((await importPeople('code,all\nA,120\n', 'Estimate')).files[0]?.counts).toMatchObject({ changed: 1 });
    expect(await versions()).toEqual([
      { starts_on: '2025-11-23', ends_on: '2026-11-23', west: -3, population: 100 },
      { starts_on: '2026-11-23', ends_on: null, west: -3, population: 120 },
    ]);
  });

  test('people of an area that is not here, or in words, are refused', async () => {
    await importWards([ward('A', 'North', square(-3))]);
    const { files, reasons } = await importPeople('code,all\nB,100\nA,many\nA,-4\n', 'Census');
    expect(files[0]?.counts).toMatchObject({ changed: 0, refused: 3 });
    expect(reasons.map(({ reason }) => reason)).toContain('is for an area that is not here');
  });

  test('assets that stand already move to the area that they lie in, and the search hears of it', async () => {
    await target.run({
      files: [target.file('clubs.csv', 'id,name,about,lat,lng,postcode\n1,Club,,53.5,-2.5,\n')],
      mappingPath: target.file('mapping.json', plainMapping),
    });
    const outbox = await target.count('outbox');
    await importWards([ward('A', 'North', square(-3))]);
    const [row] = await target.db.query('test-area', 'select r.slug from assets a join areas r on r.id = a.area_id', []);
    expect(row).toEqual({ slug: 'north' });
    expect(await target.count('outbox')).toBeGreaterThan(outbox);
  });

  test('an asset that a boundary moves, and an area with a new count of people, has a revision of it', async () => {
    const madeBy = () => target.db.query('test-revisions', 'select subject_type, made_by from revisions order by id', []);
    await target.run({
      files: [target.file('clubs.csv', 'id,name,about,lat,lng,postcode\n1,Club,,53.5,-2.5,\n')],
      mappingPath: target.file('mapping.json', plainMapping),
    });
    await importWards([ward('A', 'North', square(-3))]);
    await importPeople('code,all\nA,100\n', 'Census');
    await importPeople('code,all\nA,100\n', 'Census');
    expect(await madeBy()).toEqual([
      { subject_type: 'asset', made_by: 'import:test-clubs' },
      { subject_type: 'area', made_by: 'import:wards' },
      { subject_type: 'asset', made_by: 'import:wards' },
      { subject_type: 'area', made_by: 'import:people' },
    ]);
    const [moved] = await target.db.query<{ kept: boolean }>(
      'test-moved',
      `select v.snapshot ->> 'area_id' = a.area_id::text as kept from revisions v join assets a on a.id = v.subject_id order by v.id desc limit 1`,
      [],
    );
    expect(moved?.kept).toBe(true);
  });

  test('a signpost for everywhere is found in an area that came after it, and an asset under its area’s new name', async () => {
    const mapping = {
      makes: 'signposts',
      source: { slug: 'lines', name: 'Lines' },
      id: ['name'],
      fields: { name: '{name}', summary: 'Somebody listens.' },
    };
    await target.run({
      files: [target.file('lines.csv', 'name\nA line\n')],
      mappingPath: target.file('lines.json', mapping),
    });
    await target.run({
      files: [target.file('clubs.csv', 'id,name,about,lat,lng,postcode\n1,Club,,53.5,-2.5,\n')],
      mappingPath: target.file('mapping.json', plainMapping),
    });
    const areasOf = async () =>
      (await target.db.query<{ areas: string[] }>('test-search-areas', `select areas from asset_search where id like 'signpost-%'`, []))[0]
        ?.areas;
    expect(await areasOf()).toEqual([]);
    await importWards([ward('A', 'North', square(-3)), ward('B', 'South', square(-1))]);
    expect(await areasOf()).toEqual(['north', 'south']);
    await importWards([ward('A', 'Quillfeather', square(-3)), ward('B', 'South', square(-1))]);
    const [row] = await target.db.query<{ said: string }>(
      'test-said',
      `select document::text as said from asset_search where id like 'asset-%'`,
      [],
    );
    expect(row?.said).toMatch(/quillfeather/i);
  });

  test('a point, an outline of two corners and an id that stands already are refused', async () => {
    const { files } = await importWards([
      ward('A', 'North', square(-3)),
      ward('A', 'Again', square(-2)),
      ward('B', 'Thin', [
        [
          [0, 53],
          [1, 53],
          [0, 53],
        ],
      ]),
      { type: 'Feature', properties: { code: 'C', name: 'Dot' }, geometry: { type: 'Point', coordinates: [0, 53] } },
    ]);
    expect(files[0]?.counts).toMatchObject({ added: 1, refused: 3 });
  });
});

describe('postcodes from a file', () => {
  const importCodes = (text: string, point: object, extra: object = {}) => {
    const mapping = { makes: 'postcodes', source: { slug: 'codes', name: 'Codes' }, postcode: 'pc', point, ...extra };
    return target.run({ files: [target.file('codes.csv', text)], mappingPath: target.file('codes.json', mapping) });
  };

  test('are written as people write them, and moved when the file has moved them', async () => {
    const text = 'pc,lat,long\nM337ZF,53.424,-2.323\nCM77 8JJ,51.88,0.56\nnot one,51,0\nM33 7ZG,,\n';
    const first = await importCodes(text, { lat: 'lat', lng: 'long' });
    expect(first.files[0]?.counts).toMatchObject({ added: 2, refused: 2 });
    const second = await importCodes(text.replace('53.424', '53.425'), { lat: 'lat', lng: 'long' });
    expect(second.files[0]?.counts).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect(await target.db.query('test-codes', 'select postcode, lat from postcodes order by 1', [])).toEqual([
      { postcode: 'CM77 8JJ', lat: 51.88 },
      { postcode: 'M33 7ZF', lat: 53.425 },
    ]);
  });

  test('come from a file without a header on the British grid too', async () => {
    const { files } = await importCodes(
      '"M337ZF",10,378500,391500\n',
      { easting: 'e', northing: 'n' },
      { format: { type: 'csv', columns: ['pc', 'quality', 'e', 'n'] } },
    );
    expect(files[0]?.counts).toMatchObject({ added: 1 });
  });
});
