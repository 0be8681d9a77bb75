import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Workflow } from '@uptake/contracts';
import { ListSkeleton, Section } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../components/query-state.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { versionQuery } from '../api/read-workflows.js';
import { DifferenceList } from './difference-list.js';

/** One version beside another, which the reader chooses. */
export function DifferenceSection({
  workflow,
  number,
  onClose,
}: {
  workflow: Workflow;
  number: number;
  onClose: () => void;
}) {
  const { t } = useTranslation(['workflows', 'common']);
  const { slug } = useWorkspace();
  const version = useQuery(versionQuery(slug, workflow.id, number));
  const others = workflow.versions.filter((one) => one.number !== number);
  const own = workflow.versions.find((one) => one.number === number);
  const first = own?.basedOn ?? others.find((one) => one.number < number)?.number ?? others[0]?.number ?? number;
  const [from, choose] = useState(first);
  return (
    <Section
      title={t('difference.title', { number })}
      actions={
        <Button variant="subtle" size="compact-sm" onClick={onClose}>
          {t('common:actions.close')}
        </Button>
      }
    >
      <Select
        label={t('difference.with')}
        allowDeselect={false}
        maw="16rem"
        mb="md"
        value={String(from)}
        onChange={(value) => choose(Number(value))}
        data={others.map((one) => ({ value: String(one.number), label: t('versionNumber', { number: one.number }) }))}
      />
      <QueryState query={version} loading={<ListSkeleton label={t('common:states.loading')} />}>
        {(view) => <DifferenceList version={view} from={from} />}
      </QueryState>
    </Section>
  );
}
