import { useDocumentTitle } from '@mantine/hooks';
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
  /** It is all there is on the page, so its title heads the page. */
  asPage?: boolean | undefined;
}

/** The common shape of empty, failed and refused. */
export function StatePanel({ icon: Icon, title, children, actions, role, asPage }: StatePanelProps) {
  // else the window would keep the name of the page before
  useDocumentTitle(asPage ? title : '');
  const Heading = asPage ? 'h1' : 'h2';
  return (
    <div className={classes.panel} role={role}>
      <Icon size={28} stroke={1.5} aria-hidden="true" />
      <Heading className={classes.title}>{title}</Heading>
      {children ? <div className={classes.text}>{children}</div> : null}
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </div>
  );
}
