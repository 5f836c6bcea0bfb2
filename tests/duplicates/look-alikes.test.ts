import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAsset } from '../../api/assets/save-asset.ts';
import type { AssetState } from '../../api/contract/asset-state.ts';
import { compareChanged } from '../../api/duplicates/compare-changed.ts';
import { findLookAlikes, type LookedFor } from '../../api/duplicates/find-look-alikes.ts';
import { waitingLines } from '../../api/duplicates/known-look-alike-queries.ts';
import { listLookAlikePairs } from '../../api/duplicates/list-look-alike-pairs.ts';
import { sayNotSame, unsayNotSame } from '../../api/duplicates/say-not-same.ts';
import { assetState } from '../assets/asset-state-fixture.ts';
import { createTestDeps } from '../support/test-deps.ts';

let deps: Awaited<ReturnType<typeof createTestDeps>>;
let area: string;
let venue: { id: string; lat: number; lng: number };
const by = { accountId: null, name: 'coordinator' };
const hill = { lat: 52.2512, lng: -3.0081 };

beforeAll(async () => {
  deps = await createTestDeps('sample');
  const [found] = await deps.db.query<{ id: string }>('area', `select id from areas where slug = 'abbey-and-riverside'`);
  area = found?.id ?? '';
  const [hall] = await deps.db.query<typeof venue>('hall', 'select id, lat, lng from venues where lat is not null order by slug limit 1');
  if (hall) venue = hall;
});
afterAll(() => deps.close());

const add = (given: Partial<AssetState>) =>
  deps.db.transaction((tx) => saveAsset(tx, deps.clock.now(), { state: assetState({ area_id: area, ...given }), by, of: null }));
const change = (of: { id: string; version: number }, given: Partial<AssetState>) =>
  deps.db.transaction((tx) => saveAsset(tx, deps.clock.now(), { state: assetState({ area_id: area, ...given }), by, of }));
const look = (given: Partial<LookedFor>) =>
  findLookAlikes(deps, { name: 'Nothing like it', venueId: null, point: null, phone: null, web: null, ...given });
const found = async (given: Partial<LookedFor>) => (await look(given)).map(({ listing, likenesses }) => [listing.name, ...likenesses]);

describe('what is around already', () => {
  it('is found by a name said a little differently, and it is said why', async () => {
    expect(await found({ name: 'Mend & Natter' })).toEqual([['Mend and Natter', 'same-name']]);
    expect(await found({ name: 'Mend and Nater' })).toEqual([['Mend and Natter', 'misspelt-name']]);
    expect(await found({ name: 'Volcano watchers' })).toEqual([]);
  });

  it('is found by the same hall or telephone or web address where the name is only somewhat alike', async () => {
    await add({
      name: 'Riverside Ukulele Players',
      venue_id: venue.id,
      contact_phone: '01632 960 123',
      contact_web: 'https://www.uke.example.org/',
    });
    expect(await found({ name: 'Ukulele evenings' })).toEqual([]);
    const both = { name: 'Ukulele evenings', phone: '(01632) 960123', web: 'http://uke.example.org' };
    expect(await found(both)).toEqual([['Riverside Ukulele Players', 'same-phone', 'same-web']]);
    expect(await found({ name: 'Ukulele Players', venueId: venue.id })).toEqual([
      ['Riverside Ukulele Players', 'shorter-name', 'same-venue'],
    ]);
  });

  it('of a name that every hall has is asked about only near by', async () => {
    await add({ name: 'Thursday Coffee Hour', ...hill });
    expect(await found({ name: 'Thursday Coffee Hour', point: { lat: hill.lat + 0.001, lng: hill.lng } })).toEqual([
      ['Thursday Coffee Hour', 'same-name', 'near'],
    ]);
    expect(await found({ name: 'Thursday Coffee Hour', point: { lat: hill.lat + 0.05, lng: hill.lng } })).toEqual([]);
  });

  it('tells nothing of what is hidden, and not in whose house something is', async () => {
    await add({ name: 'Xylophonic evenings', status: 'hidden' });
    await add({ name: 'Front Room Quilters', venue_id: venue.id, point_privacy: 'private', contact_phone: null });
    await add({ name: 'Harp with Wyn', kind: 'people', venue_id: venue.id, contact_phone: '01632 960 777' });
    expect(await found({ name: 'Xylophonic evenings' })).toEqual([]);
    expect(await found({ name: 'Front Room Quilters', venueId: venue.id })).toEqual([['Front Room Quilters', 'same-name']]);
    expect(await found({ name: 'Harp', phone: '01632 960 777', venueId: venue.id })).toEqual([]);
  });
});

const pairsIn = async (areaIds: string[] | null) => {
  await compareChanged(deps);
  return listLookAlikePairs(deps, { areaIds, andNone: false, limit: 500 });
};
const told = async (one: string, other: string, areaIds: string[] | null = [area]) =>
  (await pairsIn(areaIds)).find(({ ids }) => ids.join() === [one, other].sort().join())?.likenesses ?? null;

