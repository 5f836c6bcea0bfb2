import { dayParts, weekdays } from '../contract/vocabulary.ts';
import { readDays } from './day-words.ts';
import { readPartsOfDay } from './time-words.ts';
import type { Reader } from './wish-pieces.ts';

const notThen =
  /^(?:(?:but |just )?not |except (?:for )?|excluding |apart from |other than |any (?:other )?(?:day|time) (?:but |except |apart from |other than )|ond nid |nid |heblaw (?:am )?|ac eithrio |dim ar )(?=\S)/;
/** What cannot be read as its opposite is no date either: "not tomorrow" asks for anything but tomorrow. */
const notBefore = /^(?:not|except|excluding|nid|heblaw|eithrio)$/;
const oneWeek = /^(?:on |at )?(?:this|next) (?:coming )?/;
const part = / (?:morning|afternoon|evening|night)s?$/;
const welshPart = /^(?:ar )?(bore|fore|prynhawn|brynhawn|pnawn|nos|noson) /;

/** "Not on Monday", "except Sundays", "ond nid nos Fercher": the other days. "Not in the evening": the rest of the day. */
export const readRuledOut: Reader = (spot) => {
  const rest = spot.words.replace(notThen, '');
  if (rest === spot.words) return null;
  const time = readPartsOfDay({ ...spot, words: rest })?.time;
  if (time) return { time: dayParts.filter((each) => !time.includes(each)) };
  // Which evening it is not says no more than which day: the day is left out whole.
  const welsh = welshPart.exec(rest);
  const words = rest.replace(part, '').replace(welshPart, '').replace(oneWeek, '');
  const day = readDays({ ...spot, words, before: welsh?.[1] ?? '', after: words === rest ? '' : 'evening' })?.day;
  const others = weekdays.filter((each) => !day?.includes(each));
  return day && others.length > 0 ? { day: others } : null;
};

/** For readers of time: what is ruled out is not asked for. */
export const unlessRuledOut =
  (read: Reader): Reader =>
  (spot) =>
    notBefore.test(spot.before) || notThen.test(spot.words) ? null : read(spot);
