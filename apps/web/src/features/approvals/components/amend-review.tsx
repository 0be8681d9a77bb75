import { MultiSelect, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { StageProgress, Submission } from '@uptake/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { MembersSelect } from '../../../components/fields/members-select.js';
import { FormDialog } from '../../../components/form-dialog.js';
import { useNamed } from '../../../lib/i18n/use-named.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useAmendReview } from '../api/amend-review.js';

const isOpen = ({ kind, state }: StageProgress): boolean =>
  kind === 'approval' && (state === 'open' || state === 'blocked');

/** Changes who is asked at a stage that is open; where several are, which of them is chosen first. */
export function AmendReview({ submission }: { submission: Submission }) {
  const { t } = useTranslation('approvals');
  const named = useNamed();
  const [stage, choose] = useState<StageProgress | null>(null);
  const open = submission.run.stages.filter(isOpen);
  return (
    <>
      {open.length > 1 ? (
        open.map((one) => (
          <ActionButton
            key={one.key}
            variant="default"
            ability={submission.abilities['amend']}
            onClick={() => choose(one)}
          >
            {t('amendAt', { stage: named(one.name) })}
          </ActionButton>
        ))
      ) : (
        <ActionButton variant="default" ability={submission.abilities['amend']} onClick={() => choose(open[0] ?? null)}>
          {t('amend')}
        </ActionButton>
      )}
      {stage ? <AmendDialog submission={submission} stage={stage} onClose={() => choose(null)} /> : null}
    </>
  );
}

interface AmendDialogProps {
  submission: Submission;
  stage: StageProgress;
  onClose: () => void;
}

function AmendDialog({ submission, stage, onClose }: AmendDialogProps) {
  const { t } = useTranslation(['approvals', 'common']);
  const { slug } = useWorkspace();
  const named = useNamed();
  const amend = useAmendReview(slug, submission.id);
  const form = useForm({
    initialValues: { addMemberIds: [] as string[], removeMemberIds: [] as string[], reason: '' },
    validate: {
      addMemberIds: (added, { removeMemberIds }) =>
        added.length + removeMemberIds.length > 0 ? null : t('amendNobody'),
      reason: (reason) => (reason.trim() ? null : t('common:problem.reason_required')),
    },
  });
  const asked = stage.asked.filter(({ state }) => state === 'open').map(({ member }) => member);
  return (
    <FormDialog
      opened
      title={t('amendStage', { stage: named(stage.name) })}
      submitLabel={t('amendNow')}
      pending={amend.isPending}
      error={amend.error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) =>
        amend.mutate(
          { stageKey: stage.key, ...values },
          {
            onSuccess: () => {
              notify.done(t('amended'));
              onClose();
            },
          },
        ),
      )}
    >
      <MembersSelect label={t('askAlso')} {...form.getInputProps('addMemberIds')} />
      <MultiSelect
        label={t('askNoMore')}
        data={asked.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('removeMemberIds')}
      />
      <Textarea label={t('reason')} required autosize minRows={2} dir="auto" {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
