import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Picks the reader's language of a name kept by language, e.g. that of a workflow's stage; English, else any, stands in. */
export function useNamed(): (names: Record<string, string>) => string {
  const { language } = useTranslation().i18n;
  return useCallback((names) => names[language] ?? names['en'] ?? Object.values(names)[0] ?? '', [language]);
}
