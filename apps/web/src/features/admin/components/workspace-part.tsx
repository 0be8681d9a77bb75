import { Alert, Button, Checkbox, Group, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { Workspace } from '@uptake/contracts';
import { RecordSkeleton } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { TimeZoneSelect } from '../../../components/fields/time-zone-select.js';
import { QueryState } from '../../../components/query-state.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { languages } from '../../../lib/i18n/languages.js';
import { useLanguage } from '../../../lib/i18n/use-language.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace, workspaceQuery } from '../../../lib/workspace.js';
import { useChangeWorkspace } from '../api/change-workspace.js';
import classes from './admin.module.css';

/** Name, language, time zone and working days: what due dates and figures are counted by. */
export function WorkspacePart() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const query = useQuery(workspaceQuery(slug));
  return (
    <QueryState query={query} loading={<RecordSkeleton label={t('states.loading')} />}>
      {(workspace) => <Settings key={workspace.version} workspace={workspace} />}
    </QueryState>
  );
}

function Settings({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation(['admin', 'common']);
  const { language } = useLanguage();
  const textOf = useProblemText();
  const fieldErrors = useFieldErrors();
  const change = useChangeWorkspace(workspace.slug);
  const fixed = workspace.abilities['change'] !== true;
  const form = useForm({
    initialValues: {
      name: workspace.name,
      language: workspace.language,
      timeZone: workspace.timeZone,
      workingDays: workspace.workingDays.map(String),
      holidays: [...workspace.holidays],
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('common:field.too_small') : null),
      holidays: (days) => (days.every((day) => /^\d{4}-\d{2}-\d{2}$/u.test(day)) ? null : t('workspace.holidayWrong')),
    },
  });
  const dayName = new Intl.DateTimeFormat(languages[language].locale, { weekday: 'long', timeZone: 'UTC' });
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={form.onSubmit((values) =>
        change.mutate(
          { version: workspace.version, ...values, workingDays: values.workingDays.map(Number).sort() },
          {
            onSuccess: () => notify.done(t('common:states.saved')),
            onError: (error) => form.setErrors(fieldErrors(error)),
          },
        ),
      )}
    >
      <Stack gap="md">
        {change.error ? (
          <Alert color="red" variant="light" role="alert">
            {textOf(change.error)}
          </Alert>
        ) : null}
        <TextInput label={t('workspace.name')} required dir="auto" disabled={fixed} {...form.getInputProps('name')} />
        <Select
          label={t('workspace.language')}
          description={t('workspace.languageText')}
          allowDeselect={false}
          disabled={fixed}
          data={Object.entries(languages).map(([value, { name }]) => ({ value, label: name }))}
          {...form.getInputProps('language')}
        />
        <TimeZoneSelect
          label={t('workspace.timeZone')}
          description={t('workspace.timeZoneText')}
          disabled={fixed}
          {...form.getInputProps('timeZone')}
        />
        <Checkbox.Group label={t('workspace.workingDays')} {...form.getInputProps('workingDays')}>
          <Group gap="md" mt="xs">
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              // 5 January 1970 was a Monday
              <Checkbox key={day} value={String(day)} disabled={fixed} label={dayName.format((day + 3) * 86_400_000)} />
            ))}
          </Group>
        </Checkbox.Group>
        <TagsInput
          label={t('workspace.holidays')}
          description={t('workspace.holidaysText')}
          disabled={fixed}
          dir="ltr"
          {...form.getInputProps('holidays')}
        />
        {fixed ? null : (
          <Group>
            <Button type="submit" loading={change.isPending}>
              {t('common:actions.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
