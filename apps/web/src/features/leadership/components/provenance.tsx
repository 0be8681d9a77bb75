import { useFormats } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import classes from './leadership.module.css';

export interface ProvenanceProps {
  asOf: string;
  formula: 'groups' | 'series' | 'stuck' | 'overdue';
  /** Items that the reader may not see; undefined where another block of the page says it. */
  hidden: number;
}

/** What every block says of itself: of when it is, how it is counted, and how much of it the reader may not see. */
export function Provenance({ asOf, formula, hidden }: ProvenanceProps) {
  const { t } = useTranslation('leadership');
  const formats = useFormats();
  const hiddenWords =
    hidden === 0
      ? t('provenance.nothingHidden')
      : formula === 'stuck'
        ? t('provenance.hiddenStuck', { count: hidden })
        : t('provenance.hidden', { count: hidden });
  return (
    <p className={classes.provenance}>
      <time dateTime={asOf}>{t('provenance.asOf', { at: formats.date(asOf, 'dateTime') })}</time>{' '}
      {t(`provenance.${formula}`)} {hiddenWords}
    </p>
  );
}
