import { date, dates, datesIn } from './dates.ts';
import { type Phrase, phrase, type Reading } from './phrase.ts';
import { joint, month, monthNumberOf } from './words.ts';

const to = '(?: ?- ?| (?:to|until|till|through|i|tan|hyd) )';
const months = `${month}(?:${to}${month})?(?:${joint}${month}(?:${to}${month})?)*`;
const not =
  '(?:but )?(?:not|no meetings?|no sessions?|never|except(?: for)?|excluding|apart from|closed|nothing|ond nid|nid|heblaw|ac eithrio|dim)';

export const monthPhrases: Phrase[] = [
  phrase(`(?:in |from |only in |during |ym mis |yng |ym |yn |mis |o )?(?<months>${months})(?: only| yn unig)?`, ({ group }, { groups }) => {
    group.months.push(...monthsIn(groups?.months ?? ''));
  }),
  phrase(`${not} (?:(?:in|during|for|on|am|ym mis|yng|ym|yn|mis) )?(?:the )?(?<months>${months})`, ({ group }, { groups }) => {
    group.notMonths.push(...monthsIn(groups?.months ?? ''));
  }),
  phrase(`${not} (?:on |ar )?(?<dates>${dates})`, (reading, { groups }) => {
    reading.group.notDates.push(...datesIn(reading, groups?.dates ?? ''));
  }),
  phrase(
    `(?:starting|beginning|starts|begins|from|first on|first one|yn dechrau|gan ddechrau|o)(?: on| ar)? (?<date>${date})(?:${to}(?<last>${date}))?`,
    (reading, { groups }) => {
      reading.group.from = dayIn(reading, groups?.date ?? '');
      if (groups?.last) reading.group.until = dayIn(reading, groups.last, reading.group.from);
    },
  ),
  phrase(`(?:until|till|til|ending|ends|up to|last on|tan|hyd at|hyd)(?: on| ar)? (?<date>${date})`, (reading, { groups }) => {
    reading.group.until = dayIn(reading, groups?.date ?? '', reading.group.from);
  }),
  phrase(
    '(?:in |during |only in |only during )?(?:school )?term[ -]?times?(?: only)?|(?:in|during) school terms?|(?:but )?not (?:in|during) (?:the )?(?:school )?holidays|(?:yn ystod |yn |adeg )(?:y )?tymor(?: ysgol)?(?: yn unig)?',
    ({ group }) => {
      group.termTime = true;
    },
  ),
  phrase('by (?:appointment|arrangement)(?: only)?|(?:drwy|trwy) (?:drefniant|apwyntiad)|ar apwyntiad', ({ group }) => {
    group.byAppointment = true;
  }),
];

const dayIn = (reading: Reading, words: string, from: string | null = null) =>
  datesIn({ ...reading, today: from ?? reading.today }, words)[0] ?? null;

/** "March to June, September": the runs may pass over New Year. */
function monthsIn(text: string): number[] {
  return [...text.matchAll(new RegExp(`(${month})(?:${to}(${month}))?(?![a-z])`, 'g'))].flatMap(([, first = '', last]) => {
    const from = monthNumberOf(first);
    const length = last === undefined ? 1 : ((monthNumberOf(last) - from + 12) % 12) + 1;
    return Array.from({ length }, (_, ahead) => ((from - 1 + ahead) % 12) + 1);
  });
}
