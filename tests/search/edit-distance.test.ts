import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningDistance, editDistance, oneEditAway } from '../../api/search/embedded/edit-distance.ts';

const word = fc.stringMatching(/^[a-d]{0,7}$/);

describe('editDistance', () => {
  it.each([
    ['church', 'church', 0],
    ['chruch', 'church', 1],
    ['alotment', 'allotment', 1],
    ['knotting', 'knitting', 1],
    ['phtograpy', 'photography', 2],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
  ])('from %s to %s: %i', (from, to, distance) => {
    expect(editDistance(from, to, 5)).toBe(distance);
  });

  it('is the same both ways, and nothing only between the same words', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
      }),
    );
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });

  it('is one for exactly the texts that oneEditAway lists', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(oneEditAway(a).includes(b)).toBe(editDistance(a, b, 9) === 1);
      }),
    );
  });

  it('counts no further than asked', () => {
    expect(editDistance('abcdefgh', 'zzzzzzzz', 2)).toBe(3);
  });
});

describe('beginningDistance', () => {
  it('is the least distance to any beginning of the word', () => {
    fc.assert(
      fc.property(word, word, (typed, whole) => {
        const all = Array.from({ length: whole.length + 1 }, (_, length) => editDistance(typed, whole.slice(0, length), 9));
        expect(Math.min(beginningDistance(typed, whole, 2), 3)).toBe(Math.min(...all, 3));
      }),
    );
  });
});
