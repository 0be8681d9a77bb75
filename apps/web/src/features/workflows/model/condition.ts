/** What a condition that anybody can set speaks of; everything else is written as text. */
export const conditionSubjects = ['money', 'number', 'text', 'progress', 'rating', 'priority'] as const;
export type ConditionSubject = (typeof conditionSubjects)[number];

export type ConditionOperator = 'above' | 'atLeast' | 'below' | 'atMost' | 'is' | 'isNot';

export interface Condition {
  subject: ConditionSubject;
  /** Of the submission, where the subject is a field. */
  field: string;
  operator: ConditionOperator;
  value: string;
  /** Three letters, where the subject is money. */
  currency: string;
}

export const operatorsOf: Readonly<Record<ConditionSubject, readonly ConditionOperator[]>> = {
  money: ['above', 'atLeast'],
  number: ['above', 'atLeast', 'below', 'atMost', 'is', 'isNot'],
  text: ['is', 'isNot'],
  progress: ['above', 'atLeast', 'below', 'atMost'],
  rating: ['is', 'isNot'],
  priority: ['is', 'isNot'],
};

export const emptyCondition: Condition = {
  subject: 'money',
  field: 'amount',
  operator: 'above',
  value: '',
  currency: 'USD',
};

const signs: Readonly<Record<ConditionOperator, string>> = {
  above: '>',
  atLeast: '>=',
  below: '<',
  atMost: '<=',
  is: '==',
  isNot: '!=',
};

const FIELD = /^[A-Za-z_][A-Za-z0-9_]*$/u;

/** The condition as the engine reads it; empty while it is not finished, which is then said as a problem of the stage. */
export function writeCondition({ subject, field, operator, value, currency }: Condition): string {
  const said = value.trim();
  const needsField = subject === 'money' || subject === 'number' || subject === 'text';
  if (said === '' || (needsField && !FIELD.test(field))) return '';
  switch (subject) {
    case 'money':
      return `${operator === 'above' ? 'moneyAbove' : 'moneyAtLeast'}(submission.fields.${field}, ${quoted(said)}, ${quoted(currency)})`;
    case 'number':
      return `submission.fields.${field} ${signs[operator]} ${said}`;
    case 'text':
      return `submission.fields.${field} ${signs[operator]} ${quoted(said)}`;
    case 'progress':
      return `submission.progress ${signs[operator]} ${said}`;
    case 'rating':
      return `submission.rating ${signs[operator]} ${quoted(said)}`;
    case 'priority':
      return `item.priority ${signs[operator]} ${quoted(said)}`;
  }
}

const quoted = (text: string): string => JSON.stringify(text);

const MONEY = /^(moneyAbove|moneyAtLeast)\(submission\.fields\.(\w+), "([^"\\]*)", "([^"\\]*)"\)$/u;
const NUMBER = /^submission\.fields\.(\w+) (>=|<=|==|!=|>|<) (-?\d+(?:\.\d+)?)$/u;
const TEXT = /^submission\.fields\.(\w+) (==|!=) "([^"\\]*)"$/u;
const FIXED = /^(submission\.progress|submission\.rating|item\.priority) (>=|<=|==|!=|>|<) (?:"([a-z_]+)"|(-?\d+))$/u;

/** The condition that `writeCondition` wrote; null where somebody wrote another, which only its text can show. */
export function readCondition(text: string): Condition | null {
  const money = MONEY.exec(text);
  if (money) {
    const [, name, field = '', value = '', currency = ''] = money;
    return { subject: 'money', field, operator: name === 'moneyAbove' ? 'above' : 'atLeast', value, currency };
  }
  const number = NUMBER.exec(text);
  if (number) return plain('number', number[1], number[2], number[3]);
  const words = TEXT.exec(text);
  if (words) return plain('text', words[1], words[2], words[3]);
  const fixed = FIXED.exec(text);
  const subject = fixed?.[1]?.split('.')[1] as 'progress' | 'rating' | 'priority' | undefined;
  if (!fixed || !subject || (subject === 'progress') !== (fixed[4] !== undefined)) return null;
  const read = plain(subject, '', fixed[2], fixed[3] ?? fixed[4]);
  return read && operatorsOf[subject].includes(read.operator) ? read : null;
}

function plain(subject: ConditionSubject, field = '', sign = '', value = ''): Condition | null {
  const operator = (Object.keys(signs) as ConditionOperator[]).find((one) => signs[one] === sign);
  return operator ? { subject, field, operator, value, currency: 'USD' } : null;
}
