import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import type { Task } from '@uptake/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import type { useTaskActs } from '../api/change-task.js';

/** Claim, start, reopen, drop: what the task's state lets its reader do. */
export function TaskMoves({ task, acts: { claim, move } }: { task: Task; acts: ReturnType<typeof useTaskActs> }) {
  const { t } = useTranslation(['tasks', 'common']);
  const [dropping, setDropping] = useState(false);
  const [reason, setReason] = useState('');
  const { abilities, version } = task;
  return (
    <Group gap="sm">
      {task.team && !task.assignee ? (
        <ActionButton ability={abilities['claim']} loading={claim.isPending} onClick={() => claim.mutate()}>
          {t('claim')}
        </ActionButton>
      ) : null}
      {task.status === 'todo' ? (
        <ActionButton
          variant="default"
          ability={abilities['start']}
          loading={move.isPending}
          onClick={() => move.mutate({ to: 'in_progress', version })}
        >
          {t('start')}
        </ActionButton>
      ) : null}
      {task.status === 'done' || task.status === 'dropped' ? (
        <ActionButton
          variant="default"
          ability={abilities['reopen']}
          loading={move.isPending}
          onClick={() => move.mutate({ to: task.status === 'done' ? 'in_progress' : 'todo', version })}
        >
          {t('reopen')}
        </ActionButton>
      ) : (
        <ActionButton variant="default" ability={abilities['drop']} onClick={() => setDropping(true)}>
          {t('drop')}
        </ActionButton>
      )}
      <Modal
        opened={dropping}
        onClose={() => setDropping(false)}
        title={t('drop')}
        closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      >
        <Stack>
          <Textarea
            label={t('dropReason')}
            required
            autosize
            minRows={2}
            dir="auto"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setDropping(false)}>
              {t('common:actions.cancel')}
            </Button>
            <ActionButton
              ability={reason.trim() === '' ? { reason: 'reason_missing' } : true}
              loading={move.isPending}
              onClick={() => move.mutate({ to: 'dropped', reason, version }, { onSuccess: () => setDropping(false) })}
            >
              {t('dropNow')}
            </ActionButton>
          </Group>
        </Stack>
      </Modal>
    </Group>
  );
}
