import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, wordsOf } from '../../api/search/fold-text.ts';
import { parsePhrases } from '../../api/search/phrases.ts';
import { parseSynonyms } from '../../api/search/synonyms.ts';
import { readWish } from '../../api/wishes/read-wish.ts';
import { filtersOf, parametersOf } from '../../api/wishes/wish-pieces.ts';

const vocabulary = {
  synonyms: parseSynonyms([
    ['Sunday lunch', 'Sunday dinner'],
    ['coffee morning', 'bore coffi'],
    ['free shop', 'swap shop'],
  ]),
  phrases: parsePhrases([{ phrases: ['free and easy'], topics: [], words: ['chat'] }]),
};
/** A Monday. */
const today = '2026-11-23';

function read(text: string, on = today) {
  const { pieces, rest } = readWish(text, { today: on, given: new Set(), vocabulary });
  return { rest, filters: parametersOf(filtersOf(pieces)), pieces };
}

describe('one box', () => {
  it.each<[string, string, Record<string, string>]>([
    ['choir on sunday', 'choir', { day: 'sunday' }],
    ['choir on Sundays', 'choir', { day: 'sunday' }],
    ['choir mondays', 'choir', { day: 'monday' }],
    ['walk saturday or sunday', 'walk', { day: 'saturday,sunday' }],
    ['lunch monday to friday', 'lunch', { day: 'monday,tuesday,wednesday,thursday,friday' }],
    ['choir not on monday', 'choir', { day: 'tuesday,wednesday,thursday,friday,saturday,sunday' }],
    ['choir but not on a Monday', 'choir', { day: 'tuesday,wednesday,thursday,friday,saturday,sunday' }],
    ['choir except sundays', 'choir', { day: 'monday,tuesday,wednesday,thursday,friday,saturday' }],
    ['choir not monday evening', 'choir', { day: 'tuesday,wednesday,thursday,friday,saturday,sunday' }],
    ['choir any day but friday', 'choir', { day: 'monday,tuesday,wednesday,thursday,saturday,sunday' }],
    ['choir not on monday or tuesday', 'choir', { day: 'wednesday,thursday,friday,saturday,sunday' }],
    ['football not at the weekend', 'football', { day: 'monday,tuesday,wednesday,thursday,friday' }],
    ['football except this weekend', 'football', { day: 'monday,tuesday,wednesday,thursday,friday' }],
    ['choir not in the evening', 'choir', { time: 'morning,afternoon' }],
    ['yoga thurs', 'yoga', { day: 'thursday' }],
    ['yoga on fri', 'yoga', { day: 'friday' }],
    ['yoga sat morning', 'yoga', { day: 'saturday', time: 'morning' }],
    ['football at weekends', 'football', { day: 'saturday,sunday' }],
    ['somewhere warm tuesday evening', 'somewhere warm', { day: 'tuesday', time: 'evening' }],
    ['choir in the evening', 'choir', { time: 'evening' }],
    ['choir after work', 'choir', { time: 'evening' }],
    ['yoga wednesday 10am', 'yoga', { day: 'wednesday', time: 'morning' }],
    ['lunch at 12.30pm', 'lunch', { time: 'afternoon' }],
    ['choir after 6pm', 'choir', { time: 'evening' }],
    ['13pm band', '13pm band', {}],
    ['friday night darts', 'darts', { day: 'friday', time: 'evening' }],
    ['something tonight', 'something', { on: '2026-11-23', time: 'evening' }],
    ['choir today', 'choir', { on: '2026-11-23' }],
    ['choir tomorrow evening', 'choir', { on: '2026-11-24', time: 'evening' }],
    ['walks this weekend', 'walks', { from: '2026-11-28', to: '2026-11-29' }],
    ['walks next weekend', 'walks', { from: '2026-12-05', to: '2026-12-06' }],
    ['walks next week', 'walks', { from: '2026-11-30', to: '2026-12-06' }],
    ['lunch 24 december to 27 december', 'lunch', { from: '2026-12-24', to: '2026-12-27' }],
    ['what is on next tuesday', 'what is', { on: '2026-12-01' }],
    ['choir this tuesday', 'choir', { on: '2026-11-24' }],
    ['choir 24 december', 'choir', { on: '2026-12-24' }],
    ['choir thursday 24th of december', 'choir', { on: '2026-12-24' }],
    ['choir december 24th', 'choir', { on: '2026-12-24' }],
    ['choir 24/12', 'choir', { on: '2026-12-24' }],
    ['choir 24/12/27', 'choir', { on: '2027-12-24' }],
    ['choir 3 march', 'choir', { on: '2027-03-03' }],
    ['choir 24/12/9999', 'choir 24/12/9999', {}],
    ['lunch christmas day', 'lunch', { on: '2026-12-25' }],
    ['singing in december', 'singing', { from: '2026-12-01', to: '2026-12-31' }],
    ['lunch today or tomorrow', 'lunch', { from: '2026-11-23', to: '2026-11-24' }],
    ['choir within walking distance', 'choir', { within: '1200' }],
    ['choir within a walk', 'choir', { within: '1200' }],
    ['choir within a short walk', 'choir', { within: '1200' }],
    ['choir within a mile', 'choir', { within: '1600' }],
    ["choir 10 minutes' walk", 'choir', { within: '800' }],
    ['choir round the corner', 'choir', { within: '400' }],
    ['choir nearby', 'choir', { within: '2400' }],
    ['choir near me', 'choir', { within: '2400' }],
    ['free lunch', 'lunch', { cost: 'free' }],
    ['lunch at no cost', 'lunch', { cost: 'free' }],
    ['drop in cafe', 'cafe', { just_turn_up: 'yes' }],
    ['drop-in cafe', 'cafe', { just_turn_up: 'yes' }],
    ['cafe bring a friend', 'cafe', { bring_someone: 'yes' }],
    ['choir in polish', 'choir', { language: 'pl' }],
    ['in welsh', '', { language: 'cy' }],
    ['arabic', '', { language: 'ar' }],
    ['polish-speaking mums', 'mums', { language: 'pl' }],
    ['someone who speaks Urdu', 'someone', { language: 'ur' }],
    ['coffee in sign language', 'coffee', { language: 'bfi' }],
    ['step free choir', 'choir', { access: 'step-free' }],
    ['lunch wheelchair', 'lunch', { access: 'step-free' }],
    ['wheelchair friendly lunch', 'lunch', { access: 'step-free' }],
    ['films with a hearing loop', 'films', { access: 'hearing-loop' }],
    ['quiet cafe', 'cafe', { access: 'quiet-space' }],
    ['step free lunch with a hearing loop', 'lunch', { access: 'step-free,hearing-loop' }],
    ['free next week', '', { cost: 'free', from: '2026-11-30', to: '2026-12-06' }],
    ['next free week', '', { cost: 'free', from: '2026-11-30', to: '2026-12-06' }],
  ])('“%s” looks for “%s” with %o', (text, rest, filters) => {
    expect(read(text)).toMatchObject({ rest, filters });
    expect(Object.keys(read(text).filters).sort()).toEqual(Object.keys(filters).sort());
  });

  it.each<[string, string, Record<string, string>]>([
    ['canu bore Sadwrn', 'canu', { day: 'saturday', time: 'morning' }],
    ['canu ar ddydd Sul', 'canu', { day: 'sunday' }],
    ['canu ond nid dydd Llun', 'canu', { day: 'tuesday,wednesday,thursday,friday,saturday,sunday' }],
    ['canu ond nid nos Fercher', 'canu', { day: 'monday,tuesday,thursday,friday,saturday,sunday' }],
    ['canu heblaw ar ddydd Sul', 'canu', { day: 'monday,tuesday,wednesday,thursday,friday,saturday' }],
    ['paned yn Gymraeg', 'paned', { language: 'cy' }],
    ['cinio dim grisiau', 'cinio', { access: 'step-free' }],
    ['sy’n siarad Pwyleg', '', { language: 'pl' }],
    ['canu nos Wener', 'canu', { day: 'friday', time: 'evening' }],
    ["canu gyda'r nos", 'canu', { time: 'evening' }],
    ['canu heno', 'canu', { on: '2026-11-23', time: 'evening' }],
    ['canu yfory', 'canu', { on: '2026-11-24' }],
    ['cerdded penwythnos yma', 'cerdded', { from: '2026-11-28', to: '2026-11-29' }],
    ['cerdded yr wythnos nesaf', 'cerdded', { from: '2026-11-30', to: '2026-12-06' }],
    ['cerdded dydd Mawrth nesaf', 'cerdded', { on: '2026-12-01' }],
    ['canu 24 Rhagfyr', 'canu', { on: '2026-12-24' }],
    ['canu 24ain o Ragfyr', 'canu', { on: '2026-12-24' }],
    ['cinio am ddim', 'cinio', { cost: 'free' }],
    ['canu o fewn tro', 'canu', { within: '1200' }],
    ['canu ffordd hyn', 'canu', { within: '2400' }],
    ['paned galw heibio', 'paned', { just_turn_up: 'yes' }],
  ])('understands Welsh: “%s”', (text, rest, filters) => {
    expect(read(text)).toMatchObject({ rest, filters });
    expect(Object.keys(read(text).filters).sort()).toEqual(Object.keys(filters).sort());
  });

  it.each([
    'choir not tomorrow',
    'Sunday lunch',
    'coffee morning',
    'free shop',
    'free and easy',
    'May Day',
    'film night',
    'knight school',
    'Evening WI',
    'gluten free baking',
    'in my free time',
    'bring my dad',
    'arabic lessons',
    'learn welsh',
    'welsh',
    'classes in Urdu',
    'wheelchair basketball',
    'borrow a wheelchair',
    'quiet walk',
    'quiet',
    '“step free”',
    'walk in the park',
    'cheap lunch',
    'sun hats',
    'sat on a bench',
    'after school club',
    '“free lunch”',
    '"choir on sunday"',
    '31 june',
    'choir',
    'Mawrth',
    'bore coffi',
    'tro',
  ])('leaves “%s” as it stands', (text) => {
    expect(read(text)).toMatchObject({ rest: text, pieces: [] });
  });

  it('takes nothing for what is asked for already', () => {
    const { pieces, rest } = readWish('choir sunday free', { today, given: new Set(['when'] as const), vocabulary });
    expect(rest).toBe('choir sunday');
    expect(pieces.map(({ text }) => text)).toEqual(['free']);
  });

  it('says each piece as it was typed', () => {
    expect(read('knitting On Tuesdays, in the Evening').pieces.map(({ type, text }) => [type, text])).toEqual([
      ['day', 'On Tuesdays,'],
      ['time', 'in the Evening'],
    ]);
  });
});

