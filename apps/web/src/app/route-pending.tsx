import { RecordSkeleton } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import classes from './route-pending.module.css';

/** While a route's code or first data is on its way; shows itself only after a moment. */
export function RoutePending() {
  const { t } = useTranslation();
  return (
    <div className={classes.pending}>
      <RecordSkeleton label={t('states.loading')} />
    </div>
  );
}
