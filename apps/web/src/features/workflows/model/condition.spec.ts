import { describe, expect, it } from '@jest/globals';
import {
  type Condition,
  conditionSubjects,
  emptyCondition,
  operatorsOf,
  readCondition,
  writeCondition,
} from './condition.js';

const values = { money: '1000000', number: '3', text: 'Basra', progress: '50', rating: 'limited', priority: 'high' };
const all: Condition[] = conditionSubjects.flatMap((subject) =>
  operatorsOf[subject].map((operator) => ({
    subject,
    operator,
    field: ['money', 'number', 'text'].includes(subject) ? 'amount' : '',
    value: values[subject],
    currency: 'USD',
  })),
);

describe('a condition', () => {
  it.each(all)('of $subject, $operator, is read again as it was written', (condition) => {
    expect(readCondition(writeCondition(condition))).toEqual(condition);
  });

  it('says an amount by money of one currency', () => {
    expect(writeCondition({ ...emptyCondition, value: '1000000' })).toBe(
      'moneyAbove(submission.fields.amount, "1000000", "USD")',
    );
  });

  it('is empty while something of it is missing, and never takes a name for more than a name', () => {
    expect(writeCondition(emptyCondition)).toBe('');
    expect(writeCondition({ ...emptyCondition, value: '1', field: 'a) || true || (b' })).toBe('');
    expect(
      writeCondition({ subject: 'text', field: 'place', operator: 'is', value: 'a" || "" == "', currency: '' }),
    ).toBe('submission.fields.place == "a\\" || \\"\\" == \\""');
  });

  it('that somebody wrote otherwise is left to its text', () => {
    for (const text of ['true', 'submission.progress >= 50 && item.priority == "high"', 'submission.rating > "x"', ''])
      expect(readCondition(text)).toBeNull();
  });
});
