import { Button } from '@mantine/core';
import { taskStatuses, type TaskStatus } from '@uptake/contracts';
import { BulkBar, Reference, Section } from '@uptake/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TaskStatusBadge } from '../../../components/badges.js';
import { columnsOf } from '../../../components/data-table/columns.js';
import { DataTable } from '../../../components/data-table/data-table.js';
import { readSort } from '../../../components/data-table/sort.js';
import { DueDate } from '../../../components/due-date.js';
import { useToday } from '../../../lib/clock.js';
import { announce } from '../../../lib/announce.js';
import { daysAfter } from './days-after.js';
import classes from './gallery.module.css';

interface Row {
  id: string;
  title: string;
  status: TaskStatus;
  dueOn: string;
}

const column = columnsOf<Row>();

export function TableShown() {
  const { t } = useTranslation(['gallery', 'common']);
  const today = useToday();
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [sort, setSort] = useState<string | undefined>();
  const columns = useMemo(
    () => [
      column.accessor('id', {
        header: '#',
        meta: { width: 5, yields: 2 },
        cell: ({ getValue }) => <Reference>{getValue()}</Reference>,
      }),
      column.accessor('title', { header: t('tableTitle'), meta: { grows: true, sort: 'title' } }),
      column.accessor('status', {
        header: t('taskStatus'),
        meta: { width: 11 },
        cell: ({ getValue }) => <TaskStatusBadge status={getValue()} variant="quiet" />,
      }),
      column.accessor('dueOn', {
        header: t('target'),
        meta: { width: 14, sort: 'dueOn', yields: 1 },
        cell: ({ getValue }) => <DueDate dueOn={getValue()} />,
      }),
    ],
    [t],
  );
  const rows = useMemo(() => {
    const made = Array.from({ length: 10_000 }, (_, index): Row => ({
      id: String(index + 1),
      title: t('tableRow', { number: index + 1 }),
      status: taskStatuses[index % taskStatuses.length] ?? 'todo',
      dueOn: daysAfter(today, ((index * 7) % 60) - 20),
    }));
    const order = readSort(sort);
    if (!order) return made;
    const field = order.field as 'title' | 'dueOn';
    return made.sort((a, b) => a[field].localeCompare(b[field]) * (order.descending ? -1 : 1));
  }, [t, today, sort]);
  return (
    <Section title={t('table')} note={t('common:states.rows', { count: rows.length })}>
      <div className={classes.table}>
        <DataTable
          label={t('tableTitle')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.title}
          onOpen={(row) => announce(row.title)}
          selection={{ selected, change: select }}
          sorting={{ sort, change: setSort }}
        />
      </div>
      {selected.size > 0 ? (
        <BulkBar
          label={t('bulk')}
          count={t('common:states.selected', { count: selected.size })}
          clear={{ label: t('common:actions.clearSelection'), run: () => select(new Set()) }}
        >
          <Button size="compact-sm">{t('assign')}</Button>
        </BulkBar>
      ) : null}
    </Section>
  );
}
