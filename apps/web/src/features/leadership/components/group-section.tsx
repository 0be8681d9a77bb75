import { useQuery } from '@tanstack/react-query';
import type { RollupGrouping } from '@uptake/contracts';
import { Section, TableSkeleton } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../components/query-state.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { rollupQuery } from '../api/read-rollup.js';
import { GroupTable } from './group-table.js';
import { Provenance } from './provenance.js';
import classes from './leadership.module.css';

/** Recommendations by one of their sides: a row a group, every figure the way to its items. */
export function GroupSection({ by, brief }: { by: RollupGrouping; brief: string | undefined }) {
  const { t } = useTranslation(['leadership', 'common']);
  const { slug } = useWorkspace();
  const query = useQuery(rollupQuery(slug, by, brief));
  return (
    <Section
      title={t(`by.${by}`)}
      note={
        query.data ? (
          <Provenance of={t(`by.${by}`)} asOf={query.data.asOf} formula="groups" hidden={query.data.hidden} />
        ) : null
      }
    >
      <QueryState query={query} loading={<TableSkeleton label={t('common:states.loading')} rows={3} />}>
        {(rollup) =>
          rollup.groups.length === 0 ? (
            <p className={classes.nothing}>{t('nothing')}</p>
          ) : (
            <GroupTable by={by} brief={brief} groups={rollup.groups} />
          )
        }
      </QueryState>
    </Section>
  );
}
