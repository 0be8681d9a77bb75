import { describe, expect, it } from '@jest/globals';
import { calendarDay } from '../shared/calendar-day.js';
import { isOverdue } from './overdue.js';

describe('overdue', () => {
  const lateEvening = new Date('2026-03-02T21:30:00Z');

  it('begins only when the due day has ended in the workspace, not in UTC', () => {
    const item = { dueOn: '2026-03-02', lifecycle: 'open' } as const;
    expect(isOverdue(item, calendarDay(lateEvening, 'UTC'))).toBe(false);
    expect(isOverdue(item, calendarDay(lateEvening, 'Asia/Baghdad'))).toBe(true);
  });

  it('ends when the item closes, and never holds without a date', () => {
    expect(isOverdue({ dueOn: '2026-01-01', lifecycle: 'closed' }, '2026-03-02')).toBe(false);
    expect(isOverdue({ dueOn: null, lifecycle: 'open' }, '2026-03-02')).toBe(false);
  });
});
