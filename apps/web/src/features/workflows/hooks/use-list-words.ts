import { useMemo } from 'react';
import { isolate } from '../../../lib/i18n/isolate.js';
import { languages } from '../../../lib/i18n/languages.js';
import { useLanguage } from '../../../lib/i18n/use-language.js';

/** "a, b or c" and "a, b and c" as the reader's language has them. */
export function useListWords(): { anyOf: (words: string[]) => string; allOf: (words: string[]) => string } {
  const { language } = useLanguage();
  return useMemo(() => {
    const list = (type: 'conjunction' | 'disjunction') => {
      const { locale, direction } = languages[language];
      const format = new Intl.ListFormat(locale, { type });
      return (words: string[]) => format.format(words.map((word) => isolate(word, direction)));
    };
    return { anyOf: list('disjunction'), allOf: list('conjunction') };
  }, [language]);
}
