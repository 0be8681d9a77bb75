import { Alert, List } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import type { Approval, ApprovalSummary } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { reviewAddress } from '../../../components/item-address.js';
import { AnchorLink } from '../../../components/links.js';
import { useWorkspace } from '../../../lib/workspace.js';

interface ActingAsProps {
  approval: Approval;
  mine: readonly ApprovalSummary[];
}

/** For whom one is about to decide, and for whom else one could at this stage: one human speaks once, so it is a choice. */
export function ActingAs({ approval, mine }: ActingAsProps) {
  const { t } = useTranslation('approvals');
  const { slug } = useWorkspace();
  const others = mine.filter(
    ({ id, submissionId, stage, state }) =>
      id !== approval.id &&
      submissionId === approval.submissionId &&
      stage.key === approval.stage.key &&
      state === 'open',
  );
  if (approval.state !== 'open' || (!approval.actingFor && others.length === 0)) return null;
  return (
    <Alert role="note" color="gray" variant="light" mb="md" icon={<IconUserShare size={18} aria-hidden="true" />}>
      {approval.actingFor ? t('youDecideFor', { name: approval.actingFor.name }) : t('youDecideForYourself')}
      {others.length > 0 ? (
        <List size="sm" mt="xs">
          {others.map((one) => (
            <List.Item key={one.id}>
              <AnchorLink to={reviewAddress(slug, one.id) as '/'}>
                {one.actingFor ? t('decideFor', { name: one.actingFor.name }) : t('decideForYourself')}
              </AnchorLink>
            </List.Item>
          ))}
        </List>
      ) : null}
    </Alert>
  );
}
