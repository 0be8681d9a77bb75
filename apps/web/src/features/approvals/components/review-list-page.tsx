import { IconGavel } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { ApprovalSummary } from '@uptake/contracts';
import { DateText, EmptyState, PageHeader, Reference, TableSkeleton } from '@uptake/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { columnsOf } from '../../../components/data-table/columns.js';
import { DataTable } from '../../../components/data-table/data-table.js';
import { reviewAddress, shownReference } from '../../../components/item-address.js';
import { AnchorLink } from '../../../components/links.js';
import { MemberName } from '../../../components/member.js';
import { QueryState } from '../../../components/query-state.js';
import { useNamed } from '../../../lib/i18n/use-named.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { myApprovalsQuery } from '../api/list-approvals.js';
import { ActingBanner } from './acting-banner.js';
import { DecideSelected } from './decide-selected.js';

const column = columnsOf<ApprovalSummary>();

/** What waits for my decision. */
export function ReviewListPage() {
  const { t } = useTranslation(['approvals', 'common']);
  const { slug } = useWorkspace();
  const router = useRouter();
  const named = useNamed();
  const { query, more } = usePaged(myApprovalsQuery(slug));
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const columns = useMemo(
    () => [
      column.accessor((row) => row.item.reference, {
        id: 'reference',
        header: t('reference'),
        meta: { width: 6 },
        cell: ({ row }) => <Reference>{shownReference(row.original.item)}</Reference>,
      }),
      column.accessor((row) => row.item.title, {
        id: 'title',
        header: t('item'),
        meta: { grows: true },
        cell: ({ row }) => (
          <AnchorLink to={reviewAddress(slug, row.original.id) as '/'}>
            <bdi>{row.original.item.title}</bdi>
          </AnchorLink>
        ),
      }),
      column.accessor((row) => named(row.stage.name), {
        id: 'stage',
        header: t('stage'),
        meta: { width: 10, yields: 2, under: true },
      }),
      column.accessor('submittedBy', {
        header: t('submittedBy'),
        meta: { width: 12, yields: 3 },
        cell: ({ getValue }) => <MemberName member={getValue()} />,
      }),
      column.accessor('actingFor', {
        header: t('onBehalfOf'),
        meta: { width: 10, yields: 2, under: true },
        cell: ({ getValue }) => {
          const member = getValue();
          return member ? <span>{t('forName', { name: member.name })}</span> : null;
        },
      }),
      column.accessor('openedAt', {
        header: t('waitingSince'),
        meta: { width: 8, yields: 1, under: true },
        cell: ({ getValue }) => <DateText value={getValue()} format="short" />,
      }),
    ],
    [t, slug, named],
  );
  return (
    <>
      <PageHeader title={t('mine')} description={t('mineText')} />
      <QueryState query={query} loading={<TableSkeleton label={t('common:states.loading')} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconGavel} title={t('noneMine')} text={t('noneMineText')} />
          ) : (
            <>
              <ActingBanner rows={rows} />
              <DecideSelected rows={rows} selected={selected} onSelect={select} />
              <DataTable
                label={t('mine')}
                columns={columns}
                rows={rows}
                rowId={(row) => row.id}
                rowName={(row) => row.item.title}
                onOpen={(row) => void router.navigate({ href: reviewAddress(slug, row.id) })}
                selection={{ selected, change: select }}
                more={more}
              />
            </>
          )
        }
      </QueryState>
    </>
  );
}
