import { expect, test } from 'vitest';
import { otherWords } from '../../api/kindred-words/other-words.ts';

test('who looks for kayaking may like canoeing, rowing or a walk', () => {
  expect(otherWords('Kayaking!')).toEqual(expect.arrayContaining(['canoe', 'rowing', 'walking']));
  expect(otherWords('kayaking')).not.toContain('kayaking');
});

test('of several words each is tried alone first, without those that say nothing', () => {
  expect(otherWords('something to do with underwater chess').slice(0, 2)).toEqual(['underwater', 'chess']);
});

test('words that are one thing together are not taken apart', () => {
  expect(otherWords('Pêl-droed')).not.toContain('droed');
  expect(otherWords('table tennis')).not.toContain('table');
});

test('Welsh words lead to Welsh ones', () => {
  expect(otherWords('pel droed')).toContain('cerdded');
});

test.each(['eviction', 'suicde', 'want to die', 'debt help chess'])('nothing is guessed for “%s”', (words) => {
  expect(otherWords(words)).toEqual([]);
});

test('a word that nobody thought of has no kin, and never more than twelve', () => {
  expect(otherWords('zorbing')).toEqual([]);
  expect(otherWords('chess swimming football guitar painting').length).toBeLessThanOrEqual(12);
});
