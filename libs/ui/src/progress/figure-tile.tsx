import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from '../theme/palette.js';
import { Sparkline } from './sparkline.js';
import classes from './figure-tile.module.css';

export interface FigureTileProps {
  label: string;
  /** Already written for the reader: "12", "48 %". */
  value: string;
  /** Of what, or how it is counted. */
  note?: ReactNode;
  trend?: { direction: 'up' | 'down' | 'flat'; words: string; tone: Tone; values: readonly number[] } | undefined;
  /** Wraps the figure in the link that opens its items. */
  link?: ((figure: ReactNode) => ReactNode) | undefined;
}

const arrows = { up: IconArrowUpRight, down: IconArrowDownRight, flat: IconArrowRight };

export function FigureTile({ label, value, note, trend, link = (figure) => figure }: FigureTileProps) {
  const Arrow = trend ? arrows[trend.direction] : null;
  return (
    <div className={classes.tile}>
      <span className={classes.label}>{label}</span>
      <span className={classes.row}>
        <span className={classes.value}>{link(value)}</span>
        {trend && trend.values.length > 1 ? <Sparkline className={classes.spark} values={trend.values} /> : null}
      </span>
      {trend && Arrow ? (
        <span className={classes.trend} data-tone={trend.tone}>
          <span className={classes.arrow}>
            <Arrow size={14} stroke={2} aria-hidden="true" />
          </span>
          {trend.words}
        </span>
      ) : null}
      {note ? <span className={classes.note}>{note}</span> : null}
    </div>
  );
}
