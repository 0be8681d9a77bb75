import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { IssuedToken } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../components/fields/date-field.js';
import { FormDialog } from '../../../components/form-dialog.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { useIssueToken } from '../api/tokens.js';

export function IssueToken({ onClose, onIssued }: { onClose: () => void; onIssued: (token: IssuedToken) => void }) {
  const { t } = useTranslation(['account', 'common']);
  const issue = useIssueToken();
  const fieldErrors = useFieldErrors();
  const form = useForm({
    initialValues: { name: '', expiresOn: null as string | null },
    validate: { name: (name) => (name.trim() === '' ? t('common:field.too_small') : null) },
  });
  return (
    <FormDialog
      opened
      title={t('newToken')}
      submitLabel={t('makeToken')}
      pending={issue.isPending}
      error={issue.error}
      onClose={onClose}
      onSubmit={form.onSubmit(({ name, expiresOn }) =>
        issue.mutate(
          { name, expiresAt: expiresOn ? `${expiresOn}T23:59:59Z` : null },
          {
            onSuccess: (token) => {
              onIssued(token);
              onClose();
            },
            onError: (error) => form.setErrors(fieldErrors(error)),
          },
        ),
      )}
    >
      <TextInput
        label={t('tokenName')}
        description={t('tokenNameText')}
        required
        data-autofocus
        dir="auto"
        {...form.getInputProps('name')}
      />
      <DateField
        label={t('tokenExpires')}
        value={form.values.expiresOn}
        onChange={(value) => form.setFieldValue('expiresOn', value)}
        error={form.errors['expiresAt']}
      />
    </FormDialog>
  );
}
