import { expect, test } from 'vitest';
import { looksLikePostcode, readAddress, takePostcode } from '../../web/pages/find/read-address.ts';

test('what a shared link picked up on its way is dropped, and so is what is empty', () => {
  expect(readAddress({ q: ' choir ', fbclid: 'abc', utm_source: 'x', near: '', kind: ['group', 'place,story'] })).toEqual({
    q: 'choir',
    kind: ['group', 'place', 'story'],
  });
});

test('a list is as long as whole pages, one at least and five at most', () => {
  expect(['1', '20', '37', '100', '5000'].map((per_page) => readAddress({ per_page }).per_page)).toEqual(['20', '20', '40', '100', '100']);
});

test('a thing said twice counts once, and one that is too long is cut', () => {
  expect(readAddress({ q: ['choir', 'tea'], near: 'x'.repeat(300) })).toEqual({ q: 'choir', near: 'x'.repeat(80) });
});

test('a postcode is taken out of the words that stand round it', () => {
  expect(takePostcode('SW1A 1AA')).toEqual({ place: 'SW1A 1AA', words: '' });
  expect(takePostcode('choir near sw1a1aa please')).toEqual({ place: 'SW1A 1AA', words: 'choir please' });
  expect(takePostcode('u3a lunch')).toBeNull();
});

test('only what is shaped like a postcode is taken for one', () => {
  expect(['M33 7ZF', 'm33', 'SW1A 1AA', 'Llanderw', 'Mill Lane 2'].map(looksLikePostcode)).toEqual([true, true, true, false, false]);
});
