import { Button } from '@mantine/core';
import type { BriefSummary } from '@uptake/contracts';
import { DateText, EmptyState, PageHeader, TableSkeleton } from '@uptake/ui';
import { IconBook2, IconFileImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { BriefStatusBadge } from '../../../components/badges.js';
import { columnsOf } from '../../../components/data-table/columns.js';
import { DataTable } from '../../../components/data-table/data-table.js';
import { AnchorLink } from '../../../components/links.js';
import { QueryState } from '../../../components/query-state.js';
import { useKeys } from '../../../lib/keys/use-keys.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { briefsQuery } from '../api/read-briefs.js';
import { ImportBrief } from './import-brief.js';

/** Every brief of the workspace, and the way in for the next. */
export function BriefsPage() {
  const { t } = useTranslation(['briefs', 'common']);
  const { slug, ability } = useWorkspace();
  const navigate = useNavigate();
  const [importing, setImporting] = useState(false);
  const { query, more } = usePaged(briefsQuery(slug));
  const columns = useBriefColumns(slug);
  const open = (id: string): void => void navigate({ to: '/w/$workspace/briefs/$id', params: { workspace: slug, id } });
  useKeys(
    ability('briefs.import') === true
      ? [{ combo: 'KeyC', label: t('import'), group: t('common:keys.list'), run: () => setImporting(true) }]
      : [],
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <ActionButton
            ability={ability('briefs.import')}
            leftSection={<IconFileImport size={16} aria-hidden="true" />}
            onClick={() => setImporting(true)}
          >
            {t('import')}
          </ActionButton>
        }
      />
      <ImportBrief opened={importing} onClose={() => setImporting(false)} onImported={open} />
      <QueryState query={query} loading={<TableSkeleton label={t('common:states.loading')} columns={5} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={IconBook2}
              title={t('emptyTitle')}
              text={t('emptyText')}
              action={
                ability('briefs.import') === true ? (
                  <Button variant="default" onClick={() => setImporting(true)}>
                    {t('import')}
                  </Button>
                ) : null
              }
            />
          ) : (
            <DataTable
              label={t('title')}
              columns={columns}
              rows={rows}
              rowId={(row) => row.id}
              rowName={(row) => row.title}
              onOpen={(row) => open(row.id)}
              more={more}
            />
          )
        }
      </QueryState>
    </>
  );
}

function useBriefColumns(slug: string) {
  const { t } = useTranslation(['briefs', 'common']);
  return useMemo(() => {
    const column = columnsOf<BriefSummary>();
    return [
      column.accessor('title', {
        header: t('column.title'),
        meta: { grows: true },
        cell: ({ row }) => (
          <AnchorLink to="/w/$workspace/briefs/$id" params={{ workspace: slug, id: row.original.id }} dir="auto">
            {row.original.title}
          </AnchorLink>
        ),
      }),
      column.accessor('status', {
        header: t('column.status'),
        meta: { width: 10, yields: 1, under: true },
        cell: ({ row }) => <BriefStatusBadge status={row.original.status} variant="quiet" />,
      }),
      column.display({
        id: 'found',
        header: t('column.found'),
        meta: { width: 13, yields: 2 },
        cell: ({ row }) => t('recommendations', { count: row.original.counts.recommendations }),
      }),
      column.accessor('importedBy', {
        header: t('column.importedBy'),
        meta: { width: 10, yields: 4 },
        cell: ({ getValue }) => <bdi>{getValue()}</bdi>,
      }),
      column.accessor('createdAt', {
        header: t('column.createdAt'),
        meta: { width: 8, yields: 3 },
        cell: ({ row }) => <DateText value={row.original.createdAt} format="short" />,
      }),
    ];
  }, [t, slug]);
}
