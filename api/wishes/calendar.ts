import { Temporal } from 'temporal-polyfill';

export interface DayOfYear {
  day: number;
  /** 1 is January. */
  month: number;
  year?: number | undefined;
}

const english = 'january february march april may june july august september october november december'.split(' ');
const welsh = 'ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr'.split(' ');
/** After "o" (of). */
const softened = 'ionawr chwefror fawrth ebrill fai fehefin orffennaf awst fedi hydref dachwedd ragfyr'.split(' ');

/** 1 to 12 for a month's name, whole or to its third letter, in English or Welsh. */
export function monthNumber(name: string): number | null {
  const at = english.findIndex((month) => month === name || month.slice(0, 3) === name || (month.startsWith('sept') && name === 'sept'));
  const found = at >= 0 ? at : Math.max(welsh.indexOf(name), softened.indexOf(name));
  return found >= 0 ? found + 1 : null;
}

const fixed = new Map<string, DayOfYear>(
  [
    ['christmas day|xmas day|dydd nadolig|diwrnod nadolig', { day: 25, month: 12 }] as const,
    ['christmas eve|xmas eve|noswyl nadolig|noswyl y nadolig', { day: 24, month: 12 }] as const,
    ['boxing day|gwyl san steffan|gwyl steffan', { day: 26, month: 12 }] as const,
    ['new years eve|nos galan', { day: 31, month: 12 }] as const,
    ['new years day|dydd calan', { day: 1, month: 1 }] as const,
  ].flatMap(([names, date]) => names.split('|').map((name): [string, DayOfYear] => [name, date])),
);

/** Days that everyone calls by name. "May Day" is none of them here: it is a story, and songs on the bridge. */
export const fixedDay = (name: string): DayOfYear | null => fixed.get(name) ?? null;

/** The next such date, today included; the very one when a year is given. Null when there is none (31 June). */
export function nextDate(today: string, { day, month, year }: DayOfYear): string | null {
  if (day < 1 || month < 1 || month > 12) return null;
  if (year !== undefined) return year >= 2000 && year <= 2100 ? dateIn(year, { day, month }) : null;
  const now = Temporal.PlainDate.from(today);
  // 29 February is never more than eight years away.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = dateIn(now.year + ahead, { day, month });
    if (date !== null && date >= today) return date;
  }
  return null;
}

/** What is left of that month, this year or next. */
export function rangeOfMonth(today: string, month: number): { from: string; to: string } {
  const now = Temporal.PlainDate.from(today);
  const first = Temporal.PlainDate.from({ year: now.year + (month < now.month ? 1 : 0), month, day: 1 });
  const from = first.toString();
  return { from: from < today ? today : from, to: first.add({ months: 1 }).subtract({ days: 1 }).toString() };
}

function dateIn(year: number, { day, month }: DayOfYear): string | null {
  if (year < 1 || year > 9_999) return null;
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' });
  return date.day === day ? date.toString() : null;
}
