import { describe, expect, it } from '@jest/globals';
import { weekEnds } from './week-ends.js';

describe('weekEnds', () => {
  it('ends today and goes back a week at a time, over a year and a leap day', () => {
    expect(weekEnds('2028-03-07', 3)).toEqual(['2028-02-22', '2028-02-29', '2028-03-07']);
    expect(weekEnds('2026-01-03', 2)).toEqual(['2025-12-27', '2026-01-03']);
  });
});
