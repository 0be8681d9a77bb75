import { Alert } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import type { ApprovalSummary } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../../components/links.js';
import { useWorkspace } from '../../../lib/workspace.js';

/** For whom one acts in this queue. */
export function ActingBanner({ rows }: { rows: readonly ApprovalSummary[] }) {
  const { t } = useTranslation('approvals');
  const { slug } = useWorkspace();
  const names = [...new Set(rows.flatMap(({ actingFor }) => (actingFor ? [actingFor.name] : [])))];
  if (names.length === 0) return null;
  return (
    <Alert role="note" color="gray" variant="light" mb="md" icon={<IconUserShare size={18} aria-hidden="true" />}>
      {t('actingForNames', { names: names.join(t('separator')) })}{' '}
      <AnchorLink to="/w/$workspace/account/delegations" params={{ workspace: slug }}>
        {t('toDelegations')}
      </AnchorLink>
    </Alert>
  );
}