describe('any text', () => {
  const words =
    'not but except nid heblaw on in the next this every sunday tuesdays sat or and to evening night morning free no cost 24 december 24/12 today tomorrow weekend week within a mile walk 10 minutes near me nearby drop bring friend choir lunch " “ ” – bore sadwrn dydd sul heno yfory penwythnos yma am ddim o fewn tro'.split(
      ' ',
    );
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((list) => list.join(' ')),
  );
  const held = (text: string) => text.split(/\s+/).flatMap((part) => wordsOf(foldText(part)));

  it('is held, every word once, by what was taken and what is left; and what is left holds nothing more to take', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { pieces, rest } = read(text);
        expect([...pieces.map((piece) => piece.text), rest].flatMap(held).sort()).toEqual(held(text).sort());
        expect(read(rest)).toMatchObject({ rest, pieces: [] });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('dates', () => {
  const anyDay = fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => new Date(Date.UTC(2020, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
  const later = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

  it('are right whatever day it is', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(read('tomorrow', day).filters).toEqual({ on: later(day, 1) });
        const weekend = read('this weekend', day).filters;
        const sunday = later(day, (7 - weekday(day)) % 7);
        expect(weekend.to ?? weekend.on).toBe(sunday);
        expect(weekend.from ?? weekend.on).toBe(weekday(day) === 0 ? day : later(sunday, -1));
        const next = read('next tuesday', day).filters.on ?? '';
        expect(weekday(next)).toBe(2);
        expect(next > sunday && next <= later(sunday, 7)).toBe(true);
        const week = read('next week', day).filters;
        expect([week.from, week.to]).toEqual([later(sunday, 1), later(sunday, 7)]);
        const christmas = read('christmas day', day).filters.on ?? '';
        expect([christmas.slice(5), christmas >= day, christmas < later(day, 367)]).toEqual(['12-25', true, true]);
        const leap = read('29 february', day).filters.on ?? '';
        expect([leap.slice(5), leap >= day]).toEqual(['02-29', true]);
      }),
    );
  });
});
