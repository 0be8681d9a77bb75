import { Button, Paper } from '@mantine/core';
import {
  EmptyState,
  ErrorState,
  ListSkeleton,
  NoAccess,
  RecordSkeleton,
  Section,
  TableSkeleton,
  TilesSkeleton,
} from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import classes from './gallery.module.css';

export function StatesShown() {
  const { t } = useTranslation(['gallery', 'common']);
  const label = t('loading');
  return (
    <Section title={t('states')}>
      <div className={classes.halves}>
        <Paper>
          <EmptyState title={t('emptyTitle')} text={t('emptyText')} action={<Button>{t('importBrief')}</Button>} />
        </Paper>
        <Paper>
          <ErrorState
            title={t('errorTitle')}
            cause={t('common:problem.unavailable')}
            retry={{ label: t('common:actions.retry'), run: () => undefined }}
            request={{
              id: '0193a2f0-6d1e-7c44-9a51-2f6f0e7b1c02',
              label: t('common:states.requestId'),
              copy: t('common:actions.copy'),
              copied: t('common:actions.copied'),
            }}
          />
        </Paper>
        <Paper>
          <NoAccess
            title={t('common:states.noAccessTitle')}
            cause={t('common:states.noAccessText')}
            grantedBy={{ label: t('common:states.grantedBy'), names: [t('person'), t('leftPerson')] }}
          />
        </Paper>
        <Paper p="md">
          <ListSkeleton label={label} rows={3} />
        </Paper>
        <Paper p="md">
          <TableSkeleton label={label} rows={4} columns={4} />
        </Paper>
        <Paper p="md">
          <RecordSkeleton label={label} />
        </Paper>
        <Paper p="md">
          <TilesSkeleton label={label} tiles={2} />
        </Paper>
      </div>
    </Section>
  );
}
