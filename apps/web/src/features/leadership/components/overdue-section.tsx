import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { EmptyState, Section, TableSkeleton } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { RatingBadge } from '../../../components/badges.js';
import { DueDate } from '../../../components/due-date.js';
import { ItemLink } from '../../../components/item-link.js';
import { OwnerName } from '../../../components/member.js';
import { QueryState } from '../../../components/query-state.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { overdueQuery } from '../api/list-overdue.js';
import { rollupQuery } from '../api/read-rollup.js';
import { ItemsLink } from './items-link.js';
import { Provenance } from './provenance.js';
import classes from './leadership.module.css';

/** What is past its target date, the longest first; the list has the rest. */
export function OverdueSection({ brief }: { brief: string | undefined }) {
  const { t } = useTranslation(['leadership', 'common']);
  const { slug } = useWorkspace();
  const query = useQuery(overdueQuery(slug, brief));
  const counted = useQuery(rollupQuery(slug, 'status', brief)).data;
  const count = counted?.groups.reduce((total, group) => total + group.overdue, 0) ?? 0;
  return (
    <Section
      title={t('overdue.title')}
      note={
        counted ? (
          <Provenance of={t('overdue.title')} asOf={counted.asOf} formula="overdue" hidden={counted.hidden} />
        ) : null
      }
      actions={
        count > 0 ? (
          <ItemsLink filter={{ ...(brief ? { brief } : {}), overdue: true }}>{t('overdue.all', { count })}</ItemsLink>
        ) : null
      }
    >
      <QueryState query={query} loading={<TableSkeleton label={t('common:states.loading')} rows={3} columns={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconCircleCheck} title={t('overdue.none')} text={t('overdue.noneText')} />
          ) : (
            <div className={classes.scroll}>
              <table className={classes.table}>
                <caption className={classes.unseen}>{t('overdue.title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('overdue.recommendation')}</th>
                    <th scope="col">{t('group.owner')}</th>
                    <th scope="col">{t('common:rating.verified')}</th>
                    <th scope="col">{t('overdue.target')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((one) => (
                    <tr key={one.id}>
                      <th scope="row" className={classes.name}>
                        <ItemLink workspace={slug} item={{ ...one, kind: 'recommendation' }} />
                      </th>
                      <td>
                        <OwnerName owner={one.owner} team={one.team} />
                      </td>
                      <td>
                        <RatingBadge rating={one.verifiedRating} variant="quiet" />
                      </td>
                      <td>
                        <DueDate dueOn={one.dueOn} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryState>
    </Section>
  );
}
