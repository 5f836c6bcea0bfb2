import type { DayPart } from '../contract/vocabulary.ts';
import type { Reader } from './wish-pieces.ts';

const plain: [RegExp, DayPart[]][] = [
  [
    /^(?:(?:in the |of a |early |early in the |most )mornings?|mornings|before (?:lunch|noon)|(?:yn y|peth cynta yn y|ben) bore|(?:yn y )?boreau)$/,
    ['morning'],
  ],
  [
    /^(?:(?:in the |of an |early |late |most )afternoons?|afternoons|after lunch|yn y (?:pry|p)nhawn|prynhawniau|pnawniau|ar ol cinio)$/,
    ['afternoon'],
  ],
  [
    /^(?:(?:in the |of an |early |late |most )evenings?|evenings|at nights?|of a night|after work|(?:gydar?|fin|min|gyda r) (?:nos|hwyr)|nosweithiau|ar ol gwaith)$/,
    ['evening'],
  ],
  [/^(?:(?:in|during) the day(?:time)?|daytimes?|yn ystod y dydd)$/, ['morning', 'afternoon']],
];
/** "Tuesday evening", but no "coffee morning" and no "film night": beside a day only. */
const besideDay: [RegExp, DayPart][] = [
  [/^mornings?$/, 'morning'],
  [/^afternoons?$/, 'afternoon'],
  [/^(?:evening|night)s?$/, 'evening'],
];
const welshBesideDay: [RegExp, DayPart][] = [
  [/^(?:bob |ar )?(?:bore|fore|boreau)$/, 'morning'],
  [/^(?:bob |ar )?(?:prynhawn|brynhawn|pnawn|bnawn)$/, 'afternoon'],
  [/^(?:bob |ar )?(?:nos|noson)$/, 'evening'],
];
const day =
  /(?:day|days|tues|weds|thurs|weekends?|tomorrow|\beve)$|^(?:mon|tue|wed|thu|fri|sat|sun)s?$|^\d+(?:st|nd|rd|th)?$|^\d+\/[\d/]+$/;
const month = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/;
const welshDay = /^(?:d?dydd|llun|lun|mawrth|fawrth|mercher|fercher|iau|gwener|wener|sadwrn|sul|yfory|fory|penwythnos)$/;

const clockTime = /^(?:at |around |about |after |from |by )?(\d{1,2})(?: ?\d\d)? ?(am|pm)$/;

/** "10am" is no minute that anything must start at, but a part of the day. */
function partOfClock(words: string): DayPart | null {
  const [, digits, half] = clockTime.exec(words) ?? [];
  const hour = Number(digits);
  if (!half || hour < 1 || hour > 12) return null;
  if (half === 'am') return hour === 12 ? 'evening' : 'morning';
  return hour === 12 || hour < 5 ? 'afternoon' : 'evening';
}

/** "In the evening", "mornings", "gyda'r nos"; a bare "morning" or "nos" only beside a day. */
export const readPartsOfDay: Reader = ({ words, before, after }) => {
  const known = plain.find(([pattern]) => pattern.test(words));
  if (known) return { time: [...known[1]] };
  const clock = partOfClock(words);
  if (clock) return { time: [clock] };
  const english = besideDay.find(([pattern]) => pattern.test(words));
  if (english && (day.test(before) || month.test(before))) return { time: [english[1]] };
  const welsh = welshBesideDay.find(([pattern]) => pattern.test(words));
  return welsh && welshDay.test(after) ? { time: [welsh[1]] } : null;
};
