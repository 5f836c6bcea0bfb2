import { readTime, resolveHours, sureTime, till, time } from './clock.ts';
import { type Phrase, phrase, type Reading } from './phrase.ts';
import { count, countNumber, month } from './words.ts';

const lead = '(?:from |at |between |starts at |starting at |rhwng |o |am |for )?';
/** "5 to 7 January" are days. */
const notADate = `(?! ?(?:st|nd|rd|th)?(?: of)? ${month}(?![a-z]))`;

export const hourPhrases: Phrase[] = [
  phrase(`${lead}(?<from>${time})(?:${till}| (?:and|a) )(?<to>${time})${notADate}`, (reading, { 0: words, groups }) =>
    addHours(reading, words, groups?.from ?? '', groups?.to ?? null),
  ),
  phrase(`${lead}(?<from>${sureTime})`, (reading, { 0: words, groups }) => addHours(reading, words, groups?.from ?? '', null)),
  phrase(`(?:at|starts at|starting at|am) (?<from>${time})${notADate}`, (reading, { 0: words, groups }) =>
    addHours(reading, words, groups?.from ?? '', null),
  ),
  phrase(
    `(?:for |lasts |am )(?:about )?(?<n>\\d{1,3}(?:\\.\\d)?|half an|${count})? ?(?<half>and a half )?(?<unit>hours?|hrs?|minutes?|mins?|h?awr|oriau|munud)(?<more> and a half| a hanner)?`,
    ({ group }, { groups = {} }) => {
      group.minutes = lengthOf(groups);
    },
  ),
  phrase('(?:in the |of a |bob |yn y )?(?:mornings?|bore(?:au)?)', ({ group }) => {
    group.part = 'am';
  }),
  phrase(
    "(?:in the |of an |bob |yn y |gyda[’']r |fin )?(?:afternoons?|evenings?|nights?|prynhawn(?:iau)?|pnawn(?:iau)?|hwyr|nos|nosweithiau)",
    ({ group }) => {
      group.part = 'pm';
    },
  ),
];

function addHours({ ofHours, group, problem, assume }: Reading, words: string, from: string, to: string | null): void {
  const start = readTime(from);
  const end = to === null ? null : readTime(to);
  const hours = start && (end || to === null) ? resolveHours(start, end, group.part) : null;
  if (hours === null) problem({ code: 'not-understood', words });
  else if (hours === 'unclear') problem({ code: 'which-half', words });
  else {
    if (hours.assumed) assume({ code: 'clock', words });
    ofHours().hours.push(hours);
  }
}

function lengthOf({ n, half, unit = '', more }: Record<string, string | undefined>): number {
  const units = n === undefined ? 1 : n === 'half an' ? 0.5 : countNumber(n) || Number(n);
  return Math.round((units + (half || more ? 0.5 : 0)) * (/^(?:min|munud)/.test(unit) ? 1 : 60));
}
