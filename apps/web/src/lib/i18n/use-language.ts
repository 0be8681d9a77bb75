import { useDirection } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { preferences } from '../preferences.js';
import { speak } from './i18n.js';
import { languages, pickLanguage, type Language } from './languages.js';

/** The language on the screen, and how to change it: words, direction and `lang` turn at once, without a reload. */
export function useLanguage(): { language: Language; change: (language: Language) => void } {
  const { i18n } = useTranslation();
  return {
    language: pickLanguage([i18n.language]),
    change: (language) => {
      preferences.write('language', language);
      void speak(language);
    },
  };
}

/** Keeps the document's `lang` and `dir`, and Mantine's direction, with the language; once, in the providers. */
export function useDocumentLanguage(): void {
  const { language } = useLanguage();
  const { dir, setDirection } = useDirection();
  const wanted = languages[language].direction;
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = wanted;
    if (dir !== wanted) setDirection(wanted);
  }, [language, dir, wanted, setDirection]);
}
