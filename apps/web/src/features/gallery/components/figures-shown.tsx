import { FigureTile, ProgressBar, Section, StageStepper, stageStates, tones, useFormats } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../../components/links.js';
import { useToday } from '../../../lib/clock.js';
import classes from './gallery.module.css';

export function FiguresShown() {
  const { t } = useTranslation(['gallery', 'common']);
  const formats = useFormats();
  const since = t('since', { date: formats.date(useToday(), 'short') });
  const names = [t('stageDraft'), t('stageReview'), t('stageApproval'), t('stageEnd')];
  const stagesOf = (...states: (typeof stageStates)[number][]) =>
    states.map((state, index) => ({
      key: String(index),
      name: names[index] ?? '',
      state,
      word: t(`common:stageState.${state}`),
      detail: state === 'open' ? `${t('person')}, ${since}` : undefined,
    }));
  return (
    <>
      <Section title={t('stages')}>
        <div className={classes.halves}>
          <StageStepper label={t('stages')} stages={stagesOf('approved', 'open', 'waiting', 'waiting')} />
          <StageStepper label={t('stages')} stages={stagesOf('approved', 'changes_requested', 'blocked', 'waiting')} />
          <StageStepper label={t('stages')} stages={stagesOf('approved', 'approved', 'approved', 'approved')} />
          <StageStepper label={t('stages')} stages={stagesOf('approved', 'rejected', 'cancelled', 'superseded')} />
        </div>
      </Section>
      <Section title={t('figures')}>
        <div className={classes.grid}>
          <FigureTile
            label={t('openRecommendations')}
            value={formats.number(42)}
            note={t('figureNote', { total: formats.number(61), hidden: formats.number(3) })}
            trend={{
              direction: 'down',
              words: t('fewer', { count: 6 }),
              tone: 'success',
              values: [51, 50, 50, 48, 47, 45, 44, 42],
            }}
            link={(figure) => <AnchorLink to="/gallery">{figure}</AnchorLink>}
          />
          <FigureTile
            label={t('overdue')}
            value={formats.number(7)}
            trend={{
              direction: 'up',
              words: t('more', { count: 2 }),
              tone: 'danger',
              values: [5, 5, 4, 6, 5, 6, 7, 7],
            }}
          />
          <FigureTile
            label={t('progress')}
            value={formats.percent(0.48)}
            trend={{ direction: 'flat', words: t('same'), tone: 'neutral', values: [3, 3, 3] }}
          />
        </div>
      </Section>
      <Section title={t('progress')}>
        <div className={classes.grid}>
          {tones.map((tone, index) => (
            <ProgressBar key={tone} label={t('progress')} tone={tone} value={index * 20} />
          ))}
        </div>
      </Section>
    </>
  );
}
