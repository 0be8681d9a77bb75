import classes from './words.module.css';

/** A reference such as IRQ-07 keeps its own direction in every sentence. */
export function Reference({ children }: { children: string }) {
  return (
    <bdi className={classes.reference} dir="ltr">
      {children}
    </bdi>
  );
}
