import { describe, expect, it } from '@jest/globals';
import { calendarDateIn, createFormats, daysBetween } from './formats.js';

const english = createFormats({ locale: 'en-GB', timeZone: 'Asia/Baghdad' });

describe('dates in words', () => {
  it('names the month of a calendar date, whatever the reader’s zone', () => {
    const west = createFormats({ locale: 'en-GB', timeZone: 'America/Los_Angeles' });
    expect(west.date('2026-04-03')).toBe('3 April 2026');
  });
  it('shows an instant in the reader’s zone', () => {
    expect(english.date('2026-04-03T22:30:00.000Z', 'dateTime')).toContain('4 April 2026');
    expect(english.date('2026-04-03T22:30:00.000Z', 'dateTime')).toContain('01:30');
  });
  it('never gives a calendar date a time of day', () => {
    expect(english.date('2026-04-03', 'dateTime')).toBe('3 April 2026');
  });
  it('keeps the Gregorian calendar in Arabic', () => {
    const arabic = createFormats({ locale: 'ar', timeZone: 'UTC' });
    expect(arabic.date('2026-04-03')).toMatch(/أبريل|نيسان/u);
  });
  it('uses the given month names for a language Intl lacks', () => {
    const months = Array.from({ length: 12 }, (_, index) => `month-${index + 1}`);
    const invented = createFormats({ locale: 'qaa', timeZone: 'UTC', months });
    expect(invented.date('2026-04-03')).toContain('month-4');
  });
  it('gives back what it cannot read', () => expect(english.date('soon')).toBe('soon'));
});

it('counts days across a month and a leap day', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
});

it('knows that today differs by zone', () => {
  const at = new Date('2026-04-03T22:30:00Z');
  expect(calendarDateIn('Asia/Baghdad', at)).toBe('2026-04-04');
  expect(calendarDateIn('UTC', at)).toBe('2026-04-03');
});
