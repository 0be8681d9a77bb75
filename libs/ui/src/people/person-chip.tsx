import { initials } from './initials.js';
import classes from './chip.module.css';

export interface PersonChipProps {
  name: string;
  /** Said beside the name, e.g. a role, or that the person has left. */
  note?: string | undefined;
  /** A person who has left is shown struck back, never hidden: the record names them. */
  active?: boolean;
  size?: 'sm' | 'md';
}

export function PersonChip({ name, note, active = true, size = 'sm' }: PersonChipProps) {
  return (
    <span className={classes.chip} data-size={size} data-inactive={!active || undefined}>
      <span className={classes.mark} aria-hidden="true">
        {initials(name)}
      </span>
      <bdi className={classes.name}>{name}</bdi>
      {note ? <span className={classes.note}>{note}</span> : null}
    </span>
  );
}
