import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from '../designer.module.css';

/** One part of a stage's form, with its heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={classes.part}>
      <h3 className={classes.partTitle} id={id}>
        {title}
      </h3>
      {children}
    </div>
  );
}
