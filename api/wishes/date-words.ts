import { type Weekday, weekdays } from '../contract/vocabulary.ts';
import { addDays, weekdayOf } from '../time/london-time.ts';
import { fixedDay, monthNumber, nextDate, rangeOfMonth } from './calendar.ts';
import type { Reader, WishFilters } from './wish-pieces.ts';

/** Days of today's week count from Monday. */
const place = (date: string) => weekdays.indexOf(weekdayOf(date));
const between = (from: string, to: string): WishFilters => (from === to ? { on: from } : { from, to });

const said: [RegExp, (today: string) => WishFilters][] = [
  [/^(?:today|heddiw|later today|on today)$/, (today) => ({ on: today })],
  [/^(?:tonight|this evening|heno|later tonight)$/, (today) => ({ on: today, time: ['evening'] })],
  [/^(?:this morning|y bore ma|bore ma|y bore yma)$/, (today) => ({ on: today, time: ['morning'] })],
  [/^(?:this afternoon|y?r? ?(?:prynhawn|pnawn) (?:ma|yma))$/, (today) => ({ on: today, time: ['afternoon'] })],
  [/^(?:tomorrow|tomorow|tommorow|tommorrow|yfory|fory)$/, (today) => ({ on: addDays(today, 1) })],
  [/^(?:(?:the )?day after tomorrow|drennydd)$/, (today) => ({ on: addDays(today, 2) })],
  [/^(?:(?:on |over )?this (?:coming )?weekend|(?:dros )?y? ?penwythnos (?:yma|ma|hwn))$/, thisWeekend],
  [/^(?:(?:the )?(?:next|following) weekend|y? ?penwythnos nesaf?)$/, nextWeekend],
  [
    /^(?:this week|later this week|yr wythnos (?:hon|yma|ma)|wythnos (?:hon|yma|ma))$/,
    (today) => between(today, addDays(today, 6 - place(today))),
  ],
  [/^(?:next week|(?:yr )?wythnos nesaf?)$/, (today) => between(addDays(today, 7 - place(today)), addDays(today, 13 - place(today)))],
];
const weekdayText = `(${weekdays.join('|')})`;
const welshDays = ['llun', 'mawrth', 'mercher', 'iau', 'gwener', 'sadwrn', 'sul'];
const nextDay = new RegExp(`^(?:on )?(?:next ${weekdayText}|${weekdayText} week|a week on ${weekdayText})$`);
const thisDay = new RegExp(`^(?:on )?(?:this (?:coming )?${weekdayText}|${weekdayText} coming)$`);
const welshDay = new RegExp(`^(?:ar )?d?dydd (${welshDays.join('|')}) (nesaf?|yma|ma|hwn)$`);
const dated =
  /^(?:on )?(?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:the )?|d?dydd [a-z]+ )?(?:(\d{1,2})(?:st|nd|rd|th|ain|af|ydd|fed|eg)?(?: of| o)? ([a-z]+)|([a-z]+) (?:the )?(\d{1,2})(?:st|nd|rd|th)?)(?: (\d{4}))?$/;
const strokes = /^(?:on )?(\d{1,2})\/(\d{1,2})(?:\/(\d{2}|\d{4}))?$/;
const wholeMonth = /^(?:(?:in|during|throughout) (?:the month of )?|(?:yn |ym |yng )(?:ystod )?(?:mis )?|mis )([a-z]+)$/;

/** "Tomorrow", "this weekend", "next Tuesday", "24 December", "24/12", "Christmas Day", "in December", "penwythnos yma". */
export const readDate: Reader = (spot) => {
  const pair = /^(.+) (?:or|and|to|until|till|neu|i|tan) (.+)$/.exec(spot.words);
  const both = pair?.slice(1).map((words) => readOne({ ...spot, words }));
  const dates = both?.flatMap((filters) => [filters?.on, filters?.from, filters?.to].filter((date) => date !== undefined)).sort() ?? [];
  const [first, last] = [dates[0], dates.at(-1)];
  return both?.every(Boolean) && first && last ? between(first, last) : readOne(spot);
};

const readOne: Reader = ({ words, today }) => {
  const known = said.find(([pattern]) => pattern.test(words));
  if (known) return known[1](today);
  const fixed = fixedDay(words.replace(/^(?:on|ar) /, ''));
  if (fixed) return on(nextDate(today, fixed));
  return readWeekday(words, today) ?? readDayAndMonth(words, today) ?? readMonth(words, today);
};

/** Said on a Monday or a Friday, "next Tuesday" is the one of the week to come. */
function readWeekday(words: string, today: string): WishFilters | null {
  const welsh = welshDay.exec(words);
  const welshName = welsh && weekdays[welshDays.indexOf(welsh[1] ?? '')];
  const next = nextDay.exec(words);
  const [nextName, coming] = [next?.[1], next?.[2] ?? next?.[3]];
  const thisName = thisDay.exec(words)?.slice(1).find(Boolean);
  if (isWeekday(coming)) return { on: addDays(comingDay(today, coming), 7) };
  if (isWeekday(nextName)) return { on: dayOfNextWeek(today, nextName) };
  if (isWeekday(thisName)) return { on: comingDay(today, thisName) };
  if (welshName) return { on: welsh[2]?.startsWith('nesa') ? dayOfNextWeek(today, welshName) : comingDay(today, welshName) };
  return null;
}

function readDayAndMonth(words: string, today: string): WishFilters | null {
  const slashed = strokes.exec(words);
  if (slashed) return on(nextDate(today, { day: Number(slashed[1]), month: Number(slashed[2]), year: yearOf(slashed[3]) }));
  const match = dated.exec(words);
  const month = monthNumber(match?.[2] ?? match?.[3] ?? '');
  return match && month ? on(nextDate(today, { day: Number(match[1] ?? match[4]), month, year: yearOf(match[5]) })) : null;
}

function readMonth(words: string, today: string): WishFilters | null {
  const month = monthNumber(wholeMonth.exec(words)?.[1] ?? '');
  return month ? rangeOfMonth(today, month) : null;
}

const on = (date: string | null) => (date === null ? null : { on: date });
const yearOf = (text: string | undefined) => (text === undefined ? undefined : text.length === 2 ? 2000 + Number(text) : Number(text));
const isWeekday = (text: string | undefined): text is Weekday => weekdays.some((day) => day === text);
const comingDay = (today: string, day: Weekday) => addDays(today, (weekdays.indexOf(day) - place(today) + 7) % 7);
const dayOfNextWeek = (today: string, day: Weekday) => addDays(today, 7 - place(today) + weekdays.indexOf(day));

/** What is left of it, on a Saturday or a Sunday. */
function thisWeekend(today: string): WishFilters {
  return between(addDays(today, Math.max(0, 5 - place(today))), addDays(today, 6 - place(today)));
}

function nextWeekend(today: string): WishFilters {
  return between(addDays(today, 12 - place(today)), addDays(today, 13 - place(today)));
}
