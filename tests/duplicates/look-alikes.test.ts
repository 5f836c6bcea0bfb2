import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAsset } from '../../api/assets/save-asset.ts';
import type { AssetState } from '../../api/contract/asset-state.ts';
import { findLookAlikes, type LookedFor } from '../../api/duplicates/find-look-alikes.ts';
import { listLookAlikePairs } from '../../api/duplicates/list-look-alike-pairs.ts';
import { sayNotSame } from '../../api/duplicates/say-not-same.ts';
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
const look = (given: Partial<LookedFor>) =>
  findLookAlikes(deps, { name: 'Nothing like it', venueId: null, point: null, phone: null, web: null, ...given });
const found = async (given: Partial<LookedFor>) => (await look(given)).map(({ listing, likenesses }) => [listing.name, ...likenesses]);

describe('what is around already', () => {
  it('is found by a name said a little differently, and it is said why', async () => {
    expect(await found({ name: 'Mend & Natter' })).toEqual([['Mend and Natter', 'same-name']]);
    expect(await found({ name: 'Mend and Nater' })).toEqual([['Mend and Natter', 'like-name']]);
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
    expect(await found({ name: 'Ukulele Players', venueId: venue.id })).toEqual([['Riverside Ukulele Players', 'like-name', 'same-venue']]);
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

describe('pairs of an area', () => {
  it('are told likest first until somebody finds them to be two', async () => {
    const one = await add({ name: 'Pebble Painters', ...hill });
    const other = await add({ name: 'The Pebble Painters', lat: hill.lat, lng: hill.lng + 0.001 });
    const pair = [one.id, other.id].sort();
    const ours = async () => (await listLookAlikePairs(deps, 'abbey-and-riverside')).filter(({ ids }) => ids.join() === pair.join());
    expect(await ours()).toMatchObject([{ likenesses: ['like-name', 'near'] }]);
    expect((await listLookAlikePairs(deps, 'bryn-melyn')).flatMap(({ ids }) => ids)).not.toContain(one.id);
    await sayNotSame(deps, [other.id, one.id], by);
    await sayNotSame(deps, [one.id, other.id], by);
    expect(await ours()).toEqual([]);
  });
});
