import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { PageHeader } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../../../lib/i18n/languages.js';
import { useLanguage } from '../../../lib/i18n/use-language.js';
import { BadgesShown } from './badges-shown.js';
import { ControlsShown } from './controls-shown.js';
import { FactsShown } from './facts-shown.js';
import { FiguresShown } from './figures-shown.js';
import { StatesShown } from './states-shown.js';
import { TableShown } from './table-shown.js';
import { WordsShown } from './words-shown.js';
import classes from './gallery.module.css';

/** Every part of the design system in its states; language and appearance are switched on the spot. */
export function GalleryPage() {
  const { t } = useTranslation(['gallery', 'common']);
  const { language, change } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <main className={classes.page}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t('direction')}
              value={language}
              onChange={(value) => change(value as Language)}
              data={Object.entries(languages).map(([value, { name }]) => ({
                value,
                label: <span lang={value}>{name}</span>,
              }))}
            />
            <SegmentedControl
              size="xs"
              aria-label={t('common:shell.appearance')}
              value={colorScheme}
              onChange={(value) => setColorScheme(value as MantineColorScheme)}
              data={[
                { value: 'light', label: t('common:shell.light') },
                { value: 'dark', label: t('common:shell.dark') },
                { value: 'auto', label: t('common:shell.system') },
              ]}
            />
          </>
        }
      />
      <BadgesShown />
      <FactsShown />
      <FiguresShown />
      <WordsShown />
      <TableShown />
      <ControlsShown />
      <StatesShown />
    </main>
  );
}
