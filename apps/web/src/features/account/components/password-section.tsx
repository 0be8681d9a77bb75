import { Alert, Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Section } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../../components/fields/password-field.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { toProblem } from '../../../lib/api-problem.js';
import { notify } from '../../../lib/notify.js';
import { useChangePassword } from '../api/save-profile.js';
import classes from './account.module.css';

export const SHORTEST_PASSWORD = 12;

export function PasswordSection() {
  const { t } = useTranslation(['account', 'common']);
  const textOf = useProblemText();
  const fieldErrors = useFieldErrors();
  const change = useChangePassword();
  const form = useForm({
    initialValues: { current: '', password: '' },
    validate: {
      current: (value) => (value === '' ? t('common:field.too_small') : null),
      password: (value) => (value.length < SHORTEST_PASSWORD ? t('passwordShort', { count: SHORTEST_PASSWORD }) : null),
    },
  });
  const wrongCurrent = change.error !== null && toProblem(change.error).code === 'invalid_credentials';
  return (
    <Section title={t('password')}>
      <form
        noValidate
        className={classes.form}
        onSubmit={form.onSubmit((values) =>
          change.mutate(values, {
            onSuccess: () => {
              form.reset();
              notify.done(t('passwordChanged'));
            },
            onError: (error) => form.setErrors(fieldErrors(error)),
          }),
        )}
      >
        <Stack gap="md">
          {change.error ? (
            <Alert color="red" variant="light" role="alert">
              {wrongCurrent ? t('passwordWrong') : textOf(change.error)}
            </Alert>
          ) : null}
          <PasswordField
            label={t('currentPassword')}
            autoComplete="current-password"
            {...form.getInputProps('current')}
          />
          <PasswordField
            label={t('newPassword')}
            description={t('passwordText', { count: SHORTEST_PASSWORD })}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          <Group>
            <Button type="submit" variant="default" loading={change.isPending}>
              {t('changePassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