describe('pairs of an area', () => {
  it('are told with why, until somebody finds them to be two', async () => {
    const one = await add({ name: 'Pebble Painters', ...hill });
    const other = await add({ name: 'Pebble Painters of Llanderw', lat: hill.lat, lng: hill.lng + 0.001 });
    expect(await told(one.id, other.id)).toEqual(['shorter-name', 'near']);
    expect(await told(one.id, other.id, null)).toEqual(['shorter-name', 'near']);
    expect(await told(one.id, other.id, [randomUUID()])).toBeNull();
    await sayNotSame(deps, [other.id, one.id], by);
    await sayNotSame(deps, [one.id, other.id], by);
    expect(await told(one.id, other.id)).toBeNull();
    await unsayNotSame(deps, [one.id, other.id]);
    expect(await told(one.id, other.id)).toEqual(['shorter-name', 'near']);
  });

  it('are no more once one of them is called otherwise, or is gone', async () => {
    const one = await add({ name: 'Lantern Makers', ...hill });
    const other = await add({ name: 'Lantern Makers', ...hill });
    const third = await add({ name: 'The Lantern Makers', ...hill });
    expect(await told(one.id, other.id)).toEqual(['same-name', 'near']);
    await change(other, { name: 'Sunday Drummers', ...hill });
    expect(await told(one.id, other.id)).toBeNull();
    expect(await told(one.id, third.id)).toEqual(['same-name', 'near']);
    await change(third, { name: 'The Lantern Makers', ...hill, status: 'closed' });
    const pairs = await listLookAlikePairs(deps, { areaIds: null, andNone: true, limit: 500 });
    expect(pairs.flatMap(({ ids }) => ids)).not.toContain(third.id);
    expect(await told(one.id, third.id)).toBeNull();
  });

  it('are found by one telephone far apart, and not by that of a giver of gifts', async () => {
    const contact_phone = '01632 960 432';
    const one = await add({ name: 'Wenford Stargazers', ...hill, contact_phone });
    const other = await add({ name: 'Stargazers Wenford', lat: hill.lat + 0.1, lng: hill.lng, contact_phone: '01632960432' });
    expect(await told(one.id, other.id)).toEqual(['same-name', 'same-phone']);
    const giver = await add({ name: 'Stargazers Wenford', kind: 'people', contact_phone });
    expect((await told(giver.id, one.id)) ?? []).not.toContain('same-phone');
  });

  it('are compared again only where something changed', async () => {
    await compareChanged(deps);
    const seen = await deps.db.query<{ asset_id: string }>('seen', 'select asset_id from looked_alike order by asset_id');
    expect(seen.length).toBeGreaterThan(50);
    await deps.db.query('forget', 'delete from look_alikes');
    const one = await add({ name: 'Bramble Pickers', ...hill });
    const other = await add({ name: 'Bramble Pickers', ...hill });
    expect((await pairsIn(null)).map(({ ids }) => ids)).toEqual([[one.id, other.id].sort()]);
  });

  it('wait to be compared where what they are known by has changed, and only there', async () => {
    const one = await add({ name: 'Heron Watch', ...hill });
    await compareChanged(deps);
    const waiting = async () => (await waitingLines(deps.db, 100)).map(({ asset_id }) => asset_id);
    const set = (change: string) =>
      deps.db.query(`set ${change}`, `update assets set ${change}, version = version + 1 where id = $1::uuid`, [one.id]);
    expect(await waiting()).toEqual([]);
    await set(`description = 'By the weir'`);
    expect(await waiting()).toEqual([]);
    await set(`contact_phone = '01632 960 555'`);
    expect(await waiting()).toEqual([one.id]);
    await deps.db.query('nowhere', `delete from asset_search where asset_id = $1::uuid`, [one.id]);
    expect(await waiting()).toEqual([one.id, one.id]);
    await compareChanged(deps);
    expect(await waiting()).toEqual([]);
  });

  it('are all compared anew once they are judged otherwise', async () => {
    await compareChanged(deps);
    const unlike = async () => {
      const rows = await deps.db.query('unlike', 'select from looked_alike where print = 0');
      return rows.length;
    };
    await deps.db.query('otherwise', 'update looked_alike set print = 0');
    const all = await unlike();
    await compareChanged(deps);
    expect(await unlike()).toBe(all);
    await deps.db.query('judged otherwise', `update program_facts set value = '0' where name = 'look-alikes-judged-by'`);
    await compareChanged(deps);
    expect(await unlike()).toBe(0);
  });

  it('are not compared again by who had made a list of them before somebody else was done', async () => {
    await compareChanged(deps);
    for (let nth = 0; nth < 11; nth += 1) await add({ name: 'Otter Spotters', ...hill });
    let others = 0;
    const rest = async () => {
      if (others++ > 0) return;
      await compareChanged(deps);
      expect((await pairsIn(null)).length).toBeGreaterThan(0);
      await deps.db.query('forget', 'delete from look_alikes');
    };
    await compareChanged(deps, { rest });
    expect(others).toBeGreaterThan(1);
    expect(await pairsIn(null)).toEqual([]);
  });
});
