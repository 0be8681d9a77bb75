import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isolate } from './isolate.js';
import { languages, type Language } from './languages.js';
import { loadNeeded } from './late-words.js';

/** A language comes whole, as one file, but for what few need (late-words.ts): no other screen waits for its words. */
const catalogues: Record<Language, () => Promise<{ catalogue: Record<string, object> }>> = {
  en: () => import('./catalogue-en.js'),
  ar: () => import('./catalogue-ar.js'),
};

/** Loads the language's words and makes them current. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'common')) {
    const { catalogue } = await catalogues[language]();
    for (const [namespace, texts] of Object.entries(catalogue)) i18next.addResourceBundle(language, namespace, texts);
  }
  await loadNeeded(language);
  await i18next.changeLanguage(language);
}

export async function startI18n(language: Language): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    // No fallback language: the catalogue's spec proves both complete, and a mixed screen would hide a gap.
    fallbackLng: false,
    defaultNS: 'common',
    resources: {},
    partialBundledLanguages: true,
    // React escapes; what the place of escaping is used for is to keep names of the other direction together.
    interpolation: {
      escapeValue: true,
      escape: (words) => isolate(words, languages[i18next.language as Language].direction),
    },
    returnNull: false,
  });
  await speak(language);
  return i18next;
}
