import { expect, it } from '@jest/globals';
import { isolate } from './isolate.js';

it('sets a Latin name apart in an Arabic sentence, and an Arabic one in an English sentence', () => {
  expect(isolate('Omar Nasser', 'rtl')).toBe('\u2068Omar Nasser\u2069');
  expect(isolate('عمر ناصر', 'ltr')).toBe('\u2068عمر ناصر\u2069');
});
it('leaves what runs with the sentence as it is', () => {
  expect(isolate('Omar Nasser', 'ltr')).toBe('Omar Nasser');
  expect(isolate('عمر ناصر', 'rtl')).toBe('عمر ناصر');
});
it('goes by the first letter, and leaves figures alone', () => {
  expect(isolate('7 – Omar', 'rtl')).toBe('\u20687 – Omar\u2069');
  expect(isolate('1 204', 'rtl')).toBe('1 204');
});
