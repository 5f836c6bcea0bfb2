import { addDays, type Day, weekdayOf } from '../../i18n/london-day.ts';

/** The days that are looked at, both included. */
export interface Period {
  name: 'day' | 'weekend' | 'week' | 'days';
  from: Day;
  to: Day;
}

const saturday = 5;
const weekDays = 7;

/** Saturday and Sunday to come; what is left of them once they have begun. */
export function weekendOf(today: Day): Period {
  const weekday = weekdayOf(today);
  const from = addDays(today, Math.max(0, saturday - weekday));
  return { name: 'weekend', from, to: addDays(today, weekDays - 1 - weekday) };
}

export const weekOf = (today: Day): Period => ({ name: 'week', from: today, to: addDays(today, weekDays - 1) });

/** The seven days to choose from: this week's when the day is among them, else those from the day on. */
export function stripOf(day: Day, today: Day): { from: Day; to: Day } {
  const week = weekOf(today);
  return day >= week.from && day <= week.to ? week : weekOf(day);
}

/** What an address asks for; today when it asks for nothing. */
export function readPeriod({ on, from, to }: { on?: Day; from?: Day; to?: Day }, today: Day): Period {
  if (on || (!from && !to)) return { name: 'day', from: on ?? today, to: on ?? today };
  const first = from ?? today;
  const days: Period = { name: 'days', from: first, to: to ?? addDays(first, weekDays - 1) };
  const known = [weekendOf(today), weekOf(today)].find((each) => each.from === days.from && each.to === days.to);
  return known ?? days;
}
