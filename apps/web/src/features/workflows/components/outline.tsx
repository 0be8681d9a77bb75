import { ActionIcon, Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { Section } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../hooks/use-draft.js';
import { useStageWords } from '../hooks/use-stage-words.js';
import { type DesignStage, isTogether } from '../model/design.js';
import { addStage, canMove, moveStage, removeStage } from '../model/edit-design.js';
import classes from './designer.module.css';

export interface OutlineProps {
  draft: Draft;
  chosen: string | null;
  onChoose: (key: string | null) => void;
}

/** The stages as a list: each is chosen, moved and removed here, and new ones come behind the one that is chosen. */
export function Outline({ draft, chosen, onChoose }: OutlineProps) {
  const { t } = useTranslation('workflows');
  const { design } = draft;
  const add = (kind: 'approval' | 'gate') => {
    const made = addStage(design, kind, chosen);
    draft.edit(() => made.design);
    onChoose(made.key);
  };
  return (
    <Section title={t('outline')}>
      <ol className={classes.outline}>
        <li>
          <button
            type="button"
            className={classes.workflowRow}
            aria-current={chosen === null || undefined}
            onClick={() => onChoose(null)}
          >
            {t('workflowItself')}
          </button>
        </li>
        {design.stages.map((stage, index) => (
          <OutlineRow
            key={stage.key}
            draft={draft}
            stage={stage}
            isChosen={chosen === stage.key}
            canUp={canMove(stage) && canMove(design.stages[index - 1])}
            canDown={canMove(stage) && canMove(design.stages[index + 1])}
            onChoose={onChoose}
          />
        ))}
      </ol>
      <Group gap="xs" mt="sm">
        <Button
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => add('approval')}
        >
          {t('addApproval')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => add('gate')}
        >
          {t('addGate')}
        </Button>
      </Group>
    </Section>
  );
}

interface RowProps extends Pick<OutlineProps, 'draft' | 'onChoose'> {
  stage: DesignStage;
  isChosen: boolean;
  canUp: boolean;
  canDown: boolean;
}

function OutlineRow({ draft, stage, isChosen, canUp, canDown, onChoose }: RowProps) {
  const { t } = useTranslation('workflows');
  const words = useStageWords(draft.design.stages);
  const name = words.nameOf(stage);
  const wrong = draft.problems.filter(({ stageKey }) => stageKey === stage.key).length;
  return (
    <li className={classes.outlineRow} data-together={isTogether(draft.design, stage.key) || undefined}>
      <button
        type="button"
        className={classes.outlineStage}
        aria-current={isChosen || undefined}
        onClick={() => onChoose(stage.key)}
      >
        <span className={classes.outlineName}>
          <bdi>{name}</bdi>
          {wrong > 0 ? (
            <span className={classes.wrong}>
              <IconAlertTriangle size={14} aria-hidden="true" />
              <span>{t('problemsOf', { number: wrong })}</span>
            </span>
          ) : null}
        </span>
        <span className={classes.outlineText}>
          <bdi>{words.summary(stage)}</bdi>
        </span>
      </button>
      {canMove(stage) ? (
        <span className={classes.outlineMoves}>
          <ActionIcon
            variant="subtle"
            disabled={!canUp}
            aria-label={t('moveUp', { stage: name })}
            onClick={() => draft.edit((before) => moveStage(before, stage.key, -1))}
          >
            <IconArrowUp size={16} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            disabled={!canDown}
            aria-label={t('moveDown', { stage: name })}
            onClick={() => draft.edit((before) => moveStage(before, stage.key, 1))}
          >
            <IconArrowDown size={16} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={t('removeStage', { stage: name })}
            onClick={() => {
              draft.edit((before) => removeStage(before, stage.key));
              if (isChosen) onChoose(null);
            }}
          >
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        </span>
      ) : null}
    </li>
  );
}
