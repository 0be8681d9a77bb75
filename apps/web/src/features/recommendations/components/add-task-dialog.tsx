import { MultiSelect, TagsInput, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Recommendation, TaskSummary } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../components/fields/date-field.js';
import { MemberSelect } from '../../../components/fields/member-select.js';
import { TeamSelect } from '../../../components/fields/team-select.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useAddTask } from '../api/change-recommendation.js';
import { FormDialog } from '../../../components/form-dialog.js';

interface AddTaskDialogProps {
  recommendation: Recommendation;
  /** Its tasks so far, which the new one may wait for. */
  tasks: readonly TaskSummary[];
  onClose: () => void;
}

export function AddTaskDialog({ recommendation, tasks, onClose }: AddTaskDialogProps) {
  const { t } = useTranslation(['recommendations', 'common']);
  const { slug } = useWorkspace();
  const add = useAddTask(slug, recommendation.id);
  const fieldErrors = useFieldErrors();
  const form = useForm({
    initialValues: {
      title: '',
      description: '',
      assigneeId: null as string | null,
      teamId: null as string | null,
      dueOn: null as string | null,
      checklist: [] as string[],
      dependsOn: [] as string[],
    },
    validate: { title: (value) => (value.trim() === '' ? t('common:field.too_small') : null) },
  });
  return (
    <FormDialog
      opened
      title={t('addTask')}
      submitLabel={t('common:actions.add')}
      pending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={form.onSubmit(({ checklist, assigneeId, teamId, dueOn, ...rest }) =>
        add.mutate(
          {
            ...rest,
            checklist: checklist.map((text) => ({ text, done: false })),
            ...(assigneeId ? { assigneeId } : teamId ? { teamId } : {}),
            ...(dueOn ? { dueOn } : {}),
          },
          {
            onSuccess: () => {
              notify.done(t('taskAdded'));
              onClose();
            },
            onError: (error) => form.setErrors(fieldErrors(error)),
          },
        ),
      )}
    >
      <TextInput label={t('titleField')} required data-autofocus dir="auto" {...form.getInputProps('title')} />
      <Textarea label={t('description')} autosize minRows={2} dir="auto" {...form.getInputProps('description')} />
      <MemberSelect
        label={t('assignee')}
        {...form.getInputProps('assigneeId')}
        onChange={(value) => form.setValues({ assigneeId: value, ...(value ? { teamId: null } : {}) })}
      />
      <TeamSelect
        label={t('teamToClaim')}
        {...form.getInputProps('teamId')}
        onChange={(value) => form.setValues({ teamId: value, ...(value ? { assigneeId: null } : {}) })}
      />
      <DateField
        label={t('taskDueOn')}
        value={form.values.dueOn}
        onChange={(value) => form.setFieldValue('dueOn', value)}
        error={form.errors['dueOn']}
      />
      <TagsInput
        label={t('checklist')}
        description={t('checklistHint')}
        splitChars={[]}
        acceptValueOnBlur
        {...form.getInputProps('checklist')}
      />
      <MultiSelect
        label={t('dependsOn')}
        searchable
        data={tasks.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        {...form.getInputProps('dependsOn')}
      />
    </FormDialog>
  );
}
