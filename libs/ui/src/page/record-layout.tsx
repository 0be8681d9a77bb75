import type { ReactNode } from 'react';
import classes from './record-layout.module.css';

export interface RecordLayoutProps {
  /** The words as they were written; stands first, whatever the width. */
  lead: ReactNode;
  /** The record of what became of them: beside everything on a wide page, below the words on a narrow one. */
  aside: ReactNode;
  children?: ReactNode;
}

/** A record as paper and ledger: its words and its work on one side, its facts on the other. */
export function RecordLayout({ lead, aside, children }: RecordLayoutProps) {
  return (
    <div className={classes.record}>
      <div className={classes.lead}>{lead}</div>
      <div className={classes.aside}>{aside}</div>
      <div className={classes.body}>{children}</div>
    </div>
  );
}
