import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './page-header.module.css';

export interface PageHeaderProps {
  title: string;
  /** Above the title: a reference, or links back. */
  eyebrow?: ReactNode;
  /** Beside the title: status badges. */
  status?: ReactNode;
  /** Under the title: one line of what this page is. */
  description?: ReactNode;
  actions?: ReactNode;
}

/** Heads a page and names the window after it. */
export function PageHeader({ title, eyebrow, status, description, actions }: PageHeaderProps) {
  useDocumentTitle(title);
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {eyebrow ? <div className={classes.eyebrow}>{eyebrow}</div> : null}
        <div className={classes.line}>
          <h1 className={classes.title} dir="auto">
            {title}
          </h1>
          {status}
        </div>
        {description ? <div className={classes.description}>{description}</div> : null}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  );
}
