import type { RecommendationSummary } from '@uptake/contracts';
import { Reference, StatusBadge, approvalStateLooks } from '@uptake/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LifecycleBadge, RatingBadge, ResponseBadge } from '../../../components/badges.js';
import { columnsOf } from '../../../components/data-table/columns.js';
import { DueDate } from '../../../components/due-date.js';
import { AnchorLink } from '../../../components/links.js';
import { OwnerName } from '../../../components/member.js';

export function useRecommendationColumns(slug: string) {
  const { t } = useTranslation(['recommendations', 'common']);
  return useMemo(() => {
    const column = columnsOf<RecommendationSummary>();
    return [
      column.accessor('reference', {
        header: t('column.reference'),
        meta: { width: 6.25, sort: 'reference' },
        cell: ({ row }) => <Reference>{row.original.reference}</Reference>,
      }),
      column.accessor('title', {
        header: t('column.title'),
        meta: { grows: true, sort: 'title' },
        cell: ({ row: { original } }) => (
          <AnchorLink
            to="/w/$workspace/recommendations/$reference"
            params={{ workspace: slug, reference: original.reference }}
            dir="auto"
          >
            {original.title}
          </AnchorLink>
        ),
      }),
      column.accessor('kind', {
        header: t('column.kind'),
        meta: { width: 11, yields: 6, sort: 'kind' },
        cell: ({ row }) => t(`common:recommendationKind.${row.original.kind}`),
      }),
      column.accessor('lifecycle', {
        header: t('column.status'),
        meta: { width: 9, yields: 2, under: true, sort: 'status' },
        cell: ({ row: { original } }) =>
          original.waiting ? (
            <StatusBadge look={approvalStateLooks.open} word={t('common:taskStatus.in_approval')} variant="quiet" />
          ) : (
            <LifecycleBadge lifecycle={original.lifecycle} outcome={original.outcome} variant="quiet" />
          ),
      }),
      column.accessor('response', {
        header: t('column.response'),
        meta: { width: 10, yields: 5 },
        cell: ({ row }) => <ResponseBadge response={row.original.response} variant="quiet" />,
      }),
      column.accessor('verifiedRating', {
        header: t('column.rating'),
        meta: { width: 9, yields: 4, sort: 'rating' },
        cell: ({ row }) => <RatingBadge rating={row.original.verifiedRating} variant="quiet" />,
      }),
      column.display({
        id: 'owner',
        header: t('column.owner'),
        meta: { width: 10, yields: 3 },
        cell: ({ row: { original } }) => <OwnerName owner={original.owner} team={original.team} />,
      }),
      column.accessor('dueOn', {
        header: t('column.dueOn'),
        meta: { width: 9.5, yields: 1, under: true, sort: 'dueOn' },
        cell: ({ row: { original } }) => <DueDate dueOn={original.dueOn} settled={original.lifecycle === 'closed'} />,
      }),
    ];
  }, [t, slug]);
}
