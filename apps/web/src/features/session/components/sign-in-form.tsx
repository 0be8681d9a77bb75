import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../../components/fields/password-field.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { useSignIn } from '../api/sign-in.js';

/** E-mail address and password; the server's refusal stands above the fields and is read out. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation(['auth', 'common']);
  const textOf = useProblemText();
  const signIn = useSignIn();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t('emailMissing') : null),
      password: (value) => (value === '' ? t('passwordMissing') : null),
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit((credentials) => signIn.mutate(credentials, { onSuccess: onSignedIn }))}>
      <Stack gap="md">
        {signIn.error ? (
          <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden="true" />} role="alert">
            {textOf(signIn.error)}
          </Alert>
        ) : null}
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          dir="ltr"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordField
          label={t('password')}
          autoComplete="current-password"
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={signIn.isPending} size="md">
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );
}
