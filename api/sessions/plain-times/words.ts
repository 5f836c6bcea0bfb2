/** The words of days, months and numbers, in English and Welsh, as parts of patterns and as what they mean. Days count from Monday at 0. */
const englishDays = [
  'mon(?:day)?',
  'tue(?:s(?:day)?)?',
  'wed(?:s|nesday)?',
  'thu(?:r(?:s(?:day)?)?)?',
  'fri(?:day)?',
  'sat(?:urday)?',
  'sun(?:day)?',
];
/** As they are, and softened after "nos". */
const welshDays = ['ll?un', '(?:m|f)awrth', '(?:m|f)ercher', 'iau', 'g?wener', 'sadwrn', 'sul'];
const englishMonths = [
  ...[
    'jan(?:uary)?',
    'feb(?:ruary)?',
    'mar(?:ch)?',
    'apr(?:il)?',
    'may',
    'june?',
    'july?',
    'aug(?:ust)?',
    'sept?(?:ember)?',
    'oct(?:ober)?',
  ],
  ...['nov(?:ember)?', 'dec(?:ember)?'],
];
/** As they are, and softened after "o" and "i". */
const welshMonths = [
  ...['ionawr', 'chwefror', '(?:m|f)awrth', 'ebrill', '(?:m|f)ai', '(?:m|f)ehefin', 'g?orffennaf', 'awst', '(?:m|f)edi', 'hydref'],
  ...['(?:t|d|th)achwedd', 'rh?agfyr'],
];
const ordinals: [string, number][] = [
  ['first|1st|cyntaf|gyntaf|1af', 1],
  ['second|2nd|ail|2il', 2],
  ['third|3rd|(?:t|th|d)rydydd|(?:t|th|d)rydedd|3ydd', 3],
  ['fourth|4th|(?:p|ph|b)edwerydd|(?:p|ph|b)edwaredd|4ydd', 4],
  ['fifth|5th|(?:p|ph|b)umed|5ed', 5],
  ['last|olaf', -1],
  ['(?:second|2nd|next) to last|last but one|olaf ond 1|olaf ond un', -2],
  ['third to last|olaf ond 2|olaf ond dau', -3],
  ['fourth to last|olaf ond 3|olaf ond tri', -4],
  ['fifth to last|olaf ond 4|olaf ond pedwar', -5],
];
const counts: [string, number][] = [
  ['a|an|one|un|1', 1],
  ['two|dau|dwy|ddwy|ddau|2', 2],
  ['three|tri|tair|dair|3', 3],
  ['four|pedwar|pedair|bedair|4', 4],
  ['five|pump?|bump?|5', 5],
  ['six|chwe(?:ch)?|6', 6],
  ['seven|saith|7', 7],
  ['eight|wyth|8', 8],
];

const anyOf = (patterns: string[]) => `(?:${patterns.join('|')})`;
/** The longest first, so that none hides another. */
const ordinalPatterns = [...ordinals].reverse().map(([pattern]) => pattern);

export const weekday = `${anyOf(englishDays)}s?`;
export const welshWeekday = anyOf(welshDays);
export const month = anyOf([...englishMonths, ...welshMonths]);
export const ordinal = anyOf(ordinalPatterns);
export const count = anyOf(counts.map(([pattern]) => pattern));
/** "and", in a list. Before the longest joints: a comma alone is one, too. */
export const joint = '(?: ?, ?(?:and |or |a |ac |neu )?| ?& ?| ?\\/ ?| ?\\+ ?| (?:and|or|a|ac|neu) )';

export const weekdayNumber = (text: string) => meaningOf(text, [...englishDays.map((day) => `${day}s?`)]) ?? meaningOf(text, welshDays);
/** 1 is January. */
export function monthNumberOf(text: string): number {
  return (meaningOf(text, englishMonths) ?? meaningOf(text, welshMonths) ?? 0) + 1;
}
export const ordinalNumber = (text: string) => ordinals.find(([pattern]) => new RegExp(`^(?:${pattern})$`).test(text))?.[1] ?? 0;
export const countNumber = (text: string) => counts.find(([pattern]) => new RegExp(`^(?:${pattern})$`).test(text))?.[1] ?? 0;

function meaningOf(text: string, patterns: string[]): number | undefined {
  const at = patterns.findIndex((pattern) => new RegExp(`^(?:${pattern})$`).test(text));
  return at < 0 ? undefined : at;
}
