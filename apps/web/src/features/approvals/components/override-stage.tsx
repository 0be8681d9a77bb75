import { Button, Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { StageProgress, Submission } from '@uptake/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../components/form-dialog.js';
import { useNamed } from '../../../lib/i18n/use-named.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useOverrideStage } from '../api/override-stage.js';

/** Sets an open stage aside, for those whom its workflow names. Nobody else is shown that it can be done. */
export function OverrideStage({ submission }: { submission: Submission }) {
  const { t } = useTranslation('approvals');
  const [opened, open] = useState(false);
  const stages = submission.run.stages.filter(({ overridable }) => overridable);
  if (submission.abilities['override'] !== true) return null;
  return (
    <>
      <Button variant="default" onClick={() => open(true)}>
        {t('setAside')}
      </Button>
      {opened ? <OverrideDialog submission={submission} stages={stages} onClose={() => open(false)} /> : null}
    </>
  );
}

interface OverrideDialogProps {
  submission: Submission;
  stages: readonly StageProgress[];
  onClose: () => void;
}

function OverrideDialog({ submission, stages, onClose }: OverrideDialogProps) {
  const { t } = useTranslation(['approvals', 'common']);
  const { slug } = useWorkspace();
  const named = useNamed();
  const override = useOverrideStage(slug, submission.id);
  const form = useForm({
    initialValues: { stageKey: stages[0]?.key ?? '', reason: '' },
    validate: { reason: (reason) => (reason.trim() ? null : t('common:problem.reason_required')) },
  });
  return (
    <FormDialog
      opened
      title={t('setAside')}
      submitLabel={t('setAsideNow')}
      pending={override.isPending}
      error={override.error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) =>
        override.mutate(values, {
          onSuccess: () => {
            notify.done(t('wasSetAside'));
            onClose();
          },
        }),
      )}
    >
      <Text size="sm">{t('setAsideText')}</Text>
      <Select
        label={t('stage')}
        allowDeselect={false}
        data={stages.map(({ key, name }) => ({ value: key, label: named(name) }))}
        {...form.getInputProps('stageKey')}
      />
      <Textarea
        label={t('reason')}
        description={t('setAsideReason')}
        required
        data-autofocus
        autosize
        minRows={2}
        dir="auto"
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
