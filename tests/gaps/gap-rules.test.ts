import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapTerm } from '../../api/gaps/gap-rules.ts';

test.each([
  ['underwater chess', 'underwater chess'],
  ['  Kayaking! ', 'kayaking'],
  ['something to do with hockey', 'hockey'],
  ['Gŵyl  Werin', 'gwyl werin'],
])('“%s” is counted as “%s”', (words, term) => {
  expect(gapTerm(words)).toBe(term);
});

test.each([
  ['a postcode', 'kayak QX3 2AB'],
  ['a phone number', '07700 900123'],
  ['an age', 'football for my 7 year old'],
  ['a mail address', 'wyn@example.org'],
  ['a web address', 'www.example'],
  ['more than four telling words', 'my neighbour Wyn plays harp badly'],
  ['words without end', 'abcdefghij'.repeat(3).concat(' ', 'klmnopqrst'.repeat(3))],
  ['a letter or two', 'ab'],
  ['somebody in need', 'eviction help'],
  ['somebody in need who mistypes', 'suicde'],
  ['somebody in need, in Welsh', 'cymorth dyled'],
  ['nothing', ' !? '],
])('%s is forgotten', (_what, words) => {
  expect(gapTerm(words)).toBeNull();
});

test('whatever is typed, a term is a few plain words or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (words) => {
      const term = gapTerm(words);
      expect(term === null || (/^[\p{L} ]{3,40}$/u.test(term) && term.split(' ').length <= 4)).toBe(true);
    }),
  );
});
