import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DataTableProps } from './data-table.js';
import { nextSort, readSort } from './sort.js';
import classes from './data-table.module.css';

interface HeadCellProps {
  meta: { sort?: string; align?: 'start' | 'end' } | undefined;
  sorting: DataTableProps<object>['sorting'];
  children: ReactNode;
}

export function HeadCell({ meta, sorting, children }: HeadCellProps) {
  const field = meta?.sort;
  const order = readSort(sorting?.sort);
  const sorted =
    field !== undefined && order?.field === field ? (order.descending ? 'descending' : 'ascending') : undefined;
  const Icon = sorted === 'ascending' ? IconArrowUp : sorted === 'descending' ? IconArrowDown : IconArrowsSort;
  return (
    <th className={classes.head} scope="col" aria-sort={sorted} data-align={meta?.align}>
      {field && sorting ? (
        <button
          type="button"
          className={classes.sort}
          data-sorted={sorted}
          onClick={() => sorting.change(nextSort(sorting.sort, field))}
        >
          {children}
          <Icon size={13} stroke={2} aria-hidden="true" />
        </button>
      ) : (
        children
      )}
    </th>
  );
}
