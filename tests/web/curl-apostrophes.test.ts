import { expect, test } from 'vitest';
import { curlApostrophes } from '../../web/i18n/curl-apostrophes.ts';
import { inLocale } from '../../web/i18n/locale.ts';

test.each([
  ["It's the lads' night", 'It’s the lads’ night'],
  ["creu rhywbeth â'm dwylo", 'creu rhywbeth â’m dwylo'],
  ["SIÂN'S PIES'", 'SIÂN’S PIES’'],
  ["Already curled: it’s fine, 5'6\" tall, 'tis said", "Already curled: it’s fine, 5'6\" tall, 'tis said"],
])('%s', (typed, shown) => {
  expect(curlApostrophes(typed)).toBe(shown);
});

test('what people wrote is shown curled in either language', () => {
  expect(inLocale('en', "Men's shed", "Sied y dynion a'r merched").text).toBe('Men’s shed');
  expect(inLocale('cy', "Men's shed", "Sied y dynion a'r merched").text).toBe('Sied y dynion a’r merched');
});
