import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPostcode, readPartialPostcode, widenPostcode } from '../../api/places/postcode-rules.ts';

const letter = fc.constantFrom(...'ABCDEFGHJKLMNOPRSTUWYZ');
const digit = fc.constantFrom(...'0123456789');
const outward = fc.oneof(
  fc.tuple(letter, digit),
  fc.tuple(letter, digit, digit),
  fc.tuple(letter, letter, digit),
  fc.tuple(letter, letter, digit, digit),
  fc.tuple(letter, letter, digit, letter),
);
const postcode = fc.tuple(outward, digit, letter, letter).map(([first, ...second]) => `${first.join('')} ${second.join('')}`);

describe('postcodes', () => {
  test('any whole postcode is understood however its blanks and capitals are typed', () => {
    const sloppy = fc.tuple(postcode, fc.infiniteStream(fc.constantFrom('', ' ', '  ')), fc.infiniteStream(fc.boolean()));
    fc.assert(
      fc.property(sloppy, ([whole, blanks, small]) => {
        const typed = Array.from(
          whole.replace(' ', ''),
          (part) => (small.next().value ? part.toLowerCase() : part) + blanks.next().value,
        ).join('');
        expect(formatPostcode(` ${typed}`)).toBe(whole);
      }),
    );
  });

  test('what is a whole postcode is never taken for part of one', () => {
    fc.assert(
      fc.property(postcode, (whole) => {
        expect(readPartialPostcode(whole)).toEqual([]);
      }),
    );
  });

  test('text of any kind is read without an error, and only in the shape of a postcode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(formatPostcode(text) ?? 'M33 7ZF').toMatch(/^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$/);
      }),
    );
  });

  test.each([
    ['m33 7zf', 'M33 7ZF'],
    ['M337ZF', 'M33 7ZF'],
    ['M 33 7ZF', 'M33 7ZF'],
    ['sw1a1aa', 'SW1A 1AA'],
    ['m1 1ae', 'M1 1AE'],
  ])('%s is %s', (typed, whole) => expect(formatPostcode(typed)).toBe(whole));

  test.each(['', 'knitting', '12345', 'M33 7', 'M33 7ZFF', 'M33-7ZF!', 'U3A group'])('“%s” is no whole postcode', (typed) => {
    expect(formatPostcode(typed)).toBeNull();
  });

  test('a part is what every postcode of it begins with, so that M3 is not M33', () => {
    expect(readPartialPostcode('m3')).toEqual([{ label: 'M3', prefix: 'M3 ' }]);
    expect(readPartialPostcode('m33')[0]).toEqual({ label: 'M33', prefix: 'M33 ' });
    expect(readPartialPostcode('M33 7')).toEqual([{ label: 'M33 7', prefix: 'M33 7' }]);
    expect(readPartialPostcode('m33 7z')).toEqual([{ label: 'M33 7Z', prefix: 'M33 7Z' }]);
  });

  test('letters and digits run together are read both ways, the larger part first', () => {
    expect(readPartialPostcode('qx31').map((part) => part.label)).toEqual(['QX31', 'QX3 1']);
    expect(readPartialPostcode('wa147').map((part) => part.label)).toEqual(['WA14 7']);
  });

  test('a postcode widens to its sector and then its district', () => {
    expect(widenPostcode('M33 7ZF')).toEqual([
      { label: 'M33 7', prefix: 'M33 7' },
      { label: 'M33', prefix: 'M33 ' },
    ]);
  });
});
