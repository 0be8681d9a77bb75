import { SegmentedControl } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../../../lib/i18n/languages.js';
import { useLanguage } from '../../../lib/i18n/use-language.js';
import { SignInForm } from './sign-in-form.js';
import classes from './sign-in-page.module.css';

export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation(['auth', 'common']);
  const { language, change } = useLanguage();
  useDocumentTitle(t('title'));
  return (
    <main className={classes.page}>
      <div className={classes.paper}>
        <p className={classes.brand} translate="no">
          {t('common:product')}
        </p>
        <p className={classes.promise}>{t('promise')}</p>
      </div>
      <div className={classes.ledger}>
        <div className={classes.form}>
          <h1 className={classes.title}>{t('title')}</h1>
          <SignInForm onSignedIn={onSignedIn} />
          <SegmentedControl
            className={classes.languages}
            size="xs"
            aria-label={t('common:shell.language')}
            value={language}
            onChange={(value) => change(value as Language)}
            data={Object.entries(languages).map(([value, { name }]) => ({
              value,
              label: <span lang={value}>{name}</span>,
            }))}
          />
        </div>
      </div>
    </main>
  );
}
