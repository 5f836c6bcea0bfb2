import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ImportTarget, openImportTarget, plainMapping } from './import-into.ts';

let target: ImportTarget;
beforeEach(async () => {
  target = await openImportTarget();
});
afterEach(() => target.close());

const header = 'id,name,about,lat,lng,postcode';
const importText = (content: string | Buffer, { name = 'clubs.csv', mapping = plainMapping as object, dry = false } = {}) =>
  target.run({ files: [target.file(name, content)], mappingPath: target.file('mapping.json', mapping), dry });

/** Line number and reason of each refused row, from the report. */
const refusals = () => {
  const path = `${target.folder}/refused.csv`;
  if (!existsSync(path)) return [];
  const rows: Record<string, string>[] = parse(readFileSync(path, 'utf8'), { columns: true });
  return rows.map((row) => [Number(row.line), row.reason] as const).sort(([one], [other]) => one - other);
};
const assets = () =>
  target.db.query<{ name: string; slug: string; summary: string; lat: number | null; version: number }>(
    'test-assets',
    'select name, slug, summary, lat, version from assets order by source_id',
    [],
  );

describe('assets from a file', () => {
  test('a database without words for kinds and topics is given them first', async () => {
    const { lines, files } = await importText(`${header}\n1,Mend and Natter,We knit.,53.42,-2.32,\n`);
    expect(lines[0]).toContain('kinds, topics');
    expect(files[0]?.counts).toMatchObject({ read: 1, added: 1, refused: 0, located: 1 });
    const [topics] = await target.db.query<{ topics: string[] }>(
      'test-topics',
      'select array_agg(topic order by topic) as topics from asset_topics',
      [],
    );
    expect(topics?.topics).toEqual(['company', 'make']);
    expect(await target.count('asset_search')).toBe(1);
    expect(await target.count('revisions')).toBe(1);
  });

  test('awkward rows are refused with their own line and a plain reason, and the rest goes in', async () => {
    const rows = [
      header, // 1
      '1,"A club, with a comma","It has ""quotes""",53.42,-2.32,', // 2
      '2,"Two', // 3: a name over two lines
      'lines",,53.43,-2.33,', // 4
      '', // 5
      '3,Swapped,,-2.34,53.44,', // 6
      '4,Nowhere,,0,0,', // 7
      '5,Far away,,48.85,2.35,', // 8
      '6,Words for numbers,,north,west,', // 9
      '7,NA,,53.45,-2.35,', // 10
      '1,Same id again,,53.46,-2.36,', // 11
      '8,Too few cells', // 12
      `9,Huge,${'x'.repeat(20_001)},53.47,-2.37,`, // 13
      ',No id,,53.48,-2.38,', // 14
      '10,!!!,,53.49,-2.39,', // 15
      '11,a club with a COMMA,,53.4201,-2.3201,', // 16: 13 m from line 2
      '12,A club with a comma,,53.50,-2.32,', // 17: 9 km away
      '13,Half a place,,53.42,NA,', // 18
      'NA,N/A,,,,', // 19
      '14,Last of all,N/A,,,', // 20
    ];
    const { files } = await importText(`\uFEFF${rows.join('\r\n')}\r\n`);
    expect(refusals()).toEqual(
      [
        [6, 'latitude and longitude are swapped (-2.34, 53.44)'],
        [7, 'lies at 0, 0: its place is not known'],
        [8, '48.85, 2.35 lies outside Britain and Ireland'],
        [9, '“north, west” is no latitude and longitude'],
        [12, 'has 2 cells where the first line has 6'],
        [13, '“about” is longer than 20000 letters'],
        [18, '“53.42, ” is no latitude and longitude'],
        [19, 'is empty'],
        [10, 'has no name'],
        [14, 'its id is missing (id)'],
        [15, 'its name “!!!” has no letter in it'],
        [11, 'its id “1” stands on line 2 already'],
        [16, 'is a duplicate of “A club, with a comma”, which is kept'],
      ].sort(([one], [other]) => Number(one) - Number(other)),
    );
    expect((await assets()).map((row) => row.name).sort()).toEqual(
      ['A club with a comma', 'A club, with a comma', 'Last of all', 'Two lines'].sort(),
    );
    expect(files[0]?.counts).toMatchObject({ added: 4, refused: 13, located: 3, unlocated: 1 });
  });

  test('the report of what was refused runs nothing in a spreadsheet', async () => {
    await importText(`${header}\n=cmd|'/c calc'!A1,=HYPERLINK("http://example.org"),@sum(1),x,y,\n`);
    const cells: string[][] = parse(readFileSync(`${target.folder}/refused.csv`, 'utf8'));
    expect(cells).toHaveLength(2);
    for (const cell of cells.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
  });

  test('a dry run tells the same figures and leaves no trace', async () => {
    await importText(`${header}\n1,Old name,,53.42,-2.32,\n2,Stays,,53.43,-2.32,\n`);
    const next = `${header}\n1,New name,,53.42,-2.32,\n2,Stays,,53.43,-2.32,\n3,Fresh,,53.44,-2.32,\n4,,,53.44,-2.32,\n`;
    const before = await target.everything();
    const rehearsed = await importText(next, { dry: true });
    expect(await target.everything()).toBe(before);
    expect(rehearsed.files[0]?.counts).toMatchObject({ added: 1, changed: 1, unchanged: 1, refused: 1 });
    const real = await importText(next);
    expect(real.files[0]?.counts).toEqual(rehearsed.files[0]?.counts);
    expect(await target.everything()).not.toBe(before);
  });

  test('a second run changes nothing but the day it was loaded', async () => {
    const text = `${header}\n${Array.from({ length: 1_200 }, (_, i) => `${i},Club ${i % 700},We knit,${(53 + i / 1e4).toFixed(4)},-2.3,`).join('\n')}\n`;
    const first = await importText(text);
    const before = await target.everything();
    const second = await importText(text);
    expect(first.files[0]?.counts).toMatchObject({ added: 1_200 });
    expect(second.files[0]?.counts).toMatchObject({ added: 0, changed: 0, unchanged: 1_200 });
    expect(await target.everything()).toBe(before);
  });

  test('a changed row becomes a new version with a revision; topics alone are a change too', async () => {
    await importText(`${header}\n1,Club,We meet,53.42,-2.32,\n2,Other,We meet,53.43,-2.32,\n`);
    const text = `${header}\n1,Club,We meet,53.42,-2.32,\n2,Other,We meet,53.43,-2.32,\n`;
    const { files } = await importText(text, { mapping: { ...plainMapping, topics: ['games'] } });
    expect(files[0]?.counts).toMatchObject({ added: 0, changed: 2 });
    expect((await assets()).map((row) => row.version)).toEqual([2, 2]);
    expect(await target.count('revisions')).toBe(4);
  });

  test('a file that is neither CSV nor GeoJSON is told by its name', async () => {
    await expect(importText('x', { name: 'clubs.xlsx' })).rejects.toThrow('clubs.xlsx: is neither .csv nor .geojson');
  });

  test('a failure in the middle leaves nothing of the file', async () => {
    await importText(`${header}\n0,Before,,53.42,-2.32,\n`);
    const before = await target.everything();
    const good = Array.from({ length: 1_500 }, (_, i) => `x${i},Club ${i},,${(53.4 + i / 1e4).toFixed(4)},-2.3,`).join('\n');
    await expect(importText(`${header}\n${good}\nlast,"never closed,53.4,-2.3,\n${'y\n'.repeat(600_000)}`)).rejects.toThrow(
      /quotation mark is opened and never closed/,
    );
    expect(await target.everything()).toBe(before);
  });

  test('a process killed in the middle leaves nothing of the file', async () => {
    const good = Array.from({ length: 600 }, (_, i) => `x${i},Club ${i},,${(53.4 + i / 1e4).toFixed(4)},-2.3,`).join('\n');
    const before = await target.everything();
    // The connection is cut from the server's side while rows are on their way: what the death of the program comes to.
    await target.db.query(
      'test-cut',
      `create function cut() returns trigger language plpgsql as $$ begin
         if (select count(*) from assets) > 400 then perform pg_terminate_backend(pg_backend_pid()); end if; return null; end $$`,
      [],
    );
    await target.db.query('test-cut-trigger', 'create trigger cut after insert on assets for each row execute function cut()', []);
    await expect(importText(`${header}\n${good}\n`)).rejects.toThrow();
    expect(await target.everything()).toBe(before);
  });

  test('a packed file is read as an open one', async () => {
    const { files } = await importText(gzipSync(`${header}\n1,Club,,53.42,-2.32,\n`), { name: 'clubs.csv.gz' });
    expect(files[0]?.counts.added).toBe(1);
  });

  test('a row without coordinates is where its postcode is, else nowhere', async () => {
    await target.db.query('test-postcode', `insert into postcodes values ('M33 7ZF', 53.424, -2.323)`, []);
    await importText(`${header}\n1,By postcode,,,,m337zf\n2,Unknown postcode,,NA,NA,M33 9ZZ\n3,Nothing,,,,\n`);
    expect((await assets()).map((row) => row.lat)).toEqual([53.424, null, null]);
  });

  test('two of one name get short names of their own and keep them', async () => {
    const text = `${header}\n1,St Mary’s Church,,53.42,-2.32,\n2,St Mary’s Church,,53.52,-2.32,\n3,كنيسة,,53.62,-2.32,\n`;
    await importText(text);
    const slugs = (await assets()).map((row) => row.slug);
    expect(slugs[0]).toBe('st-marys-church');
    expect(slugs[1]).toMatch(/^st-marys-church-[0-9a-f]{8}$/);
    expect(slugs[2]).toMatch(/^listing-[0-9a-f]{8}$/);
    await importText(text.replaceAll('Church', 'Chapel'));
    expect((await assets()).map((row) => row.slug)).toEqual(slugs);
  });

  test('a duplicate across sources is refused, naming the one that is kept', async () => {
    await importText(`${header}\n1,Davyhulme Park,,53.4560,-2.3790,\n`);
    await importText(`${header}\nA,davyhulme park,,53.4565,-2.3795,\n`, {
      mapping: { ...plainMapping, source: { slug: 'other', name: 'Other' } },
    });
    expect(refusals()).toEqual([[2, 'is a duplicate of “Davyhulme Park”, which is kept']]);
  });

  test('a polygon is represented by a point inside it, and its feature by its own line', async () => {
    // A horseshoe: its centre lies in the gap.
    const horseshoe = [
      [
        [-2.4, 53.4],
        [-2.3, 53.4],
        [-2.3, 53.5],
        [-2.32, 53.5],
        [-2.32, 53.42],
        [-2.38, 53.42],
        [-2.38, 53.5],
        [-2.4, 53.5],
        [-2.4, 53.4],
      ],
    ];
    const features = [
      { type: 'Feature', properties: { id: 'a', name: 'Horseshoe' }, geometry: { type: 'Polygon', coordinates: horseshoe } },
      { type: 'Feature', properties: { id: 'b', name: 'A line' }, geometry: { type: 'LineString', coordinates: [[0, 0]] } },
      { type: 'Feature', properties: { id: 'c', name: null, about: '} ] "' }, geometry: { type: 'Point', coordinates: [-2.3, 53.4] } },
    ];
    const text = `{"type":"FeatureCollection",\n"features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}`;
    const { point: _, ...mapping } = plainMapping;
    await importText(text, { name: 'shapes.geojson', mapping });
    expect(refusals()).toEqual([
      [4, 'is not a feature with a point or a polygon'],
      [5, 'has no name'],
    ]);
    const [row] = await target.db.query<{ lat: number; lng: number }>('test-shape', 'select lat, lng from assets', []);
    expect(row).toBeDefined();
    const inGap = row && row.lng > -2.38 && row.lng < -2.32 && row.lat > 53.42;
    expect(inGap).toBe(false);
  });

  test.each([
    ['an unknown topic', { ...plainMapping, topics: ['needlework-for-the-needy'] }, /there is no topic “needlework-for-the-needy”/],
    ['an unknown filter', { ...plainMapping, fields: { name: '{name|shiny}', summary: 'x' } }, /there is no filter “shiny”/],
    ['a key that is not ours', { ...plainMapping, topcis: [] }, /topcis/],
    ['a broken pattern', { ...plainMapping, skip: [{ when: { column: 'name', matches: '(' }, reason: 'x' }] }, /not right/],
  ])('a mapping with %s is refused before anything is read', async (_, mapping, message) => {
    await expect(importText(`${header}\n1,Club,,53.42,-2.32,\n`, { mapping })).rejects.toThrow(message);
    expect(await target.count('assets')).toBe(0);
  });

  test('text of every sort goes in as it is or is refused, and never breaks the run', async () => {
    const shared = '../shared/data/hostile-input/blns.json';
    const own = [
      '',
      '\u0000',
      'a\u0000b',
      '\ud800',
      `$\{jndi:ldap://x}`,
      "Robert'); drop table assets;--",
      '<script>alert(1)</script>',
      '\u202eevil',
      '田中さん',
      '🧶🪡',
      '"',
      '\\',
      '{name}',
      '%s%n',
      '١٢٣',
    ];
    const texts: string[] = existsSync(shared) ? [...own, ...JSON.parse(readFileSync(shared, 'utf8'))] : own;
    const rows = texts.map((text, i) =>
      [String(i), text, text, (50 + i / 500).toFixed(3), '-2.3', ''].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
    );
    const { files } = await importText(`${header}\n${rows.join('\n')}\n`);
    const { added = 0, refused = 0 } = files[0]?.counts ?? {};
    expect(added + refused).toBe(texts.length);
    expect(added).toBeGreaterThan(texts.length / 2);
    const names = (await assets()).map((row) => row.name);
    expect(names).toContain('<script>alert(1)</script>');
    expect(names).toContain('{name}');
    for (const name of names) expect(name).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});
