import type { ReactNode } from 'react';
import type { Tone } from '../theme/palette.js';
import type { IconType } from '../status/looks.js';
import { DateText } from '../dates/date-text.js';
import classes from './timeline.module.css';

export interface TimelineEntry {
  id: string;
  icon: IconType;
  tone?: Tone;
  /** Who did what, as a sentence. */
  title: ReactNode;
  /** ISO instant. */
  at: string;
  body?: ReactNode;
}

/** What happened, in the order given. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol className={classes.timeline} aria-label={label}>
      {entries.map(({ id, icon: Icon, tone = 'neutral', title, at, body }) => (
        <li key={id} className={classes.entry} data-tone={tone}>
          <span className={classes.mark} aria-hidden="true">
            <Icon size={13} stroke={2} />
          </span>
          <div className={classes.words}>
            <span className={classes.title}>{title}</span>
            <span className={classes.at}>
              <DateText value={at} format="dateTime" />
            </span>
            {body ? <div className={classes.body}>{body}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
