import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './bulk-bar.module.css';

export interface BulkBarProps {
  /** Names the region, e.g. "Selected recommendations". */
  label: string;
  /** "3 selected" */
  count: string;
  clear: { label: string; run: () => void };
  children: ReactNode;
}

/** What can be done with the selected rows; stands over the bottom of the list while something is selected. */
export function BulkBar({ label, count, clear, children }: BulkBarProps) {
  return (
    <div className={classes.bar} role="region" aria-label={label}>
      <span className={classes.count} aria-live="polite">
        {count}
      </span>
      <div className={classes.actions}>{children}</div>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconX size={14} aria-hidden="true" />}
        onClick={clear.run}
      >
        {clear.label}
      </Button>
    </div>
  );
}
