import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../../lib/i18n/languages.js';
import { useLanguage } from '../../lib/i18n/use-language.js';

/** Every language by its own name, so that its readers find it. */
export function LanguageItems() {
  const { t } = useTranslation();
  const { language, change } = useLanguage();
  return (
    <Menu.RadioGroup value={language} onChange={(value) => change(value as Language)}>
      <Menu.Label>{t('shell.language')}</Menu.Label>
      {(Object.keys(languages) as Language[]).map((one) => (
        <Menu.RadioItem key={one} value={one} lang={one} closeMenuOnClick>
          {languages[one].name}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
