import { describe, expect, test } from '@jest/globals';
import { checkExpression } from './check-expression.js';
import { evaluateExpression } from './evaluate-expression.js';
import type { ExpressionFacts } from './expression-facts.js';

const facts: ExpressionFacts = {
  submission: {
    kind: 'update',
    progress: 60,
    rating: null,
    fields: { offices: 3, ratio: 0.5, places: ['Erbil', 'Basra'], amount: { amount: '1250000.00', currency: 'USD' } },
  },
  item: { kind: 'task', reference: '12', priority: 'high', status: 'open', visibility: 'workspace', fields: {} },
  member: { id: 'm1', roles: ['reviewer'], teamIds: ['t1'] },
};
const holds = (text: string) => evaluateExpression('route', text, facts);

describe('conditions', () => {
  test.each([
    ['submission.progress >= 50', true],
    ['submission.progress > 60', false],
    ['submission.fields.offices == 3 && submission.fields.ratio < 1', true],
    ['item.priority in ["high", "urgent"]', true],
    ['submission.fields.places.exists(place, place == "Basra")', true],
    ['size(submission.fields.places) > 2', false],
    ['has(submission.rating)', false],
    ['!has(submission.rating)', true],
  ])('%s is %s', (text, expected) => {
    expect(checkExpression('route', text)).toEqual([]);
    expect(holds(text)).toBe(expected);
  });

  test('are false where what they speak of is not there, and never stop a run', () => {
    expect(holds('submission.fields.nothing > 1')).toBe(false);
    expect(holds('!(submission.fields.nothing > 1)')).toBe(false);
    expect(holds('submission.rating == "limited"')).toBe(false);
    expect(holds('submission.fields.places > 3')).toBe(false);
    expect(holds('this is none')).toBe(false);
    expect(evaluateExpression('route', 'item.priority == "high"', { ...facts, item: null })).toBe(false);
  });

  test('compare money exactly, in its own currency alone', () => {
    expect(holds('moneyAbove(submission.fields.amount, "1000000", "USD")')).toBe(true);
    expect(holds('moneyAbove(submission.fields.amount, "1250000", "USD")')).toBe(false);
    expect(holds('moneyAtLeast(submission.fields.amount, "1250000.000", "USD")')).toBe(true);
    expect(holds('moneyAbove(submission.fields.amount, "1249999.999999", "USD")')).toBe(true);
    expect(holds('moneyAbove(submission.fields.amount, "1", "IQD")')).toBe(false);
    expect(holds('moneyAbove(submission.fields.offices, "1", "USD")')).toBe(false);
    const amount = { amount: '9007199254740993.01', currency: 'USD' };
    const large = { ...facts, submission: { ...facts.submission, fields: { amount } } };
    expect(evaluateExpression('route', 'moneyAbove(submission.fields.amount, "9007199254740993", "USD")', large)).toBe(
      true,
    );
  });

  test('know members in rules of eligibility alone', () => {
    const rule = '"reviewer" in member.roles && "t1" in member.teamIds';
    expect(checkExpression('eligibility', rule)).toEqual([]);
    expect(evaluateExpression('eligibility', rule, facts)).toBe(true);
    expect(checkExpression('route', rule)).toEqual([
      { message: 'There is nothing called "member" here.', start: 14, end: 20 },
    ]);
  });
});

describe('what is wrong with a condition', () => {
  test.each([
    ['submission.progres > 3', 'There is no "progres" in that.', 11, 18],
    ['submission.kind == 3', '"submission.kind == 3" does not fit together: no such overload: string == int.', 0, 20],
    ['submission.progress >', 'The condition ends too early.', 21, 21],
    ['submission.progress', 'A condition is true or false; this one is a int.', 0, 19],
    ['moneyAbove(submission.fields.amount, "1,000", "USD")', '"1,000" is no amount: write it as "1250000.00".', 37, 44],
    [
      'moneyAbove(submission.fields.amount, "1000", "dollars")',
      '"dollars" is no currency: write its three letters, as "USD".',
      45,
      54,
    ],
  ])('is said in plain words with its place: %s', (text, message, start, end) => {
    expect(checkExpression('route', text)).toEqual([{ message, start, end }]);
  });

  test('patterns, clocks and walks inside walks are refused, and what is too large', () => {
    const said = (text: string) =>
      checkExpression('route', text)
        .map((found) => found.message)
        .join();
    expect(said('submission.kind.matches("(a+)+$")')).toContain('cannot call "matches"');
    expect(said('now() == now()')).toContain('does not fit together');
    expect(said('timestamp("2026-01-01T00:00:00Z").getFullYear() == 2026')).toContain('cannot call');
    expect(said('submission.fields.a.all(x, submission.fields.a.all(y, x == y))')).toContain('inside another');
    expect(said(Array.from({ length: 80 }, () => 'true').join(' && '))).toContain('too long');
    expect(said(`${'('.repeat(20)}true${')'.repeat(20)}`)).toContain('too deeply nested');
  });
});
