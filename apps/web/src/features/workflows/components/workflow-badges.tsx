import { IconArchive, IconGavel, IconPencil, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { WorkflowVersionState } from '@uptake/contracts';
import { StatusBadge, type Look } from '@uptake/ui';
import { useTranslation } from 'react-i18next';

const looks: Readonly<Record<WorkflowVersionState, Look>> = {
  draft: { tone: 'attention', icon: IconPencil },
  published: { tone: 'success', icon: IconRosetteDiscountCheck },
  retired: { tone: 'neutral', icon: IconArchive },
};

/** The state of a version, with its number where one is given. */
export function VersionBadge({ state, number }: { state: WorkflowVersionState; number?: number }) {
  const { t } = useTranslation('workflows');
  const word = t(`state.${state}`);
  return <StatusBadge look={looks[state]} word={number === undefined ? word : t('stateOf', { state: word, number })} />;
}

export function JudgesBadge() {
  const { t } = useTranslation('workflows');
  return <StatusBadge look={{ tone: 'active', icon: IconGavel }} word={t('judges')} />;
}
