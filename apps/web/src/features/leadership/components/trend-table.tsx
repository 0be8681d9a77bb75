import type { RollupSeries } from '@uptake/contracts';
import { DateText, useFormats } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { stackOrder } from './rating-bar.js';
import classes from './leadership.module.css';

/** The columns' figures, a row a week, the newest first. */
export function TrendTable({ points }: { points: RollupSeries['points'] }) {
  const { t } = useTranslation(['leadership', 'common']);
  const { number } = useFormats();
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.week')}</th>
            {(['total', 'open', 'closed'] as const).map((name) => (
              <th key={name} scope="col" className={classes.figure}>
                {t(`column.${name}`)}
              </th>
            ))}
            {stackOrder.map((rating) => (
              <th key={rating} scope="col" className={classes.figure}>
                {t(`common:rating.${rating === 'unrated' ? 'none' : rating}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map((point) => (
            <tr key={point.on}>
              <th scope="row">
                <DateText value={point.on} format="short" />
              </th>
              {[point.total, point.open, point.closed, ...stackOrder.map((rating) => point.byRating[rating])].map(
                (count, index) => (
                  <td key={index} className={classes.figure}>
                    {number(count)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
