import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Recommendation } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../components/fields/date-field.js';
import { MemberSelect } from '../../../components/fields/member-select.js';
import { MembersSelect } from '../../../components/fields/members-select.js';
import { TeamSelect } from '../../../components/fields/team-select.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useAssign } from '../api/change-recommendation.js';
import { FormDialog } from '../../../components/form-dialog.js';

/** Owner or team, contributors, target date; a moved date keeps its reason. */
export function AssignDialog({ recommendation, onClose }: { recommendation: Recommendation; onClose: () => void }) {
  const { t } = useTranslation(['recommendations', 'common']);
  const { slug } = useWorkspace();
  const assign = useAssign(slug, recommendation.id);
  const fieldErrors = useFieldErrors();
  const form = useForm({
    initialValues: {
      ownerId: recommendation.owner?.id ?? null,
      teamId: recommendation.team?.id ?? null,
      contributorIds: recommendation.contributors.map(({ id }) => id),
      dueOn: recommendation.dueOn,
      dueReason: '',
    },
  });
  const { ownerId, teamId } = form.values;
  return (
    <FormDialog
      opened
      title={t('assign')}
      submitLabel={t('common:actions.save')}
      pending={assign.isPending}
      error={assign.error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) =>
        assign.mutate(
          {
            version: recommendation.version,
            ...(values.ownerId ? { ownerId: values.ownerId } : { ownerId: null, teamId: values.teamId }),
            contributorIds: values.contributorIds,
            ...(values.dueOn === recommendation.dueOn ? {} : { dueOn: values.dueOn }),
            ...(values.dueReason.trim() ? { dueReason: values.dueReason.trim() } : {}),
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
      <MemberSelect
        label={t('owner')}
        {...form.getInputProps('ownerId')}
        value={ownerId}
        onChange={(value) => form.setValues({ ownerId: value, ...(value ? { teamId: null } : {}) })}
      />
      <TeamSelect
        label={t('teamToClaim')}
        {...form.getInputProps('teamId')}
        value={teamId}
        onChange={(value) => form.setValues({ teamId: value, ...(value ? { ownerId: null } : {}) })}
      />
      <MembersSelect label={t('contributors')} {...form.getInputProps('contributorIds')} />
      <DateField
        label={t('dueOn')}
        value={form.values.dueOn}
        onChange={(value) => form.setFieldValue('dueOn', value)}
        error={form.errors['dueOn']}
      />
      <Textarea
        label={t('dueReason')}
        description={t('dueReasonHint')}
        autosize
        dir="auto"
        {...form.getInputProps('dueReason')}
      />
    </FormDialog>
  );
}
