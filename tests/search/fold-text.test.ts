import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWord, foldWords, wordsOf } from '../../api/search/fold-text.ts';
import { hostileTexts } from './hostile-texts.ts';

describe('foldText', () => {
  it.each([
    ['Tŷ Gŵyl Dân', 'ty gwyl dan'],
    ['Côr Meibion Glan-yr-afon', 'cor meibion glan yr afon'],
    ['Llanïlid, Môn, Pêl, Cân, Sïon, Ẃ Ẁ Ẅ', 'llanilid mon pel can sion w w w'],
    ['St Beuno’s', 'st beunos'],
    ["Men's Shed & Garden", 'mens shed and garden'],
    ['CAFÉ  (upstairs) — 10:30am', 'cafe upstairs 10 30am'],
    ['Straße, Ærø, Łódź', 'strasse aero lodz'],
    ['ﬁsh', 'fish'],
    ['الجيران', 'الجيران'],
    ['💃🏽', ''],
  ])('%s → %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('leaves folded text as it is, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
    for (const text of hostileTexts) expect(foldText(foldText(text))).toBe(foldText(text));
  });

  it('never leaves a mark that a query language could take for its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(foldText(text)).toMatch(/^[\p{L}\p{N}\p{M} ]*$/u);
      }),
    );
    for (const text of hostileTexts) expect(foldText(text)).toMatch(/^[\p{L}\p{N}\p{M} ]*$/u);
  });

  it('cuts absurdly long words, in documents and queries alike', () => {
    expect(wordsOf(`a ${'b'.repeat(500)}`)).toEqual(['a', 'b'.repeat(40)]);
  });
});

describe('foldWord', () => {
  it.each([
    ['allotments', 'allotment'],
    ['churches', 'church'],
    ['libraries', 'library'],
    ['ladies', 'lady'],
    ['classes', 'class'],
    ['boxes', 'box'],
    ['potatoes', 'potato'],
    ['children', 'child'],
    ['mens', 'man'],
    ['buses', 'bus'],
    ['choruses', 'chorus'],
    ['houses', 'house'],
    ['movies', 'movie'],
    ['shoes', 'shoe'],
    ['toes', 'toe'],
    ['caches', 'cache'],
    ['quizzes', 'quizz'],
    ['beunos', 'beuno'],
    ['tunes', 'tune'],
  ])('%s and %s are one', (plural, singular) => {
    expect(foldWord(plural)).toBe(foldWord(singular));
  });

  it.each(['tennis', 'chess', 'bus', 'gas', 'yes', 'news', 'glass', 'chorus', 'oasis', 'class', 'house', 'cor', 'ddydd', 'llais'])(
    'leaves %s alone',
    (word) => {
      expect(foldWord(word)).toBe(word);
    },
  );

  it('leaves folded words as they are, whatever the word', () => {
    const word = fc.oneof(
      fc.stringMatching(/^[a-z]{1,12}$/),
      fc.stringMatching(/^[a-z]{0,5}(ies|ie|es|s|sses|xes|oes|uses|ches|ss|us|is){1,3}$/),
    );
    fc.assert(
      fc.property(word, (text) => {
        expect(foldWord(foldWord(text))).toBe(foldWord(text));
      }),
      { numRuns: 2_000 },
    );
    for (const text of hostileTexts) expect(foldWords(foldWords(foldText(text)))).toBe(foldWords(foldText(text)));
  });

  it('never empties a word', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,6}$/), (text) => {
        expect(foldWord(text).length).toBeGreaterThan(0);
      }),
    );
  });
});
