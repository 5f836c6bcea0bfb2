import { type Weekday, weekdays } from '../contract/vocabulary.ts';
import type { Reader } from './wish-pieces.ts';

const welsh = ['llun', 'mawrth', 'mercher', 'iau', 'gwener', 'sadwrn', 'sul'];
/** After "nos". */
const softened = ['lun', 'fawrth', 'fercher', 'iau', 'wener', 'sadwrn', 'sul'];
const short = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const full = new Map<string, Weekday>(
  weekdays.flatMap((day, at): [string, Weekday][] => [
    [day, day],
    [`${day}s`, day],
    ...['dydd', 'ddydd', 'dyddiau', 'ddyddiau'].map((word): [string, Weekday] => [`${word} ${welsh[at]}`, day]),
  ]),
);
for (const [name, day] of [['tues', 'tuesday'] as const, ['weds', 'wednesday'] as const, ['thurs', 'thursday'] as const])
  full.set(name, day);

const shortened = new Map<string, Weekday>(
  weekdays.flatMap((day, at): [string, Weekday][] => [
    [short[at] ?? day, day],
    [`${short[at]}s`, day],
  ]),
);
const bareWelsh = new Map<string, Weekday>(
  weekdays.flatMap((day, at): [string, Weekday][] => [
    [welsh[at] ?? day, day],
    [softened[at] ?? day, day],
  ]),
);

const lead = /^(?:(?:on|every|each|most) (?:(?:a|the) )?|any (?=\w+day)|a (?=\w+day)|bob |ar |pob )/;
const partOfDay = /^(?:morning|afternoon|evening|night)s?$/;
const welshPart = /^(?:bore|fore|boreau|prynhawn|brynhawn|pnawn|nos|noson)$/;

const groups = new Map<string, readonly Weekday[]>(
  [
    ['weekend|weekends|the weekend|at weekends|at the weekend|over the weekend|on weekends|at a weekend', [5, 7]] as const,
    ['penwythnos|penwythnosau|ar y penwythnos|dros y penwythnos|ar benwythnosau|y penwythnos', [5, 7]] as const,
    [
      'weekday|weekdays|on weekdays|on a weekday|in the week|during the week|midweek|mid week|ganol wythnos|yn ystod yr wythnos',
      [0, 5],
    ] as const,
  ].flatMap(([texts, [from, to]]) => texts.split('|').map((text): [string, readonly Weekday[]] => [text, weekdays.slice(from, to)])),
);

/** "Sunday", "on Tuesdays", "Saturday or Sunday", "Monday to Friday", "weekends", "dydd Sul", and "Sadwrn" after "bore". */
export const readDays: Reader = ({ words, before, after }) => {
  const group = groups.get(words);
  if (group) return { day: [...group] };
  const said = words.replace(lead, '');
  const run = /^(.+) (?:to|till|until|i|tan) (.+)$/.exec(said);
  if (run) return daysFrom(dayOf(run[1] ?? '', true), dayOf(run[2] ?? '', true));
  const parts = said.split(/ (?:and |or |a |ac |neu )?(?=(?:dydd |ddydd )?[a-z]+$|(?:dydd |ddydd )?[a-z]+ )/);
  const sure = said !== words || parts.length > 1 || partOfDay.test(after);
  const days = joinDydd(parts).map((part) => dayOf(part, sure) ?? (welshPart.test(before) ? bareWelsh.get(part) : undefined));
  return days.length > 0 && days.every((day) => day !== undefined) ? { day: [...new Set(days)] } : null;
};

/** "Sat" may be a cat on a mat: a short name counts only beside what makes it a day. */
const dayOf = (text: string, sure: boolean): Weekday | undefined => full.get(text) ?? (sure ? shortened.get(text) : undefined);

/** "dydd" and the name after it are one. */
function joinDydd(parts: string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    if (/^d?dydd$/.test(joined.at(-1) ?? '')) joined.push(`${joined.pop()} ${part}`);
    else joined.push(part);
  }
  return joined;
}

function daysFrom(first: Weekday | undefined, last: Weekday | undefined) {
  if (!first || !last) return null;
  const twice = [...weekdays, ...weekdays];
  const from = weekdays.indexOf(first);
  return { day: twice.slice(from, twice.indexOf(last, from) + 1) };
}
