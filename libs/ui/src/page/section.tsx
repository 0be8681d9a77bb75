import { useId, type ReactNode } from 'react';
import classes from './section.module.css';

export interface SectionProps {
  title: ReactNode;
  /** A count or a note beside the title. */
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page, ruled off like a ledger's column head. */
export function Section({ title, note, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 className={classes.title} id={id} dir="auto">
          {title}
        </h2>
        {note ? <span className={classes.note}>{note}</span> : null}
        {actions ? <span className={classes.actions}>{actions}</span> : null}
      </div>
      {children}
    </section>
  );
}
