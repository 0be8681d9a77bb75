import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../../components/fields/password-field.js';
import { useProblemText } from '../../../components/use-problem-text.js';

const SHORTEST_PASSWORD = 12;

export interface JoinFormProps {
  /** The address has an account: its password is asked for, not chosen. */
  hasAccount: boolean;
  pending: boolean;
  error: Error | null;
  onSubmit: (values: { name?: string; password: string }) => void;
}

export function JoinForm({ hasAccount, pending, error, onSubmit }: JoinFormProps) {
  const { t } = useTranslation(['account', 'common']);
  const textOf = useProblemText();
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: {
      name: (name) => (!hasAccount && name.trim() === '' ? t('common:field.too_small') : null),
      password: (password) =>
        password.length < (hasAccount ? 1 : SHORTEST_PASSWORD)
          ? t('passwordShort', { count: SHORTEST_PASSWORD })
          : null,
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ name, password }) => onSubmit(hasAccount ? { password } : { name, password }))}
    >
      <Stack gap="md">
        {error ? (
          <Alert color="red" variant="light" role="alert">
            {textOf(error)}
          </Alert>
        ) : null}
        {hasAccount ? null : (
          <TextInput label={t('name')} required autoComplete="name" dir="auto" {...form.getInputProps('name')} />
        )}
        <PasswordField
          label={hasAccount ? t('invitation.password') : t('newPassword')}
          description={hasAccount ? undefined : t('passwordShort', { count: SHORTEST_PASSWORD })}
          required
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={pending}>
          {t('invitation.accept')}
        </Button>
      </Stack>
    </form>
  );
}
