import { describe, expect, test } from 'vitest';
import cy from '../../web/i18n/cy.json';
import en from '../../web/i18n/en.json';
import { inLocale, languageName, splitLocale } from '../../web/i18n/locale.ts';
import { createTranslate } from '../../web/i18n/translate.ts';

const withoutForm = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const texts = (messages: Record<string, string>) => {
  const byKey = new Map<string, string[]>();
  for (const [key, text] of Object.entries(messages)) byKey.set(withoutForm(key), [...(byKey.get(withoutForm(key)) ?? []), text]);
  return byKey;
};
const names = (forms: string[] = []) => [...new Set(forms.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

describe('the texts of the pages', () => {
  test('are all there in Welsh, and no more than in English', () => {
    expect([...texts(cy).keys()].sort()).toEqual([...texts(en).keys()].sort());
  });

  test('leave the same gaps in both languages', () => {
    const welsh = texts(cy);
    for (const [key, forms] of texts(en)) expect([key, names(welsh.get(key))]).toEqual([key, names(forms)]);
  });

  test('have a form for any number where they have forms at all', () => {
    for (const messages of [en, cy]) {
      const keys = Object.keys(messages);
      for (const key of keys.filter((each) => each !== withoutForm(each))) expect(keys).toContain(`${withoutForm(key)}_other`);
    }
  });

  test('never speak as a case file would', () => {
    const said = Object.values(en).join('\n');
    expect(said).not.toMatch(/\b(submit|listing|service user|refer|referral|eligib|vulnerable|client|at risk)/i);
  });
});

describe('a translated text', () => {
  test('takes the form that its number asks for', () => {
    const [english, welsh] = [createTranslate('en'), createTranslate('cy')];
    expect([0, 1, 2].map((count) => english('find.count-around', { count }))).toEqual([
      'Nothing found here yet',
      '1 around here',
      '2 around here',
    ]);
    expect([1, 2, 5].map((count) => welsh('find.count-around', { count }))).toEqual([
      '1 peth ffordd hyn',
      '2 beth ffordd hyn',
      '5 o bethau ffordd hyn',
    ]);
  });
});

test('an address tells its language, and a word that only begins like it does not', () => {
  expect(splitLocale('/cy/find?q=a')).toEqual({ locale: 'cy', path: '/find?q=a' });
  expect(splitLocale('/cy')).toEqual({ locale: 'cy', path: '/' });
  expect(splitLocale('/cy?a=b')).toEqual({ locale: 'cy', path: '/?a=b' });
  expect(splitLocale('/cy//elsewhere.example')).toEqual({ locale: 'cy', path: '/elsewhere.example' });
  expect(splitLocale('/cycling')).toEqual({ locale: 'en', path: '/cycling' });
});

test('a text that nobody put into Welsh is shown in English and marked so', () => {
  expect(inLocale('cy', 'Choir', 'Côr')).toEqual({ text: 'Côr' });
  expect(inLocale('cy', 'Choir', null)).toEqual({ text: 'Choir', lang: 'en' });
  expect(inLocale('en', 'Choir', 'Côr')).toEqual({ text: 'Choir' });
});

test('languages are named, sign language among them', () => {
  expect(languageName('en', 'cy')).toBe('Welsh');
  expect(languageName('cy', 'cy')).toBe('Cymraeg');
  expect(languageName('en', 'bfi')).toBe('British Sign Language');
});
