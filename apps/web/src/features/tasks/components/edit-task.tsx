import { MultiSelect, Select, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { priorities, type Task } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../components/form-dialog.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useTaskChange } from '../api/change-task.js';
import { siblingTasksQuery } from '../api/read-tasks.js';

interface EditTaskProps {
  task: Task;
  onClose: () => void;
}

/** Title, what is to be done, priority, and the tasks beside it that it waits for. */
export function EditTask({ task, onClose }: EditTaskProps) {
  const { t } = useTranslation(['tasks', 'common']);
  const { slug } = useWorkspace();
  const change = useTaskChange(slug, task.id);
  const above = task.recommendation?.id;
  const siblings = useQuery({ ...siblingTasksQuery(slug, above ?? ''), enabled: above !== undefined });
  const fieldErrors = useFieldErrors();
  const form = useForm({
    initialValues: {
      title: task.title,
      description: task.description,
      priority: task.priority,
      dependsOn: task.dependsOn.map(({ id }) => id),
    },
    validate: { title: (value) => (value.trim() === '' ? t('common:field.too_small') : null) },
  });
  const others = new Map([...task.dependsOn, ...(siblings.data ?? [])].map((other) => [other.id, other]));
  others.delete(task.id);
  return (
    <FormDialog
      opened
      title={t('edit')}
      submitLabel={t('common:actions.save')}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) =>
        change.mutate(
          { ...values, version: task.version },
          {
            onSuccess: () => {
              notify.done(t('common:states.saved'));
              onClose();
            },
            onError: (error) => form.setErrors(fieldErrors(error)),
          },
        ),
      )}
    >
      <TextInput label={t('titleField')} required data-autofocus dir="auto" {...form.getInputProps('title')} />
      <Textarea label={t('description')} autosize minRows={3} dir="auto" {...form.getInputProps('description')} />
      <Select
        label={t('priority')}
        allowDeselect={false}
        data={priorities.map((value) => ({ value, label: t(`common:priority.${value}`) }))}
        {...form.getInputProps('priority')}
      />
      <MultiSelect
        label={t('dependsOn')}
        searchable
        data={[...others.values()].map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        {...form.getInputProps('dependsOn')}
      />
    </FormDialog>
  );
}
