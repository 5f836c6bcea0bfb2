/** A time as somebody wrote it: half of the day only where they said it. */
interface SaidTime {
  hour: number;
  minute: number;
  half: 'am' | 'pm' | null;
}

/** Minutes after midnight; `end` may pass midnight. Null: nobody said when it ends. `assumed`: am or pm was our reading. */
export interface Hours {
  start: number;
  end: number | null;
  assumed: boolean;
}

const half = '(?:a\\.?m\\.?|p\\.?m\\.?|yb|yp|yh|y bore|y prynhawn|y pnawn|yr hwyr|y nos)(?![\\p{L}])';
const oClock = "(?: ?o'?clock| o'r gloch)";
const named = '(?:12 ?)?(?:noon|midday|midnight)|hanner dydd|hanner nos';
const hourWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const past = `(?:half past|quarter past|quarter to) (?:${hourWords.join('|')}|\\d{1,2})`;
const digits = '\\d{1,2}(?:[.:]\\d{2})?';
/** A time that cannot be anything else. */
export const sureTime = `(?:${named}|${past}(?: ?${half})?|${digits} ?${half}|${digits}${oClock}|\\d{1,2}:\\d{2})`;
/** A time beside another, or after "at". */
export const time = `(?:${named}|${past}(?: ?${half})?|${digits}(?: ?${half}|${oClock})?)`;
export const till = '(?: ?- ?| (?:to|until|till|til|tan|i|hyd) )';

/** "10am", "7.30", "noon", "14:00", "hanner dydd". Null for what no clock shows. */
export function readTime(text: string): SaidTime | null {
  if (/noon|midday|hanner dydd/.test(text)) return { hour: 12, minute: 0, half: 'pm' };
  if (/midnight|hanner nos/.test(text)) return { hour: 12, minute: 0, half: 'am' };
  const [, lead, word = ''] = /^(half past|quarter past|quarter to) (\d+|[a-z]+)/.exec(text) ?? [];
  if (lead) return readPast(lead, hourWords.indexOf(word) + 1 || Number(word), text.slice(lead.length + word.length + 1));
  const [, hours = '', minutes = '0'] = /^(\d{1,2})(?:[.:](\d{2}))?/.exec(text) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (hours === '' || minute > 59 || hour > 24) return null;
  const said = /a\.?m|yb|bore/.test(text) ? 'am' : /p\.?m|yp|yh|prynhawn|pnawn|hwyr|nos/.test(text) ? 'pm' : null;
  if (said && (hour > 12 || hour < 1)) return null;
  return { hour, minute, half: said };
}

function readPast(lead: string, hour: number, rest: string): SaidTime | null {
  const minute = lead === 'half past' ? 30 : lead === 'quarter past' ? 15 : 45;
  return readTime(`${lead === 'quarter to' ? hour - 1 || 12 : hour}.${minute}${rest}`);
}

/** Which half of the day is meant. `part` is what was said beside it ("mornings"). 'unclear': it may well be either. */
export function resolveHours(from: SaidTime, to: SaidTime | null, part: 'am' | 'pm' | null): Hours | 'unclear' {
  const start = startOf(from, to, part);
  if (start === 'unclear') return 'unclear';
  const assumed = !isSure(from) && part === null && !(to && isSure(to) && to.half !== null);
  if (!to) return { start, end: null, assumed };
  const end = isSure(to) ? inDay(to, to.half) : nextAfter(start, to);
  return { start, end: end > start ? end : end + 1440, assumed };
}

function startOf(from: SaidTime, to: SaidTime | null, part: 'am' | 'pm' | null): number | 'unclear' {
  if (isSure(from)) return inDay(from, from.half);
  // "7.30 to 9pm" is in the evening, "10 to 1pm" begins in the morning.
  if (to && isSure(to) && to.half !== null) {
    const [late, end] = [inDay(from, 'pm'), inDay(to, to.half)];
    return to.half === 'am' || late >= (end || 1440) ? inDay(from, 'am') : late;
  }
  if (part) return inDay(from, from.hour === 12 ? 'pm' : part);
  if (from.hour >= 8 && from.hour <= 11) return inDay(from, 'am');
  return from.hour === 7 ? 'unclear' : inDay(from, 'pm');
}

/** Said, or by a clock of 24 hours. */
const isSure = ({ hour, half }: SaidTime) => half !== null || hour > 12 || hour === 0;

function inDay({ hour, minute }: SaidTime, half: 'am' | 'pm' | null): number {
  if (half === null) return (hour * 60 + minute) % 1440;
  return ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute;
}

function nextAfter(start: number, to: SaidTime): number {
  const choices = [inDay(to, 'am'), inDay(to, 'pm'), inDay(to, 'am') + 1440];
  return choices.find((choice) => choice > start) ?? start + 60;
}
