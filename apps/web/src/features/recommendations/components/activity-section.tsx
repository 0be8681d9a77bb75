import { Button } from '@mantine/core';
import { ListSkeleton, Section, Timeline } from '@uptake/ui';
import { IconPointFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../components/query-state.js';
import { usePaged } from '../../../lib/paged.js';
import { useAllMembers } from '../../../lib/people.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { activityOfQuery } from '../api/read-recommendations.js';

/** Who did what on it, newest first. */
export function ActivitySection({ itemId }: { itemId: string }) {
  const { t } = useTranslation(['recommendations', 'common']);
  const { slug } = useWorkspace();
  const { query, more } = usePaged(activityOfQuery(slug, itemId));
  return (
    <Section title={t('activity')}>
      <QueryState query={query} loading={<ListSkeleton label={t('common:states.loading')} rows={4} />}>
        {(entries) => (
          <Timeline
            label={t('activity')}
            entries={entries.map(({ id, type, at, actor, data }) => ({
              id,
              at,
              icon: IconPointFilled,
              title: (
                <>
                  {t(`event.${type.replace('.', '_') as 'unknown'}`, { defaultValue: t('event.unknown') })} ·{' '}
                  <bdi>{actor?.name ?? t('system')}</bdi>
                  <ActedFor data={data} />
                </>
              ),
            }))}
          />
        )}
      </QueryState>
      {more.hasMore ? (
        <Button size="compact-sm" variant="default" loading={more.loading} onClick={more.load}>
          {t('common:actions.loadMore')}
        </Button>
      ) : null}
    </Section>
  );
}

/** For whom a decision was taken, where somebody acted for another. */
function ActedFor({ data }: { data: Record<string, unknown> }) {
  const { t } = useTranslation('approvals');
  const members = useAllMembers();
  const { onBehalfOfId } = (data['decision'] ?? {}) as { onBehalfOfId?: string | null };
  const name = onBehalfOfId && members.data?.find(({ id }) => id === onBehalfOfId)?.name;
  return name ? <bdi> {t('forName', { name })}</bdi> : null;
}
