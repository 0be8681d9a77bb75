import { IconArrowBackUp, IconCircleCheck, IconSend } from '@tabler/icons-react';
import { DiffText, KeyHint, Reference, Section, Timeline, WrittenText } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../../lib/clock.js';
import { printCombo } from '../../../lib/keys/match-combo.js';
import classes from './gallery.module.css';

export function WordsShown() {
  const { t } = useTranslation(['gallery', 'common']);
  const today = useToday();
  const name = t('person');
  return (
    <div className={classes.halves}>
      <Section title={t('words')} note={<Reference>{'IRQ-07'}</Reference>}>
        <WrittenText quoted>{t('quote')}</WrittenText>
      </Section>
      <Section title={t('diff')}>
        <DiffText
          before={t('before')}
          after={t('after')}
          labels={{ added: t('common:states.added'), removed: t('common:states.removed') }}
        />
      </Section>
      <Section title={t('timeline')}>
        <Timeline
          label={t('timeline')}
          entries={[
            {
              id: '3',
              icon: IconCircleCheck,
              tone: 'success',
              title: t('approved', { name }),
              at: `${today}T11:10:00Z`,
            },
            {
              id: '2',
              icon: IconArrowBackUp,
              tone: 'attention',
              title: t('commented', { name }),
              at: `${today}T09:40:00Z`,
              body: <WrittenText>{t('comment')}</WrittenText>,
            },
            { id: '1', icon: IconSend, title: t('submitted', { name }), at: `${today}T08:05:00Z` },
          ]}
        />
      </Section>
      <Section title={t('keys')}>
        <div className={classes.row}>
          {['Mod+KeyK', 'KeyG KeyI', 'Shift+Slash', 'KeyJ'].map((combo) => (
            <KeyHint key={combo} keys={printCombo(combo, false)} />
          ))}
        </div>
      </Section>
    </div>
  );
}
