import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { priorities, type Recommendation, recommendationKinds, visibilities } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { MembersSelect } from '../../../components/fields/members-select.js';
import { FormDialog } from '../../../components/form-dialog.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useChange } from '../api/change-recommendation.js';
import { partiesQuery } from '../api/list-parties.js';

/** Title, kind, priority, addressees, and who may see it. */
export function EditDetails({ recommendation, onClose }: { recommendation: Recommendation; onClose: () => void }) {
  const { t } = useTranslation(['recommendations', 'common']);
  const { slug } = useWorkspace();
  const change = useChange(slug, recommendation.id);
  const parties = useQuery(partiesQuery(slug));
  const fieldErrors = useFieldErrors();
  const form = useForm({
    initialValues: {
      title: recommendation.title,
      kind: recommendation.kind,
      priority: recommendation.priority,
      addresseeIds: recommendation.addressees.map(({ id }) => id),
      visibility: recommendation.visibility,
      namedMemberIds: recommendation.named.map(({ id }) => id),
    },
    validate: { title: (value) => (value.trim() === '' ? t('common:field.too_small') : null) },
  });
  return (
    <FormDialog
      opened
      title={t('editDetails')}
      submitLabel={t('common:actions.save')}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSubmit={form.onSubmit(({ namedMemberIds, ...values }) =>
        change.mutate(
          {
            ...values,
            version: recommendation.version,
            ...(values.visibility === 'workspace' ? {} : { namedMemberIds }),
          },
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
      <Select
        label={t('column.kind')}
        allowDeselect={false}
        data={recommendationKinds.map((value) => ({ value, label: t(`common:recommendationKind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <Select
        label={t('priority')}
        allowDeselect={false}
        data={priorities.map((value) => ({ value, label: t(`common:priority.${value}`) }))}
        {...form.getInputProps('priority')}
      />
      <MultiSelect
        label={t('addressees')}
        searchable
        clearable
        disabled={parties.isPending}
        data={(parties.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('addresseeIds')}
      />
      <Select
        label={t('visibility')}
        description={t(`visibilityHint.${form.values.visibility}`)}
        allowDeselect={false}
        data={visibilities.map((value) => ({ value, label: t(`common:visibility.${value}`) }))}
        {...form.getInputProps('visibility')}
      />
      {form.values.visibility === 'workspace' ? null : (
        <MembersSelect label={t('named')} {...form.getInputProps('namedMemberIds')} />
      )}
    </FormDialog>
  );
}
