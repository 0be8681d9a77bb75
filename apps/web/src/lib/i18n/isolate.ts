import type { languages } from './languages.js';

const firstLetter = /\p{L}/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * Sets words that run the other way apart from the sentence they are put into, by the marks Unicode has for it: a Latin name
 * in an Arabic sentence would else pull the full stop to its side. What runs with the sentence stays as it is.
 */
export function isolate(words: string, direction: (typeof languages)[keyof typeof languages]['direction']): string {
  const letter = firstLetter.exec(words)?.[0];
  if (!letter) return words;
  return (rightToLeft.test(letter) ? 'rtl' : 'ltr') === direction ? words : `\u2068${words}\u2069`;
}
