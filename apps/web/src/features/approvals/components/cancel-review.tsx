import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Submission } from '@uptake/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { FormDialog } from '../../../components/form-dialog.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useCancelReview } from '../api/cancel-review.js';

/** Stops the review of a submission; its writers are told why. */
export function CancelReview({ submission }: { submission: Submission }) {
  const { t } = useTranslation(['approvals', 'common']);
  const { slug } = useWorkspace();
  const cancel = useCancelReview(slug, submission.id);
  const [opened, open] = useState(false);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() ? null : t('common:problem.reason_required')) },
  });
  const close = (): void => {
    open(false);
    cancel.reset();
    form.reset();
  };
  return (
    <>
      <ActionButton variant="default" ability={submission.abilities['cancel']} onClick={() => open(true)}>
        {t('cancelReview')}
      </ActionButton>
      <FormDialog
        opened={opened}
        title={t('cancelReview')}
        submitLabel={t('cancelReviewNow')}
        pending={cancel.isPending}
        error={cancel.error}
        onClose={close}
        onSubmit={form.onSubmit((values) =>
          cancel.mutate(values, {
            onSuccess: () => {
              notify.done(t('reviewCancelled'));
              close();
            },
          }),
        )}
      >
        <Textarea
          label={t('reason')}
          description={t('cancelReviewText')}
          required
          autosize
          minRows={2}
          dir="auto"
          {...form.getInputProps('reason')}
        />
      </FormDialog>
    </>
  );
}
