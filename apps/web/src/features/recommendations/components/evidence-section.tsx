import { Anchor, Text } from '@mantine/core';
import type { Evidence } from '@uptake/contracts';
import { DateText, ListSkeleton, Section } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../components/query-state.js';
import { path } from '../../../lib/api.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { evidenceOfQuery } from '../api/read-recommendations.js';
import classes from './recommendations.module.css';

/** What was added as proof; a file comes as a download. */
export function EvidenceSection({ itemId }: { itemId: string }) {
  const { t } = useTranslation(['recommendations', 'common']);
  const { slug } = useWorkspace();
  const { query } = usePaged(evidenceOfQuery(slug, itemId));
  const addressOf = ({ id, url }: Evidence): string =>
    url ?? `/api/v1${path`/workspaces/${slug}/evidence/${id}/content`}`;
  return (
    <Section title={t('evidence')}>
      <QueryState query={query} loading={<ListSkeleton label={t('common:states.loading')} rows={2} />}>
        {(rows) =>
          rows.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noEvidence')}
            </Text>
          ) : (
            <ul className={classes.list} aria-label={t('evidence')}>
              {rows.map((evidence) => (
                <li key={evidence.id}>
                  <Anchor href={addressOf(evidence)} size="sm" target="_blank" rel="noreferrer">
                    <bdi>{evidence.title}</bdi>
                  </Anchor>{' '}
                  <Text component="span" size="sm" c="dimmed">
                    <bdi>{evidence.uploadedBy}</bdi> · <DateText value={evidence.createdAt} format="short" />
                  </Text>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </Section>
  );
}
