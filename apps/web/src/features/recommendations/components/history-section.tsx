import { Button, Group, Text } from '@mantine/core';
import type { Recommendation } from '@uptake/contracts';
import { DateText, ListSkeleton, Section, WrittenText } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { RatingBadge } from '../../../components/badges.js';
import { QueryState } from '../../../components/query-state.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { historyQuery } from '../api/read-recommendations.js';
import classes from './recommendations.module.css';

/** The official record as each approval left it, and how the target date moved. */
export function HistorySection({ recommendation }: { recommendation: Recommendation }) {
  const { t } = useTranslation(['recommendations', 'common']);
  const { slug } = useWorkspace();
  const { query, more } = usePaged(historyQuery(slug, recommendation.id));
  return (
    <>
      <Section title={t('record')}>
        <QueryState query={query} loading={<ListSkeleton label={t('common:states.loading')} rows={2} />}>
          {(records) =>
            records.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('noRecord')}
              </Text>
            ) : (
              <ol className={classes.list} aria-label={t('record')}>
                {records.map((record) => (
                  <li key={record.version}>
                    <Group gap="sm">
                      <DateText value={record.at} format="dateTime" />
                      <RatingBadge rating={record.verifiedRating} variant="quiet" />
                      {record.approvedBy ? <bdi>{record.approvedBy}</bdi> : null}
                    </Group>
                    {record.narrative ? <WrittenText>{record.narrative}</WrittenText> : null}
                    {record.ratingReason ? (
                      <Text size="sm" c="dimmed" dir="auto">
                        {record.ratingReason}
                      </Text>
                    ) : null}
                  </li>
                ))}
              </ol>
            )
          }
        </QueryState>
        {more.hasMore ? (
          <Button size="compact-sm" variant="default" loading={more.loading} onClick={more.load}>
            {t('common:actions.loadMore')}
          </Button>
        ) : null}
      </Section>
      <Section title={t('dueHistory')}>
        {recommendation.dueHistory.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('noDueHistory')}
          </Text>
        ) : (
          <ol className={classes.list} aria-label={t('dueHistory')}>
            {recommendation.dueHistory.map(({ from, to, reason, by, at }) => (
              <li key={at}>
                <Group gap="xs">
                  {from ? <DateText value={from} /> : <span>{t('common:due.none')}</span>}
                  <span>{t('movedTo')}</span>
                  {to ? <DateText value={to} /> : <span>{t('common:due.none')}</span>}
                  <Text component="span" size="sm" c="dimmed">
                    <bdi>{by}</bdi> · <DateText value={at} format="short" />
                  </Text>
                </Group>
                {reason ? <WrittenText>{reason}</WrittenText> : null}
              </li>
            ))}
          </ol>
        )}
      </Section>
    </>
  );
}
