import { IconUsersGroup } from '@tabler/icons-react';
import classes from './chip.module.css';

export interface TeamChipProps {
  name: string;
  note?: string | undefined;
  size?: 'sm' | 'md';
}

export function TeamChip({ name, note, size = 'sm' }: TeamChipProps) {
  return (
    <span className={classes.chip} data-size={size}>
      <span className={classes.mark} data-team aria-hidden="true">
        <IconUsersGroup size={size === 'sm' ? 12 : 16} stroke={2} />
      </span>
      <bdi className={classes.name}>{name}</bdi>
      {note ? <span className={classes.note}>{note}</span> : null}
    </span>
  );
}
