import { dates, datesIn } from './dates.ts';
import { type Phrase, phrase, type Reading } from './phrase.ts';
import { count, countNumber, joint, month, monthNumberOf, ordinal, ordinalNumber, weekday, weekdayNumber, welshWeekday } from './words.ts';

const welshDay = `(?:(?:bob |ar )?(?:d?dydd(?:iau)?|nos|noson) )${welshWeekday}`;
const aDay = `(?:${weekday}|${welshDay})`;
const each = '(?:every |each |bob |on |ar |most )?';
/** "Monthly on the first Monday", "every first Monday". */
const monthly = '(?:(?:monthly|once a month|every month|each month|bob mis|unwaith y mis),? )?(?:on |every |each |ar )?';
const ofMonth = "(?:,? (?:of|in) (?:the|each|every|a) month| monthly|,? (?:bob|y|o bob|pob|o’r|o'r) mis)";
/** "Of every other month", "bob yn ail fis", "of every third month". */
const ofEveryFewMonths = `(?:,? (?:of |in )?every (?<other>other|second|alternate) month| (?<yn>bob yn ail fis)| (?:of |in )?every (?<few>${count}|${ordinal}) months?| bob (?<rhai>\\d) mis)`;
const inMonth = `(?: (?:in|of|ym mis|yng|ym|mis) (?<month>${month})(?: (?:every|each) year)?)`;
const dateNumber = '(?:\\d{1,2}(?:st|nd|rd|th|af|il|ydd|ed|fed|eg|ain)|last day|diwrnod olaf)';

const counted = `(?:the |y |yr )?(?<nths>${ordinal}(?:${joint}(?:the )?${ordinal})*) (?<nthday>${aDay})`;
/** "First" and "last" follow the day in Welsh. */
const countedWelsh = `(?:y |yr )?(?<day>${welshDay}|${welshWeekday}) (?<nth>cyntaf|gyntaf|olaf ond \\w+|olaf)`;
const after = `(?:(?<monthly>${ofMonth})|${ofEveryFewMonths}|${inMonth})?`;

export const dayPhrases: Phrase[] = [
  phrase(`(?:every|each) second (?<day>${weekday})(?!${ofMonth}| of)`, ({ problem, ofDays }, { 0: words, groups }) => {
    ofDays().days.push(dayOf(groups?.day ?? ''));
    problem({ code: 'every-second', words });
  }),
  phrase(`${monthly}${counted}${after}`, readCounted),
  phrase(`${monthly}${countedWelsh}${after}`, readCounted),
  phrase(`${each}${aDay}`, (reading, [said]) => addDays(reading, [dayOf(said)])),
  // Bare names after a day with its "dydd": "dydd Llun, Mercher a Gwener", of which "Mawrth" would else be a month.
  phrase(`${each}${welshDay}(?:${joint}(?:${welshWeekday}))+`, (reading, [said]) =>
    addDays(
      reading,
      [...said.matchAll(new RegExp(`(?<![\\p{L}])${welshWeekday}(?![\\p{L}])`, 'gu'))].map(([name]) => dayOf(name)),
    ),
  ),
  phrase(
    `${each}(?<first>${aDay})(?: ?- ?| (?:to|through|thru|until|till|i|tan|hyd) )(?<last>${aDay}|${welshWeekday})`,
    ({ ofDays }, { groups }) => {
      const [first, last] = [dayOf(groups?.first ?? ''), dayOf(groups?.last ?? '')];
      ofDays().days.push(...Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, ahead) => (first + ahead) % 7));
    },
  ),
  phrase('(?:on |every |each )?(?:weekdays?|working days?)|yn ystod yr wythnos|diwrnodau gwaith', (reading) =>
    addDays(reading, [0, 1, 2, 3, 4]),
  ),
  phrase('(?:at |on |every |each )?(?:the )?weekends?|(?:ar |dros |bob )?(?:y )?[pb]h?enwythnos(?:au)?', (reading) =>
    addDays(reading, [5, 6]),
  ),
  phrase('every day|each day|daily|(?:7|seven) days a week|bob dydd|bob nos|yn ddyddiol', (reading) => {
    reading.ofDays().everyDays = 1;
  }),
  phrase(
    `every other day|alternate days|bob yn ail d?dydd(?! ${welshWeekday})|every (?<n>\\d{1,2}|${count}) days|bob (?<m>\\d{1,2}) diwrnod`,
    ({ ofDays }, { groups }) => {
      const n = groups?.n ?? groups?.m;
      ofDays().everyDays = n === undefined ? 2 : countNumber(n) || Number(n);
    },
  ),
  phrase(
    `(?:every (?:other|alternate)|alternate|every fortnight|once a fortnight|each fortnight|fortnightly|bob yn ail|bob ail|bob pythefnos|every (?:other|second) week|every (?<n>\\d|${count}) weeks|bob (?<m>\\d|${count}) wythnos|bob yn ail wythnos)(?: on| ar)?`,
    (reading, { groups }) => {
      const n = groups?.n ?? groups?.m;
      reading.ofDays().weeks = n === undefined ? 2 : countNumber(n) || Number(n);
    },
  ),
  phrase('once a week|weekly|every week|each week|bob wythnos|yn wythnosol|wythnosol', () => undefined),
  phrase(`(?:on )?(?:the )?(?<dates>${dateNumber}(?:${joint}(?:the )?${dateNumber})*)(?:${ofMonth}|${ofEveryFewMonths})`, readDates),
  phrase(`(?<d>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<m>${month}) (?:every year|each year|bob blwyddyn)`, ({ ofDays }, { groups }) => {
    ofDays().yearly.push({ day: Number(groups?.d), month: monthNumberOf(groups?.m ?? '') });
  }),
  phrase(`(?:on |ar )?(?<dates>${dates})`, (reading, { groups }) => {
    const found = datesIn(reading, groups?.dates ?? '');
    if (found.length > 0) reading.ofDays().once.push(...found);
  }),
];

function addDays({ ofDays }: Reading, days: number[]): void {
  ofDays().days.push(...days);
}

function readCounted({ ofDays }: Reading, { groups = {} }: RegExpExecArray): void {
  const group = ofDays();
  const day = dayOf(groups.nthday ?? groups.day ?? '');
  const said = groups.nths ?? groups.nth ?? '';
  const nths = [...said.matchAll(new RegExp(`(?<![\\p{L}\\d])${ordinal}(?![\\p{L}\\d])`, 'gu'))].map(([nth]) => ordinalNumber(nth));
  group.nths.push(...nths.map((nth) => ({ nth, day })));
  setMonths(group, groups);
  if (groups.month === undefined) return;
  group.months.push(monthNumberOf(groups.month));
  group.inMonths = true;
}

function readDates({ ofDays }: Reading, { groups = {} }: RegExpExecArray): void {
  const group = ofDays();
  const each = (groups.dates ?? '').matchAll(/\d+|last day|diwrnod olaf/g);
  group.dates.push(...[...each].map(([said]) => Number(said) || -1));
  setMonths(group, groups);
}

function setMonths(group: ReturnType<Reading['ofDays']>, groups: Record<string, string | undefined>): void {
  const few = groups.few ?? groups.rhai;
  if (groups.other !== undefined || groups.yn !== undefined) group.everyMonths = 2;
  else if (few !== undefined) group.everyMonths = countNumber(few) || ordinalNumber(few) || Number(few);
}

function dayOf(said: string): number {
  const name = said.replace(/^(?:every|each|bob|on|ar|most) /, '').replace(/^(?:d?dydd(?:iau)?|nos|noson) /, '');
  return weekdayNumber(name) ?? 0;
}
