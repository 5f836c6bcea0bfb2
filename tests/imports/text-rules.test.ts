import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filters, firstSentence, phoneNumber, plainCase, tidyText, webAddress } from '../../api/imports/text-rules.ts';

describe('text of files in plain words', () => {
  test.each([
    ['SALE CIVIC SOCIETY', 'Sale Civic Society'],
    ["WOMEN'S INSTITUTE - DUNHAM MASSEY", "Women's Institute - Dunham Massey"],
    ['HEYES LANE PRIMARY SCHOOL PTA', 'Heyes Lane Primary School PTA'],
    ['17TH SALE SCOUT GROUP', '17th Sale Scout Group'],
    ['THE FRIENDS OF ST. MARY’S', 'The Friends of St. Mary’s'],
    ['ASHTON-ON-MERSEY CRICKET CLUB', 'Ashton-on-Mersey Cricket Club'],
    ['EPILEPSY SOCIETY (ROBES)', 'Epilepsy Society (ROBES)'],
    ["O'NEILL AND MCDONALD TRUST", "O'Neill and McDonald Trust"],
    ['BSSM SCHOOL', 'BSSM School'],
    ['Friends of Longford Park', 'Friends of Longford Park'],
    ['  Two   blanks ', 'Two blanks'],
  ])('%s → %s', (from, to) => expect(plainCase(from)).toBe(to));

  test('a charity’s name loses its legal form', () => {
    expect(filters.charity('SALE MOOR COMMUNITY PARTNERSHIP LIMITED')).toBe('Sale Moor Community Partnership');
    expect(filters.charity('THE PAROCHIAL CHURCH COUNCIL OF THE ECCLESIASTICAL PARISH OF ST PETER HALE')).toBe('Parish of St Peter Hale');
  });

  test('the first sentence is taken, not what only looks like its end', () => {
    expect(firstSentence('We meet at St. John’s, e.g. on Mondays, for tea. Everyone is welcome.')).toBe(
      'We meet at St. John’s, e.g. on Mondays, for tea.',
    );
    expect(firstSentence('a) To sing. b) To dance.')).toBe('To sing. b) To dance.');
    expect(firstSentence('no capital and no stop')).toBe('No capital and no stop');
  });

  test('what is too long is cut at a word and says so', () => {
    const cut = firstSentence('word '.repeat(100));
    expect(cut.length).toBeLessThanOrEqual(202);
    expect(cut).toMatch(/word…$/);
  });

  test('shouting is turned down, names of days and places kept', () => {
    expect(tidyText('WE SING IN MANCHESTER ON MONDAYS. COME ALONG TO THE UK FINALS.')).toBe(
      'We sing in Manchester on Mondays. Come along to the UK finals.',
    );
  });

  test('lines that ran together are parted again', () => {
    expect(tidyText('for pupilsacross Trafford.Raising funds,with help from our DistrictPart of it')).toBe(
      'for pupilsacross Trafford. Raising funds, with help from our District. Part of it',
    );
  });

  test.each([
    ['www.example.org', 'https://www.example.org'],
    ['HTTP://example.org/a?b=c', 'http://example.org/a?b=c'],
    ['example.co.uk/path', 'https://example.co.uk/path'],
    ['javascript:alert(1)', ''],
    ['no website', ''],
    ['NIL', ''],
    ['someone@example.org', ''],
    ['https://user:pw@example.org', ''],
  ])('the web address %s → “%s”', (from, to) => expect(webAddress(from)).toBe(to));

  test.each([
    ['01617492570', '0161 749 2570'],
    ['0161-912-2122', '0161 912 2122'],
    ['+44 1632 960961', '01632 960961'],
    ['07700900036', '07700 900036'],
    ['020 7946 0123', '020 7946 0123'],
    ['ring the vicar', ''],
    ['12', ''],
  ])('the telephone number %s → “%s”', (from, to) => expect(phoneNumber(from)).toBe(to));

  test('no text breaks a filter, and none makes a link that runs something', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const filter of Object.values(filters)) expect(typeof filter(text)).toBe('string');
        expect(webAddress(text)).toMatch(/^(https?:\/\/|$)/);
      }),
    );
  });
});
