import type { TaskSummary } from '@uptake/contracts';
import { Reference } from '@uptake/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PriorityBadge, TaskStatusBadge } from '../../../components/badges.js';
import { columnsOf } from '../../../components/data-table/columns.js';
import { DueDate } from '../../../components/due-date.js';
import { AnchorLink } from '../../../components/links.js';
import { OwnerName } from '../../../components/member.js';

export function useTaskColumns(slug: string) {
  const { t } = useTranslation(['tasks', 'common']);
  return useMemo(() => {
    const column = columnsOf<TaskSummary>();
    return [
      column.accessor('number', {
        header: t('list.number'),
        meta: { width: 6.5, sort: 'number', yields: 5 },
        cell: ({ row }) => <Reference>{`#${row.original.number}`}</Reference>,
      }),
      column.accessor('title', {
        header: t('list.task'),
        meta: { grows: true, width: 14, sort: 'title' },
        cell: ({ row: { original } }) => (
          <AnchorLink
            to="/w/$workspace/tasks/$number"
            params={{ workspace: slug, number: String(original.number) }}
            dir="auto"
          >
            {original.title}
          </AnchorLink>
        ),
      }),
      column.accessor('status', {
        header: t('list.status'),
        meta: { width: 11, yields: 2, under: true, sort: 'status' },
        cell: ({ row }) => <TaskStatusBadge status={row.original.status} variant="quiet" />,
      }),
      column.accessor((row) => row.recommendation?.reference, {
        id: 'recommendation',
        header: t('list.recommendation'),
        meta: { width: 9.5, yields: 4 },
        cell: ({ row: { original } }) =>
          original.recommendation ? (
            <AnchorLink
              to="/w/$workspace/recommendations/$reference"
              params={{ workspace: slug, reference: original.recommendation.reference }}
            >
              <Reference>{original.recommendation.reference}</Reference>
            </AnchorLink>
          ) : null,
      }),
      column.accessor('priority', {
        header: t('priority'),
        meta: { width: 8, yields: 6, sort: 'priority' },
        cell: ({ row }) => <PriorityBadge priority={row.original.priority} />,
      }),
      column.display({
        id: 'assignee',
        header: t('assignee'),
        meta: { width: 12, yields: 3 },
        cell: ({ row: { original } }) => <OwnerName owner={original.assignee} team={original.team} />,
      }),
      column.accessor('dueOn', {
        header: t('dueOn'),
        meta: { width: 11, sort: 'dueOn' },
        cell: ({ row: { original } }) => (
          <DueDate dueOn={original.dueOn} settled={original.status === 'done' || original.status === 'dropped'} />
        ),
      }),
    ];
  }, [t, slug]);
}
