import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { roles as allRoles, type Role } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../components/form-dialog.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useInvite } from '../api/invitations.js';

export function InviteMember({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['admin', 'common']);
  const { slug } = useWorkspace();
  const invite = useInvite(slug);
  const fieldErrors = useFieldErrors();
  const form = useForm({
    initialValues: { email: '', roles: ['contributor'] as Role[] },
    validate: {
      email: (email) => (email.trim() === '' ? t('common:field.too_small') : null),
      roles: (roles) => (roles.length === 0 ? t('members.rolesMissing') : null),
    },
  });
  return (
    <FormDialog
      opened
      title={t('invitations.invite')}
      submitLabel={t('invitations.send')}
      pending={invite.isPending}
      error={invite.error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) =>
        invite.mutate(values, {
          onSuccess: ({ email }) => {
            notify.done(t('invitations.sent', { email }));
            onClose();
          },
          onError: (error) => form.setErrors(fieldErrors(error)),
        }),
      )}
    >
      <TextInput
        label={t('members.email')}
        type="email"
        required
        data-autofocus
        dir="ltr"
        {...form.getInputProps('email')}
      />
      <Checkbox.Group
        label={t('members.roles')}
        {...form.getInputProps('roles')}
        onChange={(next) => form.setFieldValue('roles', next as Role[])}
      >
        <Stack gap="xs" mt="xs">
          {allRoles.map((role) => (
            <Checkbox key={role} value={role} label={t(`common:role.${role}`)} description={t(`roleMeans.${role}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormDialog>
  );
}
