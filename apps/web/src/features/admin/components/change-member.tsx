import { Checkbox, Stack, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import { roles as allRoles, type Member, type Role } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../components/form-dialog.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useChangeMember } from '../api/change-member.js';

/** Roles of a member, and whether they take part at all. */
export function ChangeMember({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation(['admin', 'common']);
  const { slug } = useWorkspace();
  const change = useChangeMember(slug);
  const form = useForm({
    initialValues: { roles: [...member.roles], active: member.active },
    validate: { roles: (roles) => (roles.length === 0 ? t('members.rolesMissing') : null) },
  });
  return (
    <FormDialog
      opened
      title={t('members.changeOne', { name: member.name })}
      submitLabel={t('common:actions.save')}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) =>
        change.mutate(
          { id: member.id, change: { version: member.version, ...values } },
          {
            onSuccess: () => {
              notify.done(t('members.changed', { name: member.name }));
              onClose();
            },
          },
        ),
      )}
    >
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
      <Switch
        label={t('members.active')}
        description={t('members.activeText')}
        {...form.getInputProps('active', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}
