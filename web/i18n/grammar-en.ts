import type { Grammar, NthDay } from './grammar.ts';
import { dayRun } from './grammar.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

export const enGrammar: Grammar = {
  weekdays,
  softWeekdays: weekdays,
  shortWeekdays: weekdays.map((day) => day.slice(0, 3)),
  months,
  shortMonths: months.map((month) => (month === 'September' ? 'Sept' : month.slice(0, 3))),
  clock,
  list,
  languages: list,
  range: (from, to) => `${from} to ${to}`,
  weekly(days) {
    if (days.length === 7) return 'every day';
    const run = dayRun(days);
    if (run && run.from === 0 && run.to === 4) return 'weekdays';
    if (run) return `${weekdays[run.from]} to ${weekdays[run.to]}`;
    return list(days.map((day) => `${weekdays[day]}s`));
  },
  everyWeeks: (weeks, days) => {
    const named = list(days.map((day) => weekdays[day] ?? ''));
    return weeks === 2 ? `every other ${named}` : `every ${numbers[weeks] ?? weeks} weeks on ${named}`;
  },
  everyDays: (days) => (days === 1 ? 'every day' : days === 2 ? 'every other day' : `every ${days} days`),
  nthOfMonth: (picks, everyMonths) => `${named(picks)} of ${everyMonth(everyMonths)}`,
  nthOfNamedMonth: (picks, month) => `${named(picks)} in ${months[month]}`,
  datesOfMonth: (dates, everyMonths) =>
    dates.length === 1 && dates[0] === -1
      ? `the last day of ${everyMonth(everyMonths)}`
      : `the ${list(dates.map((date) => (date === -1 ? 'last day' : ordinalDate(date))))} of ${everyMonth(everyMonths)}`,
  dateOfYear: (date, month) => `${date} ${months[month]} every year`,
};

function clock(hour: number, minute: number): string {
  if (minute === 0 && hour === 12) return 'noon';
  if (minute === 0 && hour === 0) return 'midnight';
  return `${hour % 12 || 12}${minute ? `.${String(minute).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`;
}

function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "first and third Saturday" when the day is the same, else each in full. */
function named(picks: readonly NthDay[]): string {
  const [first] = picks;
  if (first && picks.every((pick) => pick.day === first.day))
    return `${list(picks.map((pick) => ordinal(pick.nth)))} ${weekdays[first.day]}`;
  return list(picks.map((pick) => `${ordinal(pick.nth)} ${weekdays[pick.day]}`));
}

function ordinal(nth: number): string {
  if (nth === -1) return 'last';
  if (nth < -1) return `${ordinals[-nth - 1] ?? -nth} to last`;
  return ordinals[nth - 1] ?? `${nth}th`;
}

function ordinalDate(date: number): string {
  const ending = date % 100 > 10 && date % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][date % 10] ?? 'th');
  return `${date}${ending}`;
}

const everyMonth = (count: number) =>
  count === 1 ? 'the month' : count === 2 ? 'every other month' : `every ${ordinals[count - 1] ?? `${count}th`} month`;
