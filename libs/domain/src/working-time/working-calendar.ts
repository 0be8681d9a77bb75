import { DomainError } from '../shared/domain-error.js';
import { DAY_MS, instantOf, type LocalTime, localTimeAt } from './local-time.js';

/** On which days a workspace works. */
export interface WorkingCalendar {
  /** IANA name. */
  readonly timeZone: string;
  /** ISO weekdays, 1 is Monday. */
  readonly workingDays: readonly number[];
  /** `YYYY-MM-DD`; on these it does not work, whatever the weekday. */
  readonly holidays: readonly string[];
}

/**
 * The instant at which the `days`-th working day after `from` is over: the same local time that many working days later, so that from
 * Thursday 10:00 one working day ends Friday 10:00, and two end Monday 10:00. What begins on a day off begins to count with the first
 * moment of the next working day. The end always falls on a working day; where the clocks are changed it is the later reading of the
 * local time, never an earlier one. Throws `invalid_state` where no day of the week is worked.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: Date, days: number): Date {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is no number of working days`);
  requireWorkingDay(calendar);
  const start = startOfCount(calendar, from);
  let { day } = start;
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(calendar, day);
  return instantOf({ ...start, day }, calendar.timeZone);
}

/** How many working days, as `addWorkingDays` counts them, are over between two instants; 0 where `to` is not after `from`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  requireWorkingDay(calendar);
  if (to <= from) return 0;
  const start = startOfCount(calendar, from);
  const { day: lastDay } = localTimeAt(to, calendar.timeZone);
  let days = 0;
  let { day } = start;
  for (let next = nextWorkingDay(calendar, day); next <= lastDay; next = nextWorkingDay(calendar, day)) {
    day = next;
    days += 1;
  }
  // on the last of them the time of day has perhaps not come yet
  return days > 0 && instantOf({ ...start, day }, calendar.timeZone) > to ? days - 1 : days;
}

export function isWorkingDay({ workingDays, holidays }: WorkingCalendar, day: string): boolean {
  const weekday = new Date(day).getUTCDay() || 7;
  return workingDays.includes(weekday) && !holidays.includes(day);
}

function requireWorkingDay({ workingDays }: WorkingCalendar): void {
  if (workingDays.some((weekday) => weekday >= 1 && weekday <= 7)) return;
  throw new DomainError('invalid_state', {
    detail:
      'This workspace works on no day of the week, so no deadline can be counted: name its working days in its settings',
  });
}

function startOfCount(calendar: WorkingCalendar, from: Date): LocalTime {
  const local = localTimeAt(from, calendar.timeZone);
  return isWorkingDay(calendar, local.day) ? local : { day: nextWorkingDay(calendar, local.day), timeOfDay: 0 };
}

// Comes to an end: holidays are days by date, and beyond the last of them some weekday is worked.
function nextWorkingDay(calendar: WorkingCalendar, after: string): string {
  let day = after;
  do day = new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
  while (!isWorkingDay(calendar, day));
  return day;
}
