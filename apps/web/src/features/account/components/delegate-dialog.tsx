import { MultiSelect, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../components/fields/date-field.js';
import { MemberSelect } from '../../../components/fields/member-select.js';
import { FormDialog } from '../../../components/form-dialog.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { useTimeZone, useToday } from '../../../lib/clock.js';
import { endOfDay, startOfDay } from '../../../lib/day-bounds.js';
import { useNamed } from '../../../lib/i18n/use-named.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useDelegate, workflowNamesQuery } from '../api/delegations.js';

/** Hands decisions to somebody for some days: one's own, or, where one may arrange it, those of somebody absent. */
export function DelegateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['account', 'common']);
  const { slug, can, membership } = useWorkspace();
  const named = useNamed();
  const timeZone = useTimeZone();
  const today = useToday();
  const workflows = useQuery(workflowNamesQuery(slug));
  const delegate = useDelegate(slug);
  const fieldErrors = useFieldErrors();
  const missing = t('common:field.too_small');
  const form = useForm({
    initialValues: {
      fromId: membership.memberId as string | null,
      toId: null as string | null,
      startsOn: today as string | null,
      endsOn: null as string | null,
      workflowKeys: [] as string[],
      reason: '',
    },
    validate: {
      fromId: (id) => (id ? null : missing),
      toId: (id, { fromId }) => {
        if (!id) return missing;
        if (id === fromId) return t('delegations.toThemselves');
        return id === membership.memberId ? t('delegations.notToYourself') : null;
      },
      startsOn: (date) => (date ? null : missing),
      endsOn: (date, { startsOn }) =>
        date ? (startsOn && date < startsOn ? t('delegations.endsBefore') : null) : missing,
    },
  });
  const send = form.onSubmit(({ fromId, toId, startsOn, endsOn, workflowKeys, reason }) => {
    if (!fromId || !toId || !startsOn || !endsOn) return;
    delegate.mutate(
      {
        ...(fromId === membership.memberId ? {} : { fromId }),
        toId,
        scope: { workflowKeys: workflowKeys.length > 0 ? workflowKeys : null, itemIds: null },
        // today means from now on
        ...(startsOn > today ? { startsAt: startOfDay(startsOn, timeZone) } : {}),
        endsAt: endOfDay(endsOn, timeZone),
        ...(reason.trim() ? { reason } : {}),
      },
      {
        onSuccess: ({ to, from }) => {
          notify.done(t('delegations.made', { to: to.name, from: from.name }));
          onClose();
        },
        onError: (error) => {
          const { endsAt, startsAt, ...others } = fieldErrors(error);
          form.setErrors({ ...others, endsOn: endsAt, startsOn: startsAt });
        },
      },
    );
  });
  return (
    <FormDialog
      opened
      title={t('delegations.new')}
      submitLabel={t('delegations.make')}
      pending={delegate.isPending}
      error={delegate.error}
      onClose={onClose}
      onSubmit={send}
    >
      {can('delegations.arrange') ? (
        <MemberSelect label={t('delegations.from')} required clearable={false} {...form.getInputProps('fromId')} />
      ) : null}
      <MemberSelect
        label={t('delegations.to')}
        description={t('delegations.toText')}
        required
        data-autofocus
        {...form.getInputProps('toId')}
      />
      <DateField
        label={t('delegations.startsOn')}
        required
        min={today}
        value={form.values.startsOn}
        onChange={(value) => form.setFieldValue('startsOn', value)}
        error={form.errors['startsOn']}
      />
      <DateField
        label={t('delegations.endsOn')}
        required
        min={form.values.startsOn ?? today}
        value={form.values.endsOn}
        onChange={(value) => form.setFieldValue('endsOn', value)}
        error={form.errors['endsOn']}
      />
      <MultiSelect
        label={t('delegations.workflows')}
        description={t('delegations.workflowsText')}
        data={(workflows.data ?? []).map(({ key, name }) => ({ value: key, label: named(name) }))}
        {...form.getInputProps('workflowKeys')}
      />
      <Textarea label={t('delegations.reason')} autosize minRows={2} dir="auto" {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
