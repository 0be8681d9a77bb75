import { Badge, Button, Group } from '@mantine/core';
import { IconMail, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Invitation } from '@uptake/contracts';
import { DateText, EmptyState, TableSkeleton } from '@uptake/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { columnsOf } from '../../../components/data-table/columns.js';
import { DataTable } from '../../../components/data-table/data-table.js';
import { QueryState } from '../../../components/query-state.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { invitationsQuery, useRevokeInvitation } from '../api/invitations.js';
import { InviteMember } from './invite-member.js';
import classes from './admin.module.css';

const column = columnsOf<Invitation>();
const none: readonly string[] = [];

/** Who was invited by mail, and what became of it. */
export function InvitationsPart() {
  const { t } = useTranslation(['admin', 'common']);
  const { slug, can } = useWorkspace();
  const textOf = useProblemText();
  const query = useQuery(invitationsQuery(slug));
  const { mutate: revoke } = useRevokeInvitation(slug);
  const [inviting, invite] = useState(false);
  const columns = useMemo(
    () => [
      column.accessor('email', {
        header: t('members.email'),
        meta: { grows: true },
        cell: ({ getValue }) => <bdi>{getValue()}</bdi>,
      }),
      column.accessor('roles', {
        header: t('members.roles'),
        meta: { grows: true, width: 11, yields: 2 },
        cell: ({ getValue }) => (
          <span className={classes.chips}>
            {getValue().map((role) => (
              <Badge key={role} variant="default" radius="sm" tt="none" fw={500}>
                {t(`common:role.${role}`)}
              </Badge>
            ))}
          </span>
        ),
      }),
      column.accessor('state', {
        header: t('invitations.stateColumn'),
        meta: { width: 8 },
        cell: ({ getValue }) => t(`invitations.state.${getValue()}`),
      }),
      column.accessor('invitedBy', {
        header: t('invitations.invitedBy'),
        meta: { width: 10, yields: 3 },
        cell: ({ getValue }) => <bdi>{getValue()}</bdi>,
      }),
      column.accessor('expiresAt', {
        header: t('invitations.expires'),
        meta: { width: 9, yields: 1 },
        cell: ({ getValue }) => <DateText value={getValue()} format="short" />,
      }),
      column.display({
        id: 'revoke',
        header: t('invitations.revoke'),
        meta: { width: 8, align: 'end' },
        cell: ({ row: { original: one } }) => {
          if (one.state !== 'open' && one.state !== 'expired') return null;
          return (
            <ActionButton
              ability={one.abilities['revoke']}
              size="compact-sm"
              variant="default"
              aria-label={t('invitations.revokeOne', { email: one.email })}
              onClick={() =>
                revoke(one.id, {
                  onSuccess: () => notify.done(t('invitations.revoked', { email: one.email })),
                  onError: (error) => notify.failed(textOf(error)),
                })
              }
            >
              {t('invitations.revoke')}
            </ActionButton>
          );
        },
      }),
    ],
    [t, revoke, textOf],
  );
  return (
    <>
      {can('invitations.change') ? (
        <Group mb="md">
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => invite(true)}>
            {t('invitations.invite')}
          </Button>
        </Group>
      ) : null}
      <QueryState query={query} loading={<TableSkeleton label={t('common:states.loading')} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconMail} title={t('invitations.none')} text={t('invitations.noneText')} />
          ) : (
            <div className={classes.list}>
              <DataTable
                label={t('part.invitations')}
                columns={columns}
                hidden={can('invitations.change') ? none : ['revoke']}
                rows={items}
                rowId={(one) => one.id}
                rowName={(one) => one.email}
              />
            </div>
          )
        }
      </QueryState>
      {inviting ? <InviteMember onClose={() => invite(false)} /> : null}
    </>
  );
}
