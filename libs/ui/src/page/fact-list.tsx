import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Labels and values of a record. `columns` for wide places, `rows` for a side panel. */
export function FactList({ facts, layout = 'columns' }: { facts: readonly Fact[]; layout?: 'columns' | 'rows' }) {
  return (
    <dl className={classes.facts} data-layout={layout}>
      {facts.map((fact) => (
        <div key={fact.label} className={classes.fact}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
