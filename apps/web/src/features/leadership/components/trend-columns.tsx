import type { RollupSeries } from '@uptake/contracts';
import { useFormats } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { ItemsLink } from './items-link.js';
import { placeLabels } from './place-labels.js';
import { stackOrder } from './rating-bar.js';
import { RatingMark } from './rating-mark.js';
import classes from './leadership.module.css';

type Points = RollupSeries['points'];

const labelGap = 0.13;

/** A column a week, stacked by verified rating; the last one carries the names. Time runs with the reading direction. */
export function TrendColumns({ points, brief }: { points: Points; brief: string | undefined }) {
  const { t } = useTranslation(['leadership', 'common']);
  const { date, number } = useFormats();
  const highest = Math.max(1, ...points.map((point) => point.total));
  const last = points.at(-1);
  const named = stackOrder.filter((rating) => (last?.byRating[rating] ?? 0) > 0);
  const places = placeLabels(
    named.map((rating) => (last?.byRating[rating] ?? 0) / highest),
    labelGap,
  );
  return (
    <figure
      className={classes.chart}
      aria-label={t('chart', { from: points[0] ? date(points[0].on) : '', to: last ? date(last.on) : '' })}
    >
      <div className={classes.columns} aria-hidden="true">
        {points.map((point) => (
          <div key={point.on} className={classes.week}>
            <div className={classes.plot}>
              {stackOrder.map((rating) =>
                point.byRating[rating] > 0 ? (
                  <RatingMark
                    key={rating}
                    rating={rating}
                    style={{ blockSize: `${(100 * point.byRating[rating]) / highest}%` }}
                  />
                ) : null,
              )}
            </div>
            <span className={classes.weekName}>
              {date(point.on, 'short').replace(/[\s,،]*\d{4}$|[\s,،]*[٠-٩]{4}$/u, '')}
            </span>
          </div>
        ))}
      </div>
      <ul className={classes.labels}>
        {named.map((rating, index) => (
          <li key={rating} style={{ insetBlockStart: `${(places[index] ?? 0) * 100}%` }}>
            <ItemsLink filter={{ ...(brief ? { brief } : {}), rating: rating === 'unrated' ? 'none' : rating }}>
              {t(`common:rating.${rating === 'unrated' ? 'none' : rating}`)}{' '}
              <b>{number(last?.byRating[rating] ?? 0)}</b>
            </ItemsLink>
          </li>
        ))}
      </ul>
    </figure>
  );
}
