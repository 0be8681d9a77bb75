import { ratingLooks, unsetLook } from '@uptake/ui';
import type { CSSProperties } from 'react';
import type { Stacked } from './rating-bar.js';
import classes from './leadership.module.css';

/** A patch in the colour of a rating; what is not rated is hatched, so that it is not taken for a rating. */
export function RatingMark({ rating, style }: { rating: Stacked; style?: CSSProperties }) {
  const look = rating === 'unrated' ? unsetLook : ratingLooks[rating];
  return (
    <span
      className={classes.mark}
      data-tone={look.tone}
      data-unrated={rating === 'unrated' || undefined}
      style={style}
      aria-hidden="true"
    />
  );
}
