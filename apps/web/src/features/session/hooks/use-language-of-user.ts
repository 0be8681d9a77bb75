import { useEffect } from 'react';
import { isLanguage } from '../../../lib/i18n/languages.js';
import { useLanguage } from '../../../lib/i18n/use-language.js';
import { preferences } from '../../../lib/preferences.js';
import { useMe } from '../../../lib/session.js';
import { useChangeProfile } from '../api/change-profile.js';

/**
 * Joins the language on the screen with the person's setting (mails are written in it): where this browser has
 * chosen none the setting speaks, and a choice made here becomes the setting.
 */
export function useLanguageOfUser(): void {
  const { user } = useMe();
  const { language, change } = useLanguage();
  const { mutate, isPending } = useChangeProfile();
  const chosen = preferences.read('language');
  useEffect(() => {
    if (chosen === null && isLanguage(user.language) && user.language !== language) change(user.language);
    if (chosen !== null && language === chosen && user.language !== language && !isPending) mutate({ language });
    // Only a change of either side is acted on: a refused save is not repeated in a circle.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen, language, user.language]);
}
