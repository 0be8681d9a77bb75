import { Alert, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Section } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { TimeZoneSelect } from '../../../components/fields/time-zone-select.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { isLanguage, languages } from '../../../lib/i18n/languages.js';
import { useLanguage } from '../../../lib/i18n/use-language.js';
import { notify } from '../../../lib/notify.js';
import { useMe } from '../../../lib/session.js';
import { useSaveProfile } from '../api/save-profile.js';
import classes from './account.module.css';

/** Name, language of screens and mails, and the zone in which times are shown. */
export function ProfileSection() {
  const { t } = useTranslation(['account', 'common']);
  const { user } = useMe();
  const { change } = useLanguage();
  const textOf = useProblemText();
  const fieldErrors = useFieldErrors();
  const save = useSaveProfile();
  const form = useForm({
    initialValues: { name: user.name, language: user.language, timeZone: user.timeZone },
    validate: { name: (name) => (name.trim() === '' ? t('common:field.too_small') : null) },
  });
  return (
    <Section title={t('profile')}>
      <form
        noValidate
        className={classes.form}
        onSubmit={form.onSubmit((values) =>
          save.mutate(values, {
            onSuccess: ({ user: saved }) => {
              if (isLanguage(saved.language)) change(saved.language);
              notify.done(t('common:states.saved'));
            },
            onError: (error) => form.setErrors(fieldErrors(error)),
          }),
        )}
      >
        <Stack gap="md">
          {save.error ? (
            <Alert color="red" variant="light" role="alert">
              {textOf(save.error)}
            </Alert>
          ) : null}
          <TextInput label={t('name')} required autoComplete="name" dir="auto" {...form.getInputProps('name')} />
          <Select
            label={t('language')}
            allowDeselect={false}
            data={Object.entries(languages).map(([value, { name }]) => ({ value, label: name }))}
            {...form.getInputProps('language')}
          />
          <TimeZoneSelect label={t('timeZone')} description={t('timeZoneText')} {...form.getInputProps('timeZone')} />
          <Group>
            <Button type="submit" loading={save.isPending}>
              {t('saveProfile')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
