import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStageWords } from '../../hooks/use-stage-words.js';
import { earlierStages } from '../../model/design.js';
import type { StageFieldsProps } from '../stage-editor.js';
import { Part } from './part.js';

const END = '';

/** Where a rejection leads: the end, or back to an earlier stage. */
export function RejectFields({ draft, stage, change }: StageFieldsProps) {
  const { t } = useTranslation('workflows');
  const { nameOf } = useStageWords(draft.design.stages);
  return (
    <Part title={t('part.reject')}>
      <Select
        label={t('reject.label')}
        allowDeselect={false}
        value={stage.onReject?.kind === 'return' ? stage.onReject.stage : END}
        data={[
          { value: END, label: t('reject.end') },
          ...earlierStages(draft.design, stage.key).map((earlier) => ({
            value: earlier.key,
            label: t('reject.returnTo', { stage: nameOf(earlier) }),
          })),
        ]}
        onChange={(to) => change({ onReject: to ? { kind: 'return', stage: to } : { kind: 'end' } })}
      />
    </Part>
  );
}
