import { ratings, type RollupGroup } from '@uptake/contracts';
import { useFormats } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { RatingMark } from './rating-mark.js';
import classes from './leadership.module.css';

/** From the best rating to none, as bars and columns are stacked from the line up. */
export const stackOrder = [...[...ratings].reverse(), 'unrated'] as const;
export type Stacked = (typeof stackOrder)[number];

/** How a group is rated, as shares of one bar; said in words to those who do not see it. */
export function RatingBar({ group }: { group: RollupGroup }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const shown = stackOrder.filter((rating) => group.byRating[rating] > 0);
  const words = shown
    .map((rating) => `${t(`rating.${rating === 'unrated' ? 'none' : rating}`)}: ${number(group.byRating[rating])}`)
    .join(', ');
  return (
    <span className={classes.bar} role="img" aria-label={words} title={words}>
      {shown.map((rating) => (
        <RatingMark key={rating} rating={rating} style={{ flexGrow: group.byRating[rating] }} />
      ))}
    </span>
  );
}
