import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { responses, type Recommendation, type ResponseVerdict } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useRespond } from '../api/change-recommendation.js';
import { FormDialog } from '../../../components/form-dialog.js';

/** The answer to a recommendation, always with its reason; a part where only a part is accepted. */
export function RespondDialog({ recommendation, onClose }: { recommendation: Recommendation; onClose: () => void }) {
  const { t } = useTranslation(['recommendations', 'common']);
  const { slug } = useWorkspace();
  const respond = useRespond(slug, recommendation.id);
  const fieldErrors = useFieldErrors();
  const detail = recommendation.responseDetail;
  const form = useForm({
    initialValues: {
      response: detail?.response ?? ('accepted' as ResponseVerdict),
      part: detail?.part ?? '',
      reason: detail?.reason ?? '',
    },
    validate: {
      reason: (value) => (value.trim() === '' ? t('common:problem.reason_required') : null),
      part: (value, { response }) =>
        response === 'partially_accepted' && value.trim() === '' ? t('partMissing') : null,
    },
  });
  return (
    <FormDialog
      opened
      title={t('respond')}
      submitLabel={t('common:actions.save')}
      pending={respond.isPending}
      error={respond.error}
      onClose={onClose}
      onSubmit={form.onSubmit(({ response, part, reason }) =>
        respond.mutate(
          {
            response,
            reason,
            version: recommendation.version,
            ...(response === 'partially_accepted' ? { part } : {}),
          },
          {
            onSuccess: () => {
              notify.done(t('common:states.saved'));
              onClose();
            },
            onError: (error) => form.setErrors(fieldErrors(error)),
          },
        ),
      )}
    >
      <Select
        label={t('column.response')}
        allowDeselect={false}
        data={responses.map((value) => ({ value, label: t(`common:response.${value}`) }))}
        {...form.getInputProps('response')}
      />
      {form.values.response === 'partially_accepted' ? (
        <Textarea label={t('part')} required autosize dir="auto" {...form.getInputProps('part')} />
      ) : null}
      <Textarea label={t('reason')} required autosize minRows={3} dir="auto" {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
