import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countLines, fitSheet, papers } from '../../web/pages/print-week/fit-sheet.ts';
import type { SheetEntry } from '../../web/pages/print-week/sheet-entries.ts';

const entry = (day: string | null, name: string): SheetEntry => ({
  day,
  time: '10am',
  name: { text: name },
  facts: ['free'],
  checked: '2 Nov',
  off: false,
  part: 'morning',
  rank: 0,
});
const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'];
const week = fc.array(
  fc.tuple(fc.constantFrom(...days, null), fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12}){0,8}$/)).map(([day, name]) => entry(day, name)),
  { maxLength: 80 },
);

describe('what is chosen for one sheet', () => {
  test('is all of it when it fits, and the rest is counted when it does not', () => {
    fc.assert(
      fc.property(week, (all) => {
        const { entries, left } = fitSheet(all, papers.a4, 0);
        expect(entries.length + left).toBe(all.length);
        expect(entries).toEqual(all.filter((each) => entries.includes(each)));
        expect(fitSheet(all, { lettersALine: 34, lines: 10_000 }, 0).left).toBe(0);
      }),
    );
  });

  test('never takes more lines than the paper has', () => {
    fc.assert(
      fc.property(week, fc.integer({ min: 0, max: 40 }), (all, taken) => {
        const { entries } = fitSheet(all, papers.a4, taken);
        const lines = entries.reduce((sum, { name }) => sum + countLines(`10am ${name.text} free ✓ 2 Nov`, papers.a4.lettersALine), 0);
        const headings = new Set(entries.map(({ day }) => day)).size;
        expect(lines + headings).toBeLessThanOrEqual(papers.a4.lines - taken);
      }),
    );
  });

  test('gives a busy Monday no more than its turn', () => {
    const all = [...Array.from({ length: 60 }, (_, at) => entry('2026-11-23', `Monday ${at}`)), entry('2026-11-29', 'Sunday lunch')];
    expect(fitSheet(all, papers.a4, 0).entries.map(({ name }) => name.text)).toContain('Sunday lunch');
  });

  test('takes the best of a day and not the earliest, and each part of it before a second of one', () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ ...entry('2026-11-23', `Early ${at}`), rank: 100 + at }));
    const best = { ...entry('2026-11-23', 'Best'), rank: 1 };
    const evening = { ...entry('2026-11-23', 'Evening'), rank: 900, part: 'evening' as const };
    const { entries } = fitSheet([...many, best, evening], { lettersALine: 34, lines: 8 }, 0);
    expect(entries.slice(-2).map(({ name }) => name.text)).toEqual(['Best', 'Evening']);
    expect(entries.length).toBeLessThan(6);
  });

  test('gives what is off a place only when there is room left', () => {
    const off = { ...entry('2026-11-23', 'Off'), off: true };
    const busy = Array.from({ length: 60 }, (_, at) => entry('2026-11-23', `Monday ${at}`));
    expect(fitSheet([off, ...busy], papers.a4, 0).entries).not.toContain(off);
    expect(fitSheet([off, ...busy.slice(0, 3)], papers.a4, 0).entries).toContain(off);
  });

  test('lets what is open most days wait for what has a day of its own', () => {
    const all = [...Array.from({ length: 60 }, (_, at) => entry(null, `Open ${at}`)), ...days.map((day) => entry(day, `On ${day}`))];
    const { entries } = fitSheet(all, papers.a4, 0);
    expect(entries.filter(({ day }) => day !== null)).toHaveLength(7);
    expect(entries.length).toBeGreaterThan(7);
  });
});

test('lines are counted by whole words', () => {
  expect(countLines('one two three', 7)).toBe(2);
  expect(countLines('one two three', 13)).toBe(1);
  expect(countLines('one\u00a0two\u00a0three four', 8)).toBe(2);
});
