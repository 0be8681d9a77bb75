import { Button } from '@mantine/core';
import { IconPlus, IconUserShare } from '@tabler/icons-react';
import type { Delegation } from '@uptake/contracts';
import { EmptyState, ListSkeleton, PageHeader, Section } from '@uptake/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../../components/links.js';
import { QueryState } from '../../../components/query-state.js';
import { usePaged } from '../../../lib/paged.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { delegationsQuery } from '../api/delegations.js';
import { DelegateDialog } from './delegate-dialog.js';
import { DelegationRow } from './delegation-row.js';
import classes from './account.module.css';

const isUnderWay = ({ state }: Delegation): boolean => state === 'active' || state === 'planned';

/** Who decides for whom: one's own absences, those one stands in for, and what has been. */
export function DelegationsPage() {
  const { t } = useTranslation(['account', 'common']);
  const { slug } = useWorkspace();
  const { query, more } = usePaged(delegationsQuery(slug));
  const [asking, ask] = useState(false);
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('delegations.title')}
        eyebrow={
          <AnchorLink to="/w/$workspace/account" params={{ workspace: slug }}>
            {t('title')}
          </AnchorLink>
        }
        description={t('delegations.text')}
        actions={
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => ask(true)}>
            {t('delegations.new')}
          </Button>
        }
      />
      <QueryState query={query} loading={<ListSkeleton label={t('common:states.loading')} rows={3} />}>
        {(rows) => (
          <>
            <Section title={t('delegations.underWay')}>
              <Rows
                rows={rows.filter(isUnderWay)}
                empty={
                  <EmptyState icon={IconUserShare} title={t('delegations.none')} text={t('delegations.noneText')} />
                }
              />
            </Section>
            {rows.some((row) => !isUnderWay(row)) ? (
              <Section title={t('delegations.over')}>
                <Rows rows={rows.filter((row) => !isUnderWay(row))} empty={null} />
              </Section>
            ) : null}
            {more.hasMore ? (
              <Button variant="default" loading={more.loading} onClick={more.load}>
                {t('common:actions.loadMore')}
              </Button>
            ) : null}
          </>
        )}
      </QueryState>
      {asking ? <DelegateDialog onClose={() => ask(false)} /> : null}
    </div>
  );
}

function Rows({ rows, empty }: { rows: readonly Delegation[]; empty: ReactNode }) {
  if (rows.length === 0) return empty;
  return (
    <ul className={classes.rows}>
      {rows.map((row) => (
        <DelegationRow key={row.id} delegation={row} />
      ))}
    </ul>
  );
}
