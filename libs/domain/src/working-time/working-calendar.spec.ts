import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay } from '../shared/calendar-day.js';
import { addWorkingDays, isWorkingDay, type WorkingCalendar, workingDaysBetween } from './working-calendar.js';

const calendar = (changes: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [],
  ...changes,
});
const after = (days: number, from: string, changes: Partial<WorkingCalendar> = {}) =>
  addWorkingDays(calendar(changes), new Date(from), days).toISOString();

describe('counting working days', () => {
  test('ends at the same local time that many working days later', () => {
    expect(after(1, '2026-03-05T10:00:00.000Z')).toBe('2026-03-06T10:00:00.000Z');
    expect(after(2, '2026-03-05T10:00:00.000Z')).toBe('2026-03-09T10:00:00.000Z');
    expect(after(5, '2026-03-02T09:30:15.123Z')).toBe('2026-03-09T09:30:15.123Z');
  });

  test('begins with the next working day for what happens on a day off', () => {
    expect(after(1, '2026-03-07T15:00:00.000Z')).toBe('2026-03-10T00:00:00.000Z');
    expect(after(0, '2026-03-07T15:00:00.000Z')).toBe('2026-03-09T00:00:00.000Z');
  });

  test('passes over holidays in a row, and over those that fall on days off anyway', () => {
    const holidays = ['2026-03-06', '2026-03-07', '2026-03-09', '2026-03-10'];
    expect(after(1, '2026-03-05T10:00:00.000Z', { holidays })).toBe('2026-03-11T10:00:00.000Z');
  });

  test('works on Sundays where the week begins with them', () => {
    const iraq = { timeZone: 'Asia/Baghdad', workingDays: [7, 1, 2, 3, 4] };
    // Thursday 21:30 in Baghdad; the weekend is Friday and Saturday
    expect(after(1, '2026-03-05T18:30:00.000Z', iraq)).toBe('2026-03-08T18:30:00.000Z');
  });

  test('goes by the day of the zone, not of UTC, half hours and quarters included', () => {
    // Friday 23:30 in Kathmandu (+05:45) and already Saturday there a quarter of an hour after 18:15 UTC
    expect(after(1, '2026-03-06T18:00:00.000Z', { timeZone: 'Asia/Kathmandu' })).toBe('2026-03-09T18:00:00.000Z');
    expect(after(1, '2026-03-06T18:20:00.000Z', { timeZone: 'Asia/Kathmandu' })).toBe('2026-03-09T18:15:00.000Z');
    expect(after(1, '2026-03-06T18:00:00.000Z', { timeZone: 'Asia/Kolkata' })).toBe('2026-03-09T18:00:00.000Z');
  });

  test('invariant 33: keeps the local time over a change of the clocks, whole and by half an hour', () => {
    expect(after(1, '2026-03-27T09:00:00.000Z', { timeZone: 'Europe/Berlin' })).toBe('2026-03-30T08:00:00.000Z');
    expect(after(1, '2026-10-23T08:00:00.000Z', { timeZone: 'Europe/Berlin' })).toBe('2026-10-26T09:00:00.000Z');
    expect(after(1, '2026-04-03T01:00:00.000Z', { timeZone: 'Australia/Lord_Howe' })).toBe('2026-04-06T01:30:00.000Z');
  });

  test('invariant 33: takes a local time that is skipped as much later, and one that comes twice the second time', () => {
    const always = { workingDays: [1, 2, 3, 4, 5, 6, 7], timeZone: 'Europe/Berlin' };
    // 02:30 on Saturday; on Sunday the clocks go from 02:00 to 03:00
    expect(after(1, '2026-03-28T01:30:00.000Z', always)).toBe('2026-03-29T01:30:00.000Z');
    // 02:30 on Saturday; on Sunday the clocks show it at 00:30 UTC and again at 01:30 UTC
    expect(after(1, '2026-10-24T00:30:00.000Z', always)).toBe('2026-10-25T01:30:00.000Z');
  });

  test('begins a day that has no midnight with its first moment', () => {
    // Beirut skips 00:00 to 01:00 on Sunday 29 March 2026; Saturday is off
    const weekend = { timeZone: 'Asia/Beirut', workingDays: [7, 1, 2, 3, 4] };
    expect(after(0, '2026-03-28T10:00:00.000Z', weekend)).toBe('2026-03-28T22:00:00.000Z');
  });

  test('refuses a week without a working day, in words', () => {
    expect(() => after(1, '2026-03-05T10:00:00.000Z', { workingDays: [] })).toThrow(/name its working days/);
    expect(() => workingDaysBetween(calendar({ workingDays: [] }), new Date(0), new Date(1))).toThrow(/no day/);
    expect(() => after(1.5, '2026-03-05T10:00:00.000Z')).toThrow(RangeError);
  });
});

describe('whatever the calendar', () => {
  const zones = [
    'UTC',
    'Asia/Baghdad',
    'Asia/Kathmandu',
    'Europe/Berlin',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Beirut',
  ];
  const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  const anyCalendar = fc.record({
    timeZone: fc.constantFrom(...zones),
    workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    holidays: fc.array(
      instants.map((at) => at.toISOString().slice(0, 10)),
      { maxLength: 40 },
    ),
  });
  const days = fc.integer({ min: 1, max: 60 });

  test('invariant 33: the end falls on a working day, no earlier than so many days of at least 22 hours', () => {
    fc.assert(
      fc.property(anyCalendar, instants, days, (made, from, count) => {
        const end = addWorkingDays(made, from, count);
        expect(isWorkingDay(made, calendarDay(end, made.timeZone))).toBe(true);
        expect(end.getTime() - from.getTime()).toBeGreaterThanOrEqual(count * 86_400_000 - 2 * 3_600_000);
      }),
    );
  });

  test('one more day ends later, and what begins later ends no earlier', () => {
    fc.assert(
      fc.property(anyCalendar, instants, instants, days, (made, one, other, count) => {
        const [early, late] = one <= other ? [one, other] : [other, one];
        expect(addWorkingDays(made, early, count + 1) > addWorkingDays(made, early, count)).toBe(true);
        // within the hour that is put back the clocks themselves go backwards
        const gained = addWorkingDays(made, late, count).getTime() - addWorkingDays(made, early, count).getTime();
        expect(gained).toBeGreaterThanOrEqual(-3_600_000);
      }),
    );
  });

  test('counting between two instants is the other way round', () => {
    fc.assert(
      fc.property(anyCalendar, instants, days, (made, from, count) => {
        const end = addWorkingDays(made, from, count);
        expect(workingDaysBetween(made, from, end)).toBe(count);
        expect(workingDaysBetween(made, from, new Date(end.getTime() - 1))).toBe(count - 1);
        expect(workingDaysBetween(made, end, from)).toBe(0);
      }),
    );
  });
});
