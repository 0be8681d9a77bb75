import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { InvitationPreview, Joined } from '@uptake/contracts';
import { ErrorState, RecordSkeleton } from '@uptake/ui';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../components/query-state.js';
import { meQuery } from '../../../lib/session.js';
import { invitationQuery, useAcceptInvitation } from '../api/accept-invitation.js';
import { JoinForm } from './join-form.js';
import classes from './invitation.module.css';

export interface InvitationPageProps {
  /** What stands behind `#` in the mailed link. */
  token: string;
  onJoined: (joined: Joined) => void;
}

/** For the one who follows an invitation's link: signed in already, with an account, or new. */
export function InvitationPage({ token, onJoined }: InvitationPageProps) {
  const { t } = useTranslation(['account', 'common']);
  const query = useQuery({ ...invitationQuery(token), enabled: token !== '' });
  useDocumentTitle(t('invitation.title'));
  return (
    <main className={classes.page}>
      <div className={classes.paper}>
        <p className={classes.brand} translate="no">
          {t('common:product')}
        </p>
        {token === '' ? (
          <ErrorState title={t('invitation.title')} cause={t('common:problem.invitation_invalid')} asPage />
        ) : (
          <QueryState query={query} loading={<RecordSkeleton label={t('common:states.loading')} facts={2} />} asPage>
            {(invitation) => <Invitation token={token} invitation={invitation} onJoined={onJoined} />}
          </QueryState>
        )}
      </div>
    </main>
  );
}

function Invitation({ token, invitation, onJoined }: InvitationPageProps & { invitation: InvitationPreview }) {
  const { t } = useTranslation(['account', 'common']);
  const me = useQuery({ ...meQuery, retry: false });
  const accept = useAcceptInvitation();
  const isTheirs = me.data?.user.email === invitation.email;
  return (
    <>
      <h1 className={classes.title}>{t('invitation.join', { workspace: invitation.workspace.name })}</h1>
      <p className={classes.text}>{t('invitation.for', { email: invitation.email })}</p>
      {isTheirs ? (
        <Button loading={accept.isPending} onClick={() => accept.mutate({ token }, { onSuccess: onJoined })}>
          {t('invitation.accept')}
        </Button>
      ) : (
        <JoinForm
          hasAccount={invitation.hasPassword}
          pending={accept.isPending}
          error={accept.error}
          onSubmit={(values) => accept.mutate({ token, ...values }, { onSuccess: onJoined })}
        />
      )}
    </>
  );
}
