import type { Grammar, NthDay } from './grammar.ts';
import { dayRun } from './grammar.ts';

const days = ['Llun', 'Mawrth', 'Mercher', 'Iau', 'Gwener', 'Sadwrn', 'Sul'];
/** After "nos" (evening, feminine) the day's name softens: nos Lun, nos Fawrth. */
const nights = ['nos Lun', 'nos Fawrth', 'nos Fercher', 'nos Iau', 'nos Wener', 'nos Sadwrn', 'nos Sul'];
const months = ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'];
/** As after "o" (from), which softens. */
const softMonths = [
  'Ionawr',
  'Chwefror',
  'Fawrth',
  'Ebrill',
  'Fai',
  'Fehefin',
  'Orffennaf',
  'Awst',
  'Fedi',
  'Hydref',
  'Dachwedd',
  'Ragfyr',
];

/** Before "wythnos", which is feminine. */
const numbers = ['dim', 'un', 'dwy', 'tair', 'pedair', 'pum', 'chwe', 'saith', 'wyth'];

export const cyGrammar: Grammar = {
  weekdays: days.map((day) => `dydd ${day}`),
  softWeekdays: days.map((day) => `ddydd ${day}`),
  shortWeekdays: ['Llun', 'Maw', 'Mer', 'Iau', 'Gwen', 'Sad', 'Sul'],
  months,
  shortMonths: ['Ion', 'Chwef', 'Maw', 'Ebr', 'Mai', 'Meh', 'Gorff', 'Awst', 'Medi', 'Hyd', 'Tach', 'Rhag'],
  clock,
  list,
  languages: (names) => list(names.map((name, index) => (index > 0 && index === names.length - 1 ? breathed(name) : name))),
  range: (from, to) => (months.includes(to) ? `${from} i ${softMonths[months.indexOf(to)]}` : `${from} tan ${to}`),
  weekly(weekdays, evening) {
    if (weekdays.length === 7) return evening ? 'bob nos' : 'bob dydd';
    const run = dayRun(weekdays);
    if (run) return `${name(run.from, evening)} i ${soft(run.to, evening)}`;
    return `bob ${list(weekdays.map((day) => name(day, evening)))}`;
  },
  everyWeeks: (weeks, weekdays, evening) =>
    weeks === 2
      ? `bob yn ail ${list(weekdays.map((day, index) => (index === 0 ? soft(day, evening) : name(day, evening))))}`
      : `bob ${numbers[weeks] ?? weeks} wythnos ar ${list(weekdays.map((day, index) => (index === 0 ? soft(day, evening) : name(day, evening))))}`,
  everyDays: (count) => (count === 1 ? 'bob dydd' : count === 2 ? 'bob yn ail ddydd' : `bob ${count} diwrnod`),
  nthOfMonth: (picks, everyMonths, evening) => `${list(picks.map((pick) => nth(pick, evening)))} ${everyMonth(everyMonths)}`,
  nthOfNamedMonth: (picks, month, evening) => `${list(picks.map((pick) => nth(pick, evening)))} ym mis ${months[month]}`,
  datesOfMonth: (dates, everyMonths) =>
    `${list(dates.map((date) => (date === -1 ? 'diwrnod olaf' : ordinalDate(date))))} ${everyMonth(everyMonths)}`,
  dateOfYear: (date, month) => `${date} ${months[month]} bob blwyddyn`,
};

/** Evening begins at five, as "nos" does in what is said of the day. yb: y bore (morning), yp: y prynhawn (afternoon), yh: yr hwyr (evening). */
function clock(hour: number, minute: number): string {
  if (minute === 0 && hour === 12) return 'hanner dydd';
  if (minute === 0 && hour === 0) return 'hanner nos';
  const part = hour < 12 ? 'yb' : hour < 17 ? 'yp' : 'yh';
  return `${hour % 12 || 12}${minute ? `.${String(minute).padStart(2, '0')}` : ''}${part}`;
}

/** "and" is `ac` before a vowel, else `a`, which breathes on our own words (not on people's names for things): "a thrydydd", "a Chymraeg". */
function list(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? '';
  const joined = /^[aeiouwyâêîôûŵŷ]/i.test(last)
    ? `ac ${last}`
    : `a ${last.replace(/^([ptc])(?!h)|^(C)(?=ymraeg)|^(T)(?=achwedd)/, '$1$2$3h')}`;
  return `${items.slice(0, -1).join(', ')} ${joined}`;
}

/** Every language's Welsh name is a word of our own: "a Phwyleg", "a Thwrceg". */
const breathed = (language: string) => language.replace(/^([PTC])(?![hs])/, '$1h');

const name = (day: number, evening: boolean) => (evening ? nights[day] : `dydd ${days[day]}`) ?? '';
const soft = (day: number, evening: boolean) => (evening ? nights[day] : `ddydd ${days[day]}`) ?? '';

/** "First" and "last" follow the day, the others stand before it; "second" softens it; "nos" takes the feminine forms. */
function nth(pick: NthDay, evening: boolean): string {
  const day = name(pick.day, evening);
  if (pick.nth === -1) return `${day} olaf`;
  if (pick.nth === 1) return `${day} ${evening ? 'gyntaf' : 'cyntaf'}`;
  if (pick.nth === 2) return `ail ${soft(pick.day, evening)}`;
  if (pick.nth === 3) return `${evening ? 'trydedd' : 'trydydd'} ${day}`;
  if (pick.nth === 4) return `${evening ? 'pedwaredd' : 'pedwerydd'} ${day}`;
  if (pick.nth === 5) return `pumed ${day}`;
  return `${day} olaf ond ${-pick.nth - 1}`;
}

const ordinalEndings = [
  '',
  'af',
  'il',
  'ydd',
  'ydd',
  'ed',
  'ed',
  'fed',
  'fed',
  'fed',
  'fed',
  'eg',
  'fed',
  'eg',
  'eg',
  'fed',
  'eg',
  'eg',
  'fed',
  'eg',
  'fed',
];
const ordinalDate = (date: number) => `${date}${ordinalEndings[date] ?? 'ain'}`;
const everyMonth = (count: number) => (count === 1 ? 'y mis' : count === 2 ? 'bob yn ail fis' : `bob ${count} mis`);
