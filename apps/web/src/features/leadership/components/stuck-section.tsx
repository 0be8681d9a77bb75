import { useQuery } from '@tanstack/react-query';
import { DateText, EmptyState, Section, TableSkeleton, TeamChip, useFormats } from '@uptake/ui';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ItemLink } from '../../../components/item-link.js';
import { MemberName } from '../../../components/member.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage } from '../../../lib/i18n/use-language.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { stuckQuery } from '../api/list-stuck.js';
import { Provenance } from './provenance.js';
import classes from './leadership.module.css';

/** What waits on whom, and for how long; the longest first. */
export function StuckSection() {
  const { t } = useTranslation(['leadership', 'common']);
  const { slug } = useWorkspace();
  const { language } = useLanguage();
  const { number } = useFormats();
  const query = useQuery(stuckQuery(slug));
  return (
    <Section
      title={t('stuck.title')}
      note={
        query.data ? (
          <>
            {number(query.data.items.length)}{' '}
            <Provenance of={t('stuck.title')} asOf={query.data.asOf} formula="stuck" hidden={query.data.hidden} />
          </>
        ) : undefined
      }
    >
      <QueryState query={query} loading={<TableSkeleton label={t('common:states.loading')} rows={4} columns={4} />}>
        {(stuck) => (
          <>
            {stuck.items.length === 0 ? (
              <EmptyState icon={IconCircleCheck} title={t('stuck.none')} text={t('stuck.noneText')} />
            ) : (
              <div className={classes.scroll}>
                <table className={classes.table}>
                  <caption className={classes.unseen}>{t('stuck.title')}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t('stuck.item')}</th>
                      <th scope="col">{t('stuck.stage')}</th>
                      <th scope="col">{t('stuck.whom')}</th>
                      <th scope="col">{t('stuck.since')}</th>
                      <th scope="col" className={classes.figure}>
                        {t('stuck.for')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {stuck.items.map((one) => (
                      <tr key={one.item.id}>
                        <th scope="row" className={classes.name}>
                          <ItemLink workspace={slug} item={one.item} />
                        </th>
                        <td>{one.stage[language] ?? one.stage['en'] ?? Object.values(one.stage)[0]}</td>
                        <td>
                          <span className={classes.people}>
                            {one.waitingOnTeam ? <TeamChip name={one.waitingOnTeam.name} /> : null}
                            {one.waitingOn.map((member) => (
                              <MemberName key={member.id} member={member} />
                            ))}
                            {one.waitingOn.length === 0 && !one.waitingOnTeam ? <MemberName member={null} /> : null}
                          </span>
                        </td>
                        <td>
                          <DateText value={one.since} format="short" />
                        </td>
                        <td className={classes.figure} data-tone={one.days >= 7 ? 'danger' : undefined}>
                          {one.days < 1 ? t('stuck.lessThanADay') : t('stuck.days', { count: Math.floor(one.days) })}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </>
        )}
      </QueryState>
    </Section>
  );
}
