import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import type { Task, TaskChange } from '@uptake/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface TaskChecklistProps {
  task: Task;
  pending: boolean;
  onChange: (checklist: NonNullable<TaskChange['checklist']>) => void;
}

export function TaskChecklist({ task, pending, onChange }: TaskChecklistProps) {
  const { t } = useTranslation(['tasks', 'common']);
  const [text, setText] = useState('');
  const may = task.abilities['change'] === true;
  const add = (): void => {
    if (text.trim() === '') return;
    onChange([...task.checklist, { text: text.trim(), done: false }]);
    setText('');
  };
  return (
    <Stack gap="xs">
      {task.checklist.map((entry) => (
        <Checkbox
          key={entry.id}
          label={<bdi>{entry.text}</bdi>}
          checked={entry.done}
          disabled={!may || pending}
          onChange={() =>
            onChange(task.checklist.map((one) => (one.id === entry.id ? { ...one, done: !one.done } : one)))
          }
        />
      ))}
      {may ? (
        <form
          aria-label={t('checklistAdd')}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Group gap="xs">
            <TextInput
              size="xs"
              flex={1}
              dir="auto"
              aria-label={t('checklistText')}
              placeholder={t('checklistText')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button size="xs" variant="default" type="submit" loading={pending}>
              {t('common:actions.add')}
            </Button>
          </Group>
        </form>
      ) : null}
    </Stack>
  );
}
