import type { Hours } from './clock.ts';

export interface NthDay {
  nth: number;
  day: number;
}

/** What has been understood so far of one happening: "Mondays and Fridays 10-12, not in August". */
export interface Group {
  days: number[];
  nths: NthDay[];
  /** Of every month; -1 is its last day. */
  dates: number[];
  /** Of every year. */
  yearly: { day: number; month: number }[];
  /** One-off, YYYY-MM-DD. */
  once: string[];
  everyDays: number | null;
  weeks: number;
  everyMonths: number;
  /** 1 is January. `inMonths` stood right behind "second Sunday": each year. */
  months: number[];
  inMonths: boolean;
  notMonths: number[];
  /** YYYY-MM-DD on which it is not. */
  notDates: string[];
  from: string | null;
  until: string | null;
  hours: Hours[];
  /** Whether the hours stood before the days. */
  hoursFirst: boolean;
  part: 'am' | 'pm' | null;
  minutes: number | null;
  termTime: boolean;
  byAppointment: boolean;
}

export const emptyGroup = (): Group => ({
  ...{ days: [], nths: [], dates: [], yearly: [], once: [], everyDays: null, weeks: 1, everyMonths: 1, months: [], inMonths: false },
  ...{ notMonths: [], notDates: [], from: null, until: null, hours: [], hoursFirst: false, part: null, minutes: null },
  ...{ termTime: false, byAppointment: false },
});

export const hasDays = ({ days, nths, dates, yearly, once, everyDays }: Group): boolean =>
  days.length + nths.length + dates.length + yearly.length + once.length > 0 || everyDays !== null;

/** What is said at the end holds for everything before it that says nothing else of the kind. */
export function shareEnding(groups: Group[]): Group[] {
  const last = groups.at(-1);
  if (!last || groups.length < 2) return groups;
  return groups.map((group) => ({
    ...group,
    months: group.months.length > 0 || group.inMonths || last.inMonths ? group.months : last.months,
    notMonths: group.notMonths.length > 0 ? group.notMonths : last.notMonths,
    notDates: group.notDates.length > 0 ? group.notDates : last.notDates,
    from: group.from ?? last.from,
    until: group.until ?? last.until,
    termTime: group.termTime || last.termTime,
  }));
}
