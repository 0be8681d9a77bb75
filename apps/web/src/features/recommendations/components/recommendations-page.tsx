import type { RecommendationSummary } from '@uptake/contracts';
import { EmptyState, PageHeader, TableSkeleton } from '@uptake/ui';
import { IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { DataTable } from '../../../components/data-table/data-table.js';
import { QueryState } from '../../../components/query-state.js';
import { useKeys } from '../../../lib/keys/use-keys.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { recommendationsQuery, type RecommendationFilters } from '../api/read-recommendations.js';
import { AssignSelected } from './assign-selected.js';
import { CreateRecommendation } from './create-recommendation.js';
import { FilterBar } from './filter-bar.js';
import { useRecommendationColumns } from './use-recommendation-columns.js';

interface RecommendationsPageProps {
  filters: RecommendationFilters;
  onFilters: (filters: RecommendationFilters) => void;
}

/** All recommendations that the reader may see, as the address filters and sorts them. */
export function RecommendationsPage({ filters, onFilters }: RecommendationsPageProps) {
  const { t } = useTranslation(['recommendations', 'common']);
  const { slug, ability } = useWorkspace();
  const navigate = useNavigate();
  const { query, more, total } = usePaged(recommendationsQuery(slug, filters));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [creating, setCreating] = useState(false);
  const columns = useRecommendationColumns(slug);
  const open = ({ reference }: Pick<RecommendationSummary, 'reference'>): void =>
    void navigate({ to: '/w/$workspace/recommendations/$reference', params: { workspace: slug, reference } });
  useKeys(
    ability('recommendation.create') === true
      ? [{ combo: 'KeyC', label: t('create'), group: t('common:keys.list'), run: () => setCreating(true) }]
      : [],
  );
  const filtered = Object.entries(filters).some(([name, value]) => name !== 'sort' && value !== undefined);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={total === undefined ? undefined : t('count', { count: total })}
        actions={
          <ActionButton
            ability={ability('recommendation.create')}
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => setCreating(true)}
          >
            {t('create')}
          </ActionButton>
        }
      />
      <CreateRecommendation opened={creating} onClose={() => setCreating(false)} onCreated={open} />
      <FilterBar filters={filters} onFilters={onFilters} />
      <QueryState query={query} loading={<TableSkeleton label={t('common:states.loading')} columns={6} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={IconTargetArrow}
              title={t(filtered ? 'noneMatch' : 'emptyTitle')}
              text={t(filtered ? 'noneMatchText' : 'emptyText')}
            />
          ) : (
            <>
              <DataTable
                label={t('title')}
                columns={columns}
                rows={rows}
                rowId={(row) => row.id}
                rowName={(row) => `${row.reference} ${row.title}`}
                onOpen={open}
                selection={{ selected, change: setSelected }}
                sorting={{ sort: filters.sort, change: (sort) => onFilters({ ...filters, sort }) }}
                more={more}
              />
              <AssignSelected rows={rows} selected={selected} onClear={() => setSelected(new Set())} />
            </>
          )
        }
      </QueryState>
    </>
  );
}
