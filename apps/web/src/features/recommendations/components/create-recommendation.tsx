import { Select, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { recommendationKinds, type Recommendation, type RecommendationKind } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../components/fields/date-field.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useCreateRecommendation } from '../api/change-recommendation.js';
import { FormDialog } from '../../../components/form-dialog.js';

interface CreateRecommendationProps {
  opened: boolean;
  onClose: () => void;
  onCreated: (made: Recommendation) => void;
}

/** A recommendation by hand: one that came in no brief. */
export function CreateRecommendation({ opened, onClose, onCreated }: CreateRecommendationProps) {
  const { t } = useTranslation(['recommendations', 'common']);
  const { slug } = useWorkspace();
  const create = useCreateRecommendation(slug);
  const fieldErrors = useFieldErrors();
  const required = (value: string) => (value.trim() === '' ? t('common:field.too_small') : null);
  const form = useForm({
    initialValues: { title: '', text: '', kind: 'general' as RecommendationKind, dueOn: null as string | null },
    validate: { title: required, text: required },
  });
  return (
    <FormDialog
      opened={opened}
      title={t('create')}
      submitLabel={t('create')}
      pending={create.isPending}
      error={create.error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) =>
        create.mutate(values, {
          onSuccess: (made) => {
            form.reset();
            onClose();
            onCreated(made);
          },
          onError: (error) => form.setErrors(fieldErrors(error)),
        }),
      )}
    >
      <TextInput label={t('titleField')} required data-autofocus dir="auto" {...form.getInputProps('title')} />
      <Textarea label={t('textField')} required autosize minRows={4} dir="auto" {...form.getInputProps('text')} />
      <Select
        label={t('column.kind')}
        allowDeselect={false}
        data={recommendationKinds.map((value) => ({ value, label: t(`common:recommendationKind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <DateField
        label={t('dueOn')}
        value={form.values.dueOn}
        onChange={(value) => form.setFieldValue('dueOn', value)}
        error={form.errors['dueOn']}
      />
    </FormDialog>
  );
}
