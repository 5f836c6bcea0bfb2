import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AssetQuery } from '../../api/contract/asset-query.ts';
import { accessFeatures, dayParts, listingKinds, sortOrders, weekdays } from '../../api/contract/vocabulary.ts';
import { carryKept, queryString, urlsFor } from '../../web/urls.ts';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

test('whatever a search is, its address leads back to the same search', () => {
  const words = fc.stringMatching(/^[a-zâêîôûŵŷ&=+%#"<]([a-zâŵ &=+%#"<]{0,20}[a-z&=+%])?$/);
  const query = fc.record({
    q: maybe(words),
    near: maybe(words),
    within: maybe(fc.integer({ min: 50, max: 100_000 })),
    kind: fc.subarray([...listingKinds]),
    topic: fc.subarray(['make', 'help-out', 'music']),
    area: fc.subarray(['cwm-derw', 'marches']),
    day: fc.subarray([...weekdays]),
    time: fc.subarray([...dayParts]),
    access: fc.subarray([...accessFeatures]),
    cost: fc.subarray(['free' as const]),
    just_turn_up: fc.subarray(['yes' as const]),
    bring_someone: fc.subarray(['yes' as const]),
    language: fc.subarray(['cy', 'pl']),
    sort: maybe(fc.constantFrom(...sortOrders)),
    page: fc.integer({ min: 1, max: 50 }),
    bbox: maybe(fc.constant({ west: -3.03, south: 52.24, east: -2.99, north: 52.26 })),
  });
  fc.assert(
    fc.property(query, (asked) => {
      const raw: Record<string, string[]> = {};
      for (const [name, value] of new URLSearchParams(queryString(asked))) raw[name] = [...(raw[name] ?? []), value];
      const single = Object.fromEntries(Object.entries(raw).map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
      const { per_page: _perPage, ...parsed } = AssetQuery.parse(single);
      const said = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
      expect(parsed).toMatchObject(said);
    }),
  );
});

test('the first page and an empty search leave the address bare', () => {
  expect(queryString({ page: 1, kind: [], q: '' })).toBe('');
  expect(urlsFor('en').find({ q: 'choir', page: 2 })).toBe('/find?q=choir&page=2');
});

test('Welsh addresses begin with cy', () => {
  const urls = urlsFor('cy');
  expect([urls.home(), urls.asset('cor-y-bont'), urls.whatsOn({ on: '2026-11-24' })]).toEqual([
    '/cy/',
    '/cy/around/cor-y-bont',
    '/cy/whats-on?on=2026-11-24',
  ]);
});

test('what is kept goes along to searches and assets, and nowhere else', () => {
  const urls = carryKept(urlsFor('cy'), ['cor-y-bont', 'mend-and-natter']);
  expect(urls.find()).toBe('/cy/find?ids=cor-y-bont,mend-and-natter');
  expect(urls.find({ q: 'choir' })).toBe('/cy/find?q=choir&ids=cor-y-bont,mend-and-natter');
  expect(urls.asset('the-shed')).toBe('/cy/around/the-shed?ids=cor-y-bont,mend-and-natter');
  expect(urls.feed('atom', { q: 'choir' })).toBe('/cy/feeds/find.atom?q=choir');
  expect(carryKept(urlsFor('en'), []).find()).toBe('/find');
});
