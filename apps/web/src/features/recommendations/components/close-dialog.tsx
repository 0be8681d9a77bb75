import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Outcome, outcomes, type Recommendation } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { RecommendationSelect } from '../../../components/fields/recommendation-select.js';
import { FormDialog } from '../../../components/form-dialog.js';
import { PeopleLacking } from '../../../components/submissions/people-lacking.js';
import { useHandInDialog } from '../api/use-hand-in-dialog.js';

/** Hands in the closing: its outcome, with a reason for all but the first, and what was done. It closes once approved. */
export function CloseDialog({ recommendation, onClose }: { recommendation: Recommendation; onClose: () => void }) {
  const { t } = useTranslation(['recommendations', 'common']);
  const form = useForm({
    initialValues: {
      outcome: 'implemented' as Outcome,
      narrative: '',
      reason: '',
      supersededBy: null as string | null,
    },
    validate: {
      narrative: (value) => (value.trim() === '' ? t('common:field.too_small') : null),
      reason: (value, { outcome }) =>
        outcome !== 'implemented' && value.trim() === '' ? t('common:problem.reason_required') : null,
      supersededBy: (value, { outcome }) => (outcome === 'superseded' && !value ? t('successorMissing') : null),
    },
  });
  const { outcome } = form.values;
  const handIn = useHandInDialog(recommendation, { setErrors: form.setErrors, onClose });
  return (
    <FormDialog
      opened
      title={t('close')}
      submitLabel={t('handIn')}
      pending={handIn.isPending}
      error={handIn.error}
      onClose={onClose}
      onSubmit={form.onSubmit(({ narrative, reason, supersededBy }) =>
        handIn.mutate({
          kind: 'closing',
          narrative,
          fields: {
            outcome,
            ...(outcome === 'implemented' ? {} : { reason }),
            ...(outcome === 'superseded' ? { supersededBy } : {}),
          },
          baseVersion: recommendation.recordVersion,
        }),
      )}
    >
      <PeopleLacking attempt={handIn} />
      <Select
        label={t('outcome')}
        allowDeselect={false}
        data={outcomes.map((value) => ({ value, label: t(`common:outcome.${value}`) }))}
        {...form.getInputProps('outcome')}
      />
      {outcome === 'superseded' ? (
        <RecommendationSelect
          label={t('successor')}
          required
          except={recommendation.id}
          {...form.getInputProps('supersededBy')}
        />
      ) : null}
      {outcome === 'implemented' ? null : (
        <Textarea label={t('reason')} required autosize dir="auto" {...form.getInputProps('reason')} />
      )}
      <Textarea
        label={t('whatWasDone')}
        required
        autosize
        minRows={3}
        dir="auto"
        {...form.getInputProps('narrative')}
      />
    </FormDialog>
  );
}
