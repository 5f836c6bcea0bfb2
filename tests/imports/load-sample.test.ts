import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSample } from '../../api/imports/load-sample.ts';
import { inProject } from '../../api/project-root.ts';
import { TEST_NOW } from '../support/test-clock.ts';
import { type ImportTarget, openImportTarget } from './import-into.ts';

let target: ImportTarget;
let folder: string;

beforeAll(async () => {
  target = await openImportTarget('sample');
  folder = join(target.folder, 'seed-data');
  cpSync(inProject('seed-data'), folder, { recursive: true });
});
afterAll(() => target.close());

const load = (now: Date = TEST_NOW) => loadSample({ db: target.db, clock: { now: () => now } }, folder);
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
const standing = async () => {
  const rows = await target.db.query<{ kept: string }>(
    'test-standing',
    `select string_agg(line, E'\\n' order by line) as kept from (
       select to_jsonb(a)::text as line from assets a union all select to_jsonb(v)::text from venues v union all select to_jsonb(s)::text from sessions s
       union all select to_jsonb(x)::text from session_exceptions x union all select to_jsonb(t)::text from asset_topics t
       union all select to_jsonb(r)::text from area_versions r union all select to_jsonb(g)::text from gifts g union all select to_jsonb(p)::text from places p
       union all select (to_jsonb(o) - 'outbox')::text from occurrences o union all select to_jsonb(v)::text from revisions v) every`,
    [],
  );
  return rows[0]?.kept;
};

describe('the sample district', () => {
  test('every listing has an area, a gift keeps its contact to itself, and dates are to come', async () => {
    const [counts] = await target.db.query<Record<string, number>>(
      'test-sample-counts',
      `select (select count(*)::int from areas) as areas, (select count(*)::int from assets) as assets,
         (select count(*)::int from assets where area_id is null) as homeless,
         (select count(*)::int from assets where kind = 'people' and (contact_phone is not null or contact_email is not null)) as told,
         (select count(*)::int from assets a where kind = 'people' and not exists (select 1 from gifts g where g.asset_id = a.id)) as ungifted,
         (select count(*)::int from events where starts_on < '2026-11-23') as past,
         (select count(*)::int from coordinators) as coordinators, (select count(distinct kind)::int from assets) as kinds`,
      [],
    );
    expect(counts).toMatchObject({ areas: 6, coordinators: 8, kinds: 6, homeless: 0, told: 0, ungifted: 0, past: 0 });
    expect(counts?.assets).toBeGreaterThanOrEqual(350);
  });

  test('"the second coming date" is a date on which the session would have been held', async () => {
    const rows = await target.db.query<{ on_date: string; change: string }>(
      'test-exceptions',
      'select on_date, change from session_exceptions',
      [],
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row.on_date >= '2026-11-23').toBe(true);
    const [lost] = await target.db.query<{ lost: number }>(
      'test-lost-cancellations',
      `select count(*)::int as lost from session_exceptions x
       where change = 'cancelled' and not exists (
         select 1 from occurrences o where o.session_id = x.session_id and o.local_date = x.on_date and o.status = 'cancelled')
         and x.on_date < date '2026-11-23' + 100`,
      [],
    );
    expect(lost?.lost).toBe(0);
  });

  test('loaded again at the same moment it changes nothing', async () => {
    const before = await standing();
    await load();
    expect(await standing()).toBe(before);
  });

  test('loaded again after an edit it changes what differs and removes what is gone', async () => {
    const [gone] = await target.db.query<{ slug: string; id: string }>(
      'test-victim',
      `select slug, id from assets a where kind = 'group' and not exists (select 1 from events e where e.asset_id = a.id) and area_id = (select id from areas where slug = 'marches') order by slug limit 1`,
      [],
    );
    const file = join('assets', 'marches.json');
    edit(file, (text) => {
      const json = JSON.parse(text);
      json.assets = json.assets.filter((asset: { slug: string }) => asset.slug !== gone?.slug);
      json.assets[0].name = 'A name nobody had';
      return JSON.stringify(json);
    });
    expect(gone).toBeDefined();
    const before = await target.count('assets');
    const revisions = await target.count('revisions');
    await load();
    expect(await target.count('assets')).toBe(before - 1);
    expect(await target.count('revisions')).toBe(revisions + 1);
    const [left] = await target.db.query<{ left: number }>(
      'test-left',
      `select (select count(*) from asset_search where id = 'asset-' || $1::text)::int as left`,
      [gone?.id],
    );
    expect(left?.left).toBe(0);
  });

  test('a mistake in a file is told with file and entry, and nothing is loaded', async () => {
    const before = await target.everything();
    const whole = readFileSync(join(folder, 'assets', 'marches.json'), 'utf8');
    edit(join('assets', 'marches.json'), (text) => {
      const json = JSON.parse(text);
      json.assets[1].venue = 'nowhere-hall';
      json.assets[2].kindd = 'group';
      return JSON.stringify(json);
    });
    const { assets } = JSON.parse(whole);
    await expect(load()).rejects.toThrow(`assets/marches.json, assets, "${assets[2].slug}": Unrecognized key: "kindd"`);
    edit(join('assets', 'marches.json'), (text) => text.replace('"kindd":"group",', '').replace(',"kindd":"group"', ''));
    await expect(load()).rejects.toThrow(`assets/marches.json, assets, "${assets[1].slug}": there is no venue "nowhere-hall"`);
    expect(await target.everything()).toBe(before);
    writeFileSync(join(folder, 'assets', 'marches.json'), whole);
  });

  test('a link that could run something, and a key of the district that nobody reads, are mistakes too', async () => {
    const file = join('assets', 'marches.json');
    const whole = readFileSync(join(folder, file), 'utf8');
    edit(file, (text) => {
      const json = JSON.parse(text);
      json.assets[0].contact = { web: 'javascript:alert(1)' };
      return JSON.stringify(json);
    });
    await expect(load()).rejects.toThrow('contact.web: use a web address that begins with https://');
    writeFileSync(join(folder, file), whole);
    edit('district.json', (text) => JSON.stringify({ ...JSON.parse(text), zoom: 13 }));
    await expect(load()).rejects.toThrow('district.json: Unrecognized key: "zoom"');
  });
});
