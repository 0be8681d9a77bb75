import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStageWords } from '../../hooks/use-stage-words.js';
import { approvalsOf } from '../../model/design.js';
import classes from '../designer.module.css';
import type { StageFieldsProps } from '../stage-editor.js';
import { Part } from './part.js';

/** Who may not decide here: always those who wrote it, and whoever decided at the stages this one is kept apart from. */
export function SeparationFields({ draft, stage, change }: StageFieldsProps) {
  const { t } = useTranslation('workflows');
  const { nameOf } = useStageWords(draft.design.stages);
  return (
    <Part title={t('part.separation')}>
      <p className={classes.hint}>{t('separation.always')}</p>
      <MultiSelect
        label={t('separation.label')}
        description={t('separation.text')}
        value={stage.separateFrom ?? []}
        data={approvalsOf(draft.design)
          .filter(({ key }) => key !== stage.key)
          .map((other) => ({ value: other.key, label: nameOf(other) }))}
        onChange={(separateFrom) => change({ separateFrom })}
      />
    </Part>
  );
}
