import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { NoAccess, PageHeader } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../lib/workspace.js';
import { briefTitlesQuery } from '../api/read-brief-titles.js';
import { GroupSection } from './group-section.js';
import { OverdueSection } from './overdue-section.js';
import { StuckSection } from './stuck-section.js';
import { Tiles } from './tiles.js';
import { TrendSection } from './trend-section.js';
import classes from './leadership.module.css';

export interface LeadershipPageProps {
  /** Only of this brief; of all without it. */
  brief: string | undefined;
  onBrief: (brief: string | undefined) => void;
}

/** One page for those who lead: where we stand, what moves, what is late, what is stuck on whom. */
export function LeadershipPage({ brief, onBrief }: LeadershipPageProps) {
  const { t } = useTranslation(['leadership', 'common']);
  const { can } = useWorkspace();
  if (!can('rollups.read')) {
    return <NoAccess title={t('common:states.noAccessTitle')} cause={t('common:states.noAccessText')} asPage />;
  }
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={can('briefs.read') ? <BriefChoice brief={brief} onBrief={onBrief} /> : null}
      />
      <Tiles brief={brief} />
      <div className={classes.pair}>
        <TrendSection brief={brief} />
        <div>
          <GroupSection by="status" brief={brief} />
          <GroupSection by="rating" brief={brief} />
        </div>
      </div>
      <OverdueSection brief={brief} />
      <StuckSection />
      <GroupSection by="kind" brief={brief} />
      <div className={classes.pair}>
        <GroupSection by="owner" brief={brief} />
        <GroupSection by="team" brief={brief} />
      </div>
      <div className={classes.pair}>
        <GroupSection by="brief" brief={brief} />
        <GroupSection by="section" brief={brief} />
      </div>
    </>
  );
}

function BriefChoice({ brief, onBrief }: LeadershipPageProps) {
  const { t } = useTranslation('leadership');
  const { slug } = useWorkspace();
  const { data } = useQuery(briefTitlesQuery(slug));
  return (
    <Select
      aria-label={t('briefChoice')}
      placeholder={t('allBriefs')}
      clearable
      searchable
      value={brief ?? null}
      onChange={(id) => onBrief(id ?? undefined)}
      data={(data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}
