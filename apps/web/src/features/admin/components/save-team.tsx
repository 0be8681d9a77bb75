import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Team } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { MembersSelect } from '../../../components/fields/members-select.js';
import { FormDialog } from '../../../components/form-dialog.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useSaveTeam } from '../api/save-team.js';

/** Makes a team, or changes the one given: its name and who is in it. */
export function SaveTeam({ team, onClose }: { team: Team | undefined; onClose: () => void }) {
  const { t } = useTranslation(['admin', 'common']);
  const { slug } = useWorkspace();
  const save = useSaveTeam(slug);
  const fieldErrors = useFieldErrors();
  const form = useForm({
    initialValues: {
      name: team?.name ?? '',
      memberIds: team?.members.filter(({ active }) => active).map(({ id }) => id) ?? [],
    },
    validate: { name: (name) => (name.trim() === '' ? t('common:field.too_small') : null) },
  });
  return (
    <FormDialog
      opened
      title={team ? t('teams.changeOne', { name: team.name }) : t('teams.create')}
      submitLabel={t('common:actions.save')}
      pending={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) =>
        save.mutate(
          { team, ...values },
          {
            onSuccess: ({ name }) => {
              notify.done(t('teams.saved', { name }));
              onClose();
            },
            onError: (error) => form.setErrors(fieldErrors(error)),
          },
        ),
      )}
    >
      <TextInput label={t('teams.name')} required data-autofocus dir="auto" {...form.getInputProps('name')} />
      <MembersSelect label={t('teams.members')} {...form.getInputProps('memberIds')} />
    </FormDialog>
  );
}
