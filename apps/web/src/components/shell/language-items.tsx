import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../../lib/i18n/languages.js';
import { useLanguage } from '../../lib/i18n/use-language.js';
import classes from './shell.module.css';

/** Every language by its own name, so that its readers find it. */
export function LanguageItems() {
  const { t } = useTranslation();
  const { language, change } = useLanguage();
  return (
    <>
      <Menu.Label>{t('shell.language')}</Menu.Label>
      {(Object.keys(languages) as Language[]).map((one) => (
        <Menu.Item
          key={one}
          lang={one}
          role="menuitemradio"
          aria-checked={one === language}
          leftSection={
            one === language ? <IconCheck size={16} aria-hidden="true" /> : <span className={classes.noMark} />
          }
          onClick={() => change(one)}
        >
          {languages[one].name}
        </Menu.Item>
      ))}
    </>
  );
}
