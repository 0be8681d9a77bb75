import type { RunView, StageProgress } from '@uptake/contracts';
import { StageStepper } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { useNamed } from '../../lib/i18n/use-named.js';

/** Where a run stands, and whom each stage waits for or will ask. */
export function RunStages({ run }: { run: RunView }) {
  const { t } = useTranslation(['approvals', 'common']);
  const named = useNamed();
  const detailOf = ({ state, asked, couldDecide }: StageProgress): string | undefined => {
    if (state === 'open') {
      const names = asked.filter((one) => one.state === 'open').map((one) => one.member.name);
      return names.length > 0 ? t('waitsFor', { names: names.join(t('separator')) }) : undefined;
    }
    const names = couldDecide.map((member) => member.name);
    return state === 'waiting' && names.length > 0 ? t('nextAre', { names: names.join(t('separator')) }) : undefined;
  };
  return (
    <StageStepper
      label={t('stages')}
      stages={run.stages
        .filter((stage) => stage.kind === 'approval')
        .map((stage) => ({
          key: stage.key,
          name: named(stage.name),
          state: stage.state,
          word: t(`common:stageState.${stage.state}`),
          detail: detailOf(stage),
        }))}
    />
  );
}
