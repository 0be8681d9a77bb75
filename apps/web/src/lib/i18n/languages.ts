/** Languages of the screens; `locale` writes their dates and numbers (day before month in English).
 * Kurdish (Sorani) joins by a line here, a catalogue, and month names for `FormatProvider`. */
export const languages = {
  en: { name: 'English', direction: 'ltr', locale: 'en-GB' },
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar' },
} as const;
export type Language = keyof typeof languages;

export const isLanguage = (tag: string | null | undefined): tag is Language =>
  tag !== null && tag !== undefined && Object.hasOwn(languages, tag);

/** The first of the wanted tags that is there, by its language alone (`ar-IQ` -> `ar`); English when none is. */
export function pickLanguage(wanted: readonly (string | null | undefined)[]): Language {
  for (const tag of wanted) {
    const language = tag?.split('-')[0];
    if (isLanguage(language)) return language;
  }
  return 'en';
}
