import type { Look } from './looks.js';
import classes from './status-badge.module.css';

export interface StatusBadgeProps {
  look: Look;
  /** The state in the reader's language; never left out, so that colour is never alone. */
  word: string;
  /** `quiet` drops fill and border, for rows of a table. */
  variant?: 'boxed' | 'quiet';
}

export function StatusBadge({ look, word, variant = 'boxed' }: StatusBadgeProps) {
  const Icon = look.icon;
  return (
    <span className={classes.badge} data-tone={look.tone} data-variant={variant}>
      <Icon size={14} stroke={2} aria-hidden="true" />
      <span className={classes.word}>{word}</span>
    </span>
  );
}
