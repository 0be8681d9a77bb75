import { IconListCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState, PageHeader, TableSkeleton } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table/data-table.js';
import { QueryState } from '../../../components/query-state.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { tasksQuery, type TaskFilters } from '../api/list-tasks.js';
import { TaskFilterBar } from './task-filter-bar.js';
import { useTaskColumns } from './use-task-columns.js';

interface TasksPageProps {
  filters: TaskFilters;
  onFilters: (filters: TaskFilters) => void;
}

/** All tasks that the reader may see, as the address filters and sorts them; by due date where it does not say. */
export function TasksPage({ filters, onFilters }: TasksPageProps) {
  const { t } = useTranslation(['tasks', 'common']);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const { query, more, total } = usePaged(tasksQuery(slug, filters));
  const columns = useTaskColumns(slug);
  const filtered = Object.entries(filters).some(([name, value]) => name !== 'sort' && value !== undefined);
  return (
    <>
      <PageHeader
        title={t('list.title')}
        description={total === undefined ? undefined : t('count', { count: total })}
      />
      <TaskFilterBar filters={filters} onFilters={onFilters} />
      <QueryState query={query} loading={<TableSkeleton label={t('common:states.loading')} columns={6} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={IconListCheck}
              title={t(filtered ? 'list.noneMatch' : 'list.emptyTitle')}
              text={t(filtered ? 'list.noneMatchText' : 'list.emptyText')}
            />
          ) : (
            <DataTable
              label={t('list.title')}
              columns={columns}
              rows={rows}
              rowId={(row) => row.id}
              rowName={(row) => `#${row.number} ${row.title}`}
              onOpen={({ number }) =>
                void navigate({
                  to: '/w/$workspace/tasks/$number',
                  params: { workspace: slug, number: String(number) },
                })
              }
              sorting={{ sort: filters.sort, change: (sort) => onFilters({ ...filters, sort }) }}
              more={more}
            />
          )
        }
      </QueryState>
    </>
  );
}
