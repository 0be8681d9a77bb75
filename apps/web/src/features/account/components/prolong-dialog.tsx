import { useForm } from '@mantine/form';
import type { Delegation } from '@uptake/contracts';
import { calendarDateIn } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../components/fields/date-field.js';
import { FormDialog } from '../../../components/form-dialog.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { useTimeZone } from '../../../lib/clock.js';
import { endOfDay } from '../../../lib/day-bounds.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useChangeDelegation } from '../api/delegations.js';

/** Another last day for a delegation that is not over. */
export function ProlongDialog({ delegation, onClose }: { delegation: Delegation; onClose: () => void }) {
  const { t } = useTranslation(['account', 'common']);
  const { slug } = useWorkspace();
  const timeZone = useTimeZone();
  const change = useChangeDelegation(slug);
  const fieldErrors = useFieldErrors();
  const lastDay = calendarDateIn(timeZone, new Date(Date.parse(delegation.endsAt) - 1));
  const form = useForm({
    initialValues: { endsOn: lastDay as string | null },
    validate: { endsOn: (date) => (date ? null : t('common:field.too_small')) },
  });
  return (
    <FormDialog
      opened
      title={t('delegations.changeEnd')}
      submitLabel={t('common:actions.save')}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSubmit={form.onSubmit(({ endsOn }) =>
        change.mutate(
          { id: delegation.id, version: delegation.version, endsAt: endOfDay(endsOn ?? lastDay, timeZone) },
          {
            onSuccess: () => {
              notify.done(t('delegations.changed'));
              onClose();
            },
            onError: (error) => form.setErrors({ endsOn: fieldErrors(error)['endsAt'] }),
          },
        ),
      )}
    >
      <DateField
        label={t('delegations.endsOn')}
        required
        value={form.values.endsOn}
        onChange={(value) => form.setFieldValue('endsOn', value)}
        error={form.errors['endsOn']}
      />
    </FormDialog>
  );
}
