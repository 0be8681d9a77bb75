import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Member } from '@uptake/contracts';
import { DateText, PersonChip, TableSkeleton, TeamChip } from '@uptake/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { columnsOf } from '../../../components/data-table/columns.js';
import { DataTable } from '../../../components/data-table/data-table.js';
import { QueryState } from '../../../components/query-state.js';
import { allMembersQuery } from '../../../lib/people.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { ChangeMember } from './change-member.js';
import classes from './admin.module.css';

const column = columnsOf<Member>();
const none: readonly string[] = [];

/** Who belongs to the workspace, with their roles; those who left stay named. */
export function MembersPart() {
  const { t } = useTranslation(['admin', 'common']);
  const { slug, can } = useWorkspace();
  const mayChange = can('members.change');
  const query = useQuery(allMembersQuery(slug));
  const [changing, change] = useState<Member | null>(null);
  const columns = useMemo(
    () => [
      column.accessor('name', {
        header: t('members.name'),
        meta: { width: 12 },
        cell: ({ row: { original: one } }) => (
          <PersonChip name={one.name} active={one.active} note={one.active ? undefined : t('common:states.inactive')} />
        ),
      }),
      column.accessor('email', {
        header: t('members.email'),
        meta: { grows: true, yields: 1, under: true },
        cell: ({ getValue }) => <bdi>{getValue()}</bdi>,
      }),
      column.accessor('roles', {
        header: t('members.roles'),
        meta: { grows: true, width: 10 },
        cell: ({ row: { original: one } }) => (
          <span className={classes.chips}>
            {one.roles.map((role) => (
              <Badge key={role} variant="default" radius="sm" tt="none" fw={500}>
                {t(`common:role.${role}`)}
              </Badge>
            ))}
          </span>
        ),
      }),
      column.accessor('teams', {
        header: t('members.teams'),
        meta: { width: 10, yields: 2 },
        cell: ({ getValue }) => (
          <span className={classes.chips}>
            {getValue().map(({ id, name }) => (
              <TeamChip key={id} name={name} />
            ))}
          </span>
        ),
      }),
      column.accessor('joinedAt', {
        header: t('members.joined'),
        meta: { width: 7, yields: 3 },
        cell: ({ getValue }) => <DateText value={getValue()} format="short" />,
      }),
      column.display({
        id: 'change',
        header: t('members.change'),
        meta: { width: 7, align: 'end' },
        cell: ({ row: { original: one } }) => (
          <ActionButton
            ability={one.abilities['change']}
            size="compact-sm"
            variant="default"
            aria-label={t('members.changeOne', { name: one.name })}
            onClick={() => change(one)}
          >
            {t('members.change')}
          </ActionButton>
        ),
      }),
    ],
    [t],
  );
  return (
    <>
      <QueryState query={query} loading={<TableSkeleton label={t('common:states.loading')} />}>
        {(members) => (
          <div className={classes.list}>
            <DataTable
              label={t('part.members')}
              columns={columns}
              hidden={mayChange ? none : ['change']}
              rows={members}
              rowId={(one) => one.id}
              rowName={(one) => one.name}
            />
          </div>
        )}
      </QueryState>
      {changing ? <ChangeMember key={changing.id} member={changing} onClose={() => change(null)} /> : null}
    </>
  );
}
