import { PageHeader, RecordSkeleton } from '@uptake/ui';
import { useQuery } from '@tanstack/react-query';
import { Alert, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BriefStatusBadge } from '../../../components/badges.js';
import { AnchorLink } from '../../../components/links.js';
import { QueryState } from '../../../components/query-state.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { briefQuery, passagesQuery } from '../api/read-briefs.js';
import { ConfirmBrief } from './confirm-brief.js';
import { ConfirmedRecords } from './confirmed-records.js';
import { ReviewSides } from './review-sides.js';

/** A brief beside what was found in it; `passage` is the one to begin with. */
export function BriefReviewPage({ id, passage }: { id: string; passage?: string | undefined }) {
  const { t } = useTranslation(['briefs', 'common']);
  const { slug } = useWorkspace();
  const query = useQuery(briefQuery(slug, id));
  const read = query.data?.status === 'ready' || query.data?.status === 'confirmed';
  const passages = useQuery({ ...passagesQuery(slug, id), enabled: read });
  const loading = <RecordSkeleton label={t('common:states.loading')} />;
  return (
    <QueryState query={query} loading={loading} asPage>
      {(brief) => (
        <>
          <PageHeader
            title={brief.title}
            eyebrow={
              <AnchorLink to="/w/$workspace/briefs" params={{ workspace: slug }}>
                {t('title')}
              </AnchorLink>
            }
            status={<BriefStatusBadge status={brief.status} />}
            description={brief.author ? <bdi>{brief.author}</bdi> : undefined}
            actions={
              brief.status === 'ready' && passages.data ? <ConfirmBrief brief={brief} passages={passages.data} /> : null
            }
          />
          {brief.status === 'extracting' ? (
            <Alert icon={<Loader size="xs" />} role="status">
              {t('reading')}
            </Alert>
          ) : null}
          {brief.status === 'failed' ? (
            <Alert color="red" role="alert" title={t('readingFailed')}>
              {brief.error}
            </Alert>
          ) : null}
          {brief.warnings.map((warning) => (
            <Alert key={warning} color="yellow" mb="sm">
              {t(`warning.${warning as 'unknown'}`, { defaultValue: warning })}
            </Alert>
          ))}
          {read ? (
            <QueryState query={passages} loading={loading}>
              {(found) => (
                <>
                  {brief.status === 'confirmed' ? <ConfirmedRecords passages={found} /> : null}
                  <ReviewSides brief={brief} passages={found} start={passage ?? null} />
                </>
              )}
            </QueryState>
          ) : null}
        </>
      )}
    </QueryState>
  );
}
