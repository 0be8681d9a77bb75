import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { submissionKinds, type SubmissionKind, type WorkflowSummary } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../components/form-dialog.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { useNamed } from '../../../lib/i18n/use-named.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useCreateWorkflow } from '../api/change-workflows.js';

/** Makes a workflow with a draft, empty or begun as another, and opens the draft. */
export function CreateWorkflow({ workflows, onClose }: { workflows: readonly WorkflowSummary[]; onClose: () => void }) {
  const { t } = useTranslation(['workflows', 'common']);
  const { slug } = useWorkspace();
  const named = useNamed();
  const navigate = useNavigate();
  const create = useCreateWorkflow(slug);
  const fieldErrors = useFieldErrors();
  const form = useForm({
    initialValues: { nameEn: '', nameAr: '', subject: 'update' as SubmissionKind, copyOf: null as string | null },
    validate: { nameEn: (name) => (name.trim() === '' ? t('common:field.too_small') : null) },
  });
  return (
    <FormDialog
      opened
      title={t('create')}
      submitLabel={t('createNow')}
      pending={create.isPending}
      error={create.error}
      onClose={onClose}
      onSubmit={form.onSubmit(({ nameEn, nameAr, subject, copyOf }) =>
        create.mutate(
          {
            name: { en: nameEn, ...(nameAr.trim() === '' ? {} : { ar: nameAr }) },
            subject,
            ...(copyOf ? { copyOf } : {}),
          },
          {
            onSuccess: ({ key }) =>
              void navigate({
                to: '/w/$workspace/admin/workflows/$key/design',
                params: { workspace: slug, key },
                search: { draft: 1 },
              }),
            onError: (error) => {
              const { ['name.en']: english, ...rest } = fieldErrors(error);
              form.setErrors({ ...rest, ...(english ? { nameEn: english } : {}) });
            },
          },
        ),
      )}
    >
      <TextInput label={t('nameEn')} required data-autofocus dir="ltr" lang="en" {...form.getInputProps('nameEn')} />
      <TextInput label={t('nameAr')} dir="rtl" lang="ar" {...form.getInputProps('nameAr')} />
      <Select
        label={t('subject')}
        description={t('subjectText')}
        allowDeselect={false}
        data={submissionKinds.map((value) => ({ value, label: t(`common:submissionKind.${value}`) }))}
        {...form.getInputProps('subject')}
      />
      <Select
        label={t('copyOf')}
        placeholder={t('copyOfNothing')}
        clearable
        data={workflows.map(({ id, name }) => ({ value: id, label: named(name) }))}
        {...form.getInputProps('copyOf')}
      />
    </FormDialog>
  );
}
