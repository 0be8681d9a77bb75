import { describe, expect, it } from '@jest/globals';
import { openAnswer, sealAnswer } from './sealed-answer.js';

describe('a sealed answer', () => {
  it.each(['', '{"token":"upt_secret"}', 'نص عربي'])('opens to the very words: %s', (body) => {
    const sealed = sealAnswer(body, 'one secret');
    expect(openAnswer(sealed, 'one secret')).toBe(body);
    if (body) expect(Buffer.from(sealed, 'base64').toString('utf8')).not.toContain(body);
  });

  it('opens under no other secret, nor after a change', () => {
    const sealed = sealAnswer('words', 'one secret');
    expect(() => openAnswer(sealed, 'another secret')).toThrow();
    const bytes = Buffer.from(sealed, 'base64');
    bytes[30] = (bytes[30] ?? 0) ^ 1;
    expect(() => openAnswer(bytes.toString('base64'), 'one secret')).toThrow();
  });
});
