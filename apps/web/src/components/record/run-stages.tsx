import type { RunView, StageProgress } from '@uptake/contracts';
import { StageStepper } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { useNamed } from '../../lib/i18n/use-named.js';

const isPassedGate = ({ kind, state }: StageProgress): boolean => kind === 'gate' && state === 'approved';

/** Where a run stands, and whom each stage waits for or will ask. */
export function RunStages({ run }: { run: RunView }) {
  const { t } = useTranslation(['approvals', 'common']);
  const named = useNamed();
  const detailOf = ({ kind, state, asked, couldDecide, isPassedOver, override }: StageProgress): string | undefined => {
    if (override) return t('setAsideBy', { name: override.actor.name, reason: override.reason });
    if (kind === 'gate') return state === 'open' ? t('waitsForOthers') : undefined;
    if (state === 'open') {
      const names = asked.filter((one) => one.state === 'open').map((one) => one.member.name);
      return names.length > 0 ? t('waitsFor', { names: names.join(t('separator')) }) : undefined;
    }
    if (isPassedOver && state === 'waiting') return t('willBePassedOver');
    const names = couldDecide.map((member) => member.name);
    return state === 'waiting' && names.length > 0 ? t('nextAre', { names: names.join(t('separator')) }) : undefined;
  };
  return (
    <StageStepper
      label={t('stages')}
      stages={run.stages
        .filter((stage) => stage.kind === 'approval' || stage.kind === 'gate')
        .map((stage) => ({
          key: stage.key,
          name: named(stage.name),
          state: stage.state,
          word: isPassedGate(stage) ? t('gatePassed') : t(`common:stageState.${stage.state}`),
          detail: detailOf(stage),
        }))}
    />
  );
}
