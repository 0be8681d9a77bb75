import type { ReactNode } from 'react';
import type { IconType } from '../status/looks.js';
import classes from './state-panel.module.css';

export interface StatePanelProps {
  icon: IconType;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** `alert` makes a screen reader say it at once. */
  role?: 'alert' | 'status' | undefined;
}

/** The common shape of empty, failed and refused. */
export function StatePanel({ icon: Icon, title, children, actions, role }: StatePanelProps) {
  return (
    <div className={classes.panel} role={role}>
      <Icon size={28} stroke={1.5} aria-hidden="true" />
      <h2 className={classes.title}>{title}</h2>
      {children ? <div className={classes.text}>{children}</div> : null}
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </div>
  );
}
