import { Skeleton } from '@mantine/core';
import classes from './skeletons.module.css';

const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
// Uneven widths, the same on every render, so that a loading list looks like a list of words.
const widthOf = (index: number): string => `${55 + ((index * 37) % 40)}%`;

/** Appears after 200 ms only, so that a quick answer never flashes. `label` is what a screen reader hears. */
function Late({
  label,
  children,
  className,
}: {
  label: string;
  children: React.ReactNode;
  className?: string | undefined;
}) {
  return (
    <div className={`${classes.late} ${className ?? ''}`} role="status" aria-label={label} aria-busy="true">
      {children}
    </div>
  );
}

export interface SkeletonProps {
  label: string;
}

export function TableSkeleton({ label, rows = 10, columns = 5 }: SkeletonProps & { rows?: number; columns?: number }) {
  return (
    <Late label={label}>
      <div className={classes.tableHead}>
        {times(columns).map((column) => (
          <Skeleton key={column} height={10} width="50%" />
        ))}
      </div>
      {times(rows).map((row) => (
        <div key={row} className={classes.tableRow}>
          {times(columns).map((column) => (
            <Skeleton key={column} height={12} width={widthOf(row + column * 3)} />
          ))}
        </div>
      ))}
    </Late>
  );
}

export function ListSkeleton({ label, rows = 8 }: SkeletonProps & { rows?: number }) {
  return (
    <Late label={label}>
      {times(rows).map((row) => (
        <div key={row} className={classes.listRow}>
          <Skeleton height={22} circle />
          <div className={classes.lines}>
            <Skeleton height={12} width={widthOf(row)} />
            <Skeleton height={10} width="30%" />
          </div>
        </div>
      ))}
    </Late>
  );
}

/** Eyebrow, title and facts of a record, then its text. */
export function RecordSkeleton({ label, facts = 6 }: SkeletonProps & { facts?: number }) {
  return (
    <Late label={label} className={classes.lines}>
      <Skeleton height={10} width="6rem" />
      <Skeleton height={24} width="60%" />
      <div className={classes.facts}>
        {times(facts).map((fact) => (
          <div key={fact} className={classes.lines}>
            <Skeleton height={9} width="40%" />
            <Skeleton height={12} width={widthOf(fact)} />
          </div>
        ))}
      </div>
      {times(4).map((row) => (
        <Skeleton key={row} height={12} width={widthOf(row + 2)} />
      ))}
    </Late>
  );
}

export function TilesSkeleton({ label, tiles = 4 }: SkeletonProps & { tiles?: number }) {
  return (
    <Late label={label} className={classes.tiles}>
      {times(tiles).map((tile) => (
        <div key={tile} className={classes.tile}>
          <Skeleton height={10} width="50%" />
          <Skeleton height={30} width="35%" />
          <Skeleton height={10} width="70%" />
        </div>
      ))}
    </Late>
  );
}
