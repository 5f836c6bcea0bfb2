/** Days are `YYYY-MM-DD` in Europe/London, whatever the machine's own zone. */
export type Day = string;

export interface LondonTime {
  day: Day;
  hour: number;
  minute: number;
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The wall clock in London at an instant. */
export function londonTime(instant: string | Date): LondonTime {
  const parts = Object.fromEntries(london.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour), minute: Number(parts.minute) };
}

export const londonDay = (instant: string | Date): Day => londonTime(instant).day;

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / dayMs);

export const addDays = (day: Day, days: number): Day => new Date(utc(day) + days * dayMs).toISOString().slice(0, 10);

/** Monday is 0. */
export const weekdayOf = (day: Day): number => (new Date(utc(day)).getUTCDay() + 6) % 7;

export const dayParts = (day: Day) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) });

const dayMs = 86_400_000;
const utc = (day: Day) => Date.parse(`${day}T00:00:00Z`);
