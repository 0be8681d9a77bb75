import { IconCalendarDue, IconCalendarExclamation } from '@tabler/icons-react';
import { DateText } from './date-text.js';
import { dueTones, type Due } from './due.js';
import classes from './due-text.module.css';

export interface DueTextProps {
  /** `YYYY-MM-DD` */
  dueOn: string;
  due: Due;
  /** The state in words, e.g. "3 days late"; shown for anything but a far date. */
  words: string;
  /** Closed or done: the date alone, without alarm. */
  settled?: boolean;
}

export function DueText({ dueOn, due, words, settled = false }: DueTextProps) {
  if (settled) return <DateText value={dueOn} format="short" />;
  const Icon = due.state === 'late' ? IconCalendarExclamation : IconCalendarDue;
  return (
    <span className={classes.due} data-tone={dueTones[due.state]}>
      {due.state === 'later' ? null : <Icon size={14} stroke={2} aria-hidden="true" />}
      <DateText value={dueOn} format="short" />
      {due.state === 'later' ? null : <span className={classes.words}>{words}</span>}
    </span>
  );
}
