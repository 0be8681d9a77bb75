import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { EmptyState } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../api/sign-out.js';

/** Signed in, but nobody has let this person into a workspace. */
export function NoWorkspace() {
  const { t } = useTranslation();
  const router = useRouter();
  const signOut = useSignOut();
  return (
    <main>
      <EmptyState
        icon={IconUsersGroup}
        title={t('shell.noWorkspace')}
        text={t('shell.noWorkspaceText')}
        action={
          <Button
            variant="default"
            onClick={() => signOut.mutate(undefined, { onSuccess: () => void router.navigate({ to: '/login' }) })}
          >
            {t('shell.signOut')}
          </Button>
        }
      />
    </main>
  );
}
