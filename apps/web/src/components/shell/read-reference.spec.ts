import { expect, it } from '@jest/globals';
import { readReference } from './read-reference.js';

it.each(['IRQ-07', 'irq-7', 'IRQ 7', 'irq-٠٧'])('reads %s as the seventh recommendation', (words) => {
  expect(readReference(words)).toEqual({ kind: 'recommendation', reference: 'IRQ-07' });
});
it.each(['1042', '#1042', ' ١٠٤٢ '])('reads %s as a task', (words) =>
  expect(readReference(words)).toEqual({ kind: 'task', number: 1042 }),
);
it.each(['', 'election', 'IRQ-', '2026-05-10'])('takes %p for words', (words) =>
  expect(readReference(words)).toBeNull(),
);
