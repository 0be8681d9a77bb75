import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Recommendation } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../components/fields/date-field.js';
import { FormDialog } from '../../../components/form-dialog.js';
import { PeopleLacking } from '../../../components/submissions/people-lacking.js';
import { useHandInDialog } from '../api/use-hand-in-dialog.js';

/** Asks for a later target date, which moves once it is approved. */
export function ExtendDialog({ recommendation, onClose }: { recommendation: Recommendation; onClose: () => void }) {
  const { t } = useTranslation(['recommendations', 'common']);
  const form = useForm({
    initialValues: { dueOn: null as string | null, narrative: '' },
    validate: {
      dueOn: (value) => (value === null || value <= (recommendation.dueOn ?? '') ? t('notLater') : null),
      narrative: (value) => (value.trim() === '' ? t('common:problem.reason_required') : null),
    },
  });
  const handIn = useHandInDialog(recommendation, { setErrors: form.setErrors, onClose });
  return (
    <FormDialog
      opened
      title={t('extend')}
      submitLabel={t('handIn')}
      pending={handIn.isPending}
      error={handIn.error}
      onClose={onClose}
      onSubmit={form.onSubmit(({ dueOn, narrative }) =>
        handIn.mutate({ kind: 'extension', narrative, fields: { dueOn }, baseVersion: recommendation.recordVersion }),
      )}
    >
      <PeopleLacking attempt={handIn} />
      <DateField
        label={t('newDueOn')}
        required
        data-autofocus
        value={form.values.dueOn}
        onChange={(value) => form.setFieldValue('dueOn', value)}
        error={form.errors['dueOn'] ?? form.errors['fields.dueOn']}
      />
      <Textarea label={t('reason')} required autosize minRows={3} dir="auto" {...form.getInputProps('narrative')} />
    </FormDialog>
  );
}
