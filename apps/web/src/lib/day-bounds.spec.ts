import { describe, expect, it } from '@jest/globals';
import { endOfDay, startOfDay } from './day-bounds.js';

describe('where a day begins and ends', () => {
  it.each([
    ['2026-03-02', 'UTC', '2026-03-02T00:00:00.000Z', '2026-03-03T00:00:00.000Z'],
    ['2026-03-02', 'Asia/Baghdad', '2026-03-01T21:00:00.000Z', '2026-03-02T21:00:00.000Z'],
    ['2026-03-02', 'America/New_York', '2026-03-02T05:00:00.000Z', '2026-03-03T05:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ])('%s in %s', (date, zone, start, end) => {
    expect([startOfDay(date, zone), endOfDay(date, zone)]).toEqual([start, end]);
  });
});
