import { pickFrom } from './synthetic-texts.ts';

/** One regular happening as the bulk insert reads it; `day`: 1 is Monday, as PostgreSQL counts. */
export interface SyntheticSession {
  at: number;
  day: number;
  part: string;
  starts: string;
  minutes: number;
  rule: string;
  /** Days between dates; 0 where `nth` tells: the so-manieth of its weekday in a month. */
  every: number;
  nth: number;
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const parts = [
  { part: 'morning', hours: [9, 10, 11] },
  { part: 'afternoon', hours: [12, 13, 14, 15] },
  { part: 'evening', hours: [17, 18, 19] },
];
/** Weekdays more than weekends, and evenings as often as mornings. */
const days = [1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 7];

/** Most weeks, every fortnight or once a month, as groups do; more than one of them for some. */
export function sessionsOf(random: () => number): SyntheticSession[] {
  const many = random() < 0.7 ? 1 : random() < 0.8 ? 2 : 3;
  return Array.from({ length: many }, (_, at) => {
    const day = pickFrom(days, random);
    const { part, hours } = pickFrom(parts, random);
    const starts = `${String(pickFrom(hours, random)).padStart(2, '0')}:${random() < 0.7 ? '00' : '30'}`;
    const rhythm = random();
    const nth = rhythm > 0.88 ? 1 + Math.floor(random() * 4) : 0;
    const every = nth > 0 ? 0 : rhythm > 0.75 ? 14 : 7;
    const code = codes[day - 1];
    const rule = nth > 0 ? `FREQ=MONTHLY;BYDAY=${nth}${code}` : `FREQ=WEEKLY${every === 14 ? ';INTERVAL=2' : ''};BYDAY=${code}`;
    return { at, day, part, starts, minutes: pickFrom([60, 90, 120, 120, 180], random), rule, every, nth };
  });
}
