import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitPlaceFromWords } from '../../api/places/split-place-from-words.ts';

describe('words and place', () => {
  test.each([
    ['knitting M33 7ZF', 'knitting', 'M33 7ZF'],
    ['m337zf knitting', 'knitting', 'M33 7ZF'],
    ['knitting near m33 7zf on a tuesday', 'knitting on a tuesday', 'M33 7ZF'],
    ['something to do near Llanderw', 'something to do', 'Llanderw'],
    ['gwau ger y felin', 'gwau', 'y felin'],
    ['canu yn Llanderw', 'canu', 'Llanderw'],
    ['lunch in Ashwell Green', 'lunch', 'Ashwell Green'],
    ['near Sale', '', 'Sale'],
    ['art in the park near Sale', 'art in the park', 'Sale'],
    ['bowls M33', 'bowls', 'M33'],
    ['bowls in qx3 1', 'bowls', 'QX3 1'],
    ['QX3 1AA', '', 'QX3 1AA'],
    ['QX3', '', 'QX3'],
    ['qx3 2', '', 'QX3 2'],
    ['QX3 knitting', 'knitting', 'QX3'],
    ['QX3 2 knitting', 'knitting', 'QX3 2'],
    ['knitting qx3 2 ab', 'knitting', 'QX3 2AB'],
    ['choir near qx3  2ab', 'choir', 'QX3 2AB'],
    ['choir qx32a', 'choir', 'QX3 2A'],
  ])('“%s” is “%s” near “%s”', (text, words, near) => {
    expect(splitPlaceFromWords(text)).toMatchObject({ words, near });
  });

  test.each([
    'knitting',
    'company on a Sunday',
    'U3A',
    'choir at b1 2 at',
    'lunch 1 2 go',
    'something in the evening',
    'join in',
    'cooking in Welsh',
    'interested in art',
    '',
    'walk in my garden',
  ])('“%s” names no place', (text) => {
    expect(splitPlaceFromWords(text)).toEqual({ words: text, near: null, typed: '' });
  });

  test.each([
    ['knitting near m33 7zf on a tuesday', 'near m33 7zf'],
    ['art in the park near Sale', 'near Sale'],
    ['bowls in qx3 1', 'in qx3 1'],
  ])('of “%s” the place was typed “%s”', (text, typed) => {
    expect(splitPlaceFromWords(text).typed).toBe(typed);
  });

  test('after a distance, "of" says where', () => {
    expect(splitPlaceFromWords('choir of Llanderw', { afterDistance: true })).toMatchObject({ words: 'choir', near: 'Llanderw' });
    expect(splitPlaceFromWords('choir of Llanderw').near).toBeNull();
  });

  test('no text breaks it, and what is left has no blank at its ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { words } = splitPlaceFromWords(text);
        expect(words).toBe(words.trim());
      }),
    );
  });

  test('a long text of nothing but "in" is read at once', () => {
    const text = 'in '.repeat(60);
    expect(splitPlaceFromWords(text).words.length).toBeLessThanOrEqual(text.length);
  });
});
