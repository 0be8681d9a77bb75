import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../hooks/use-draft.js';
import classes from './designer.module.css';

/** Somebody else changed the draft meanwhile: nothing is lost until its designer says which of the two stands. */
export function DraftConflict({ draft }: { draft: Draft }) {
  const { t } = useTranslation('workflows');
  const isOver = draft.theirs !== null && draft.theirs.state !== 'draft';
  const by = draft.theirs?.changedBy?.name ?? t('somebody');
  return (
    <Alert color="red" variant="light" role="alert" title={t('conflict.title')} className={classes.conflict}>
      <p>{isOver ? t('conflict.published') : t('conflict.text', { name: by })}</p>
      {isOver ? null : (
        <Group gap="xs">
          <Button size="compact-sm" onClick={draft.keepMine}>
            {t('conflict.mine')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={draft.takeTheirs}>
            {t('conflict.theirs')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
