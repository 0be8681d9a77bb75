import { Button, Group } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Team } from '@uptake/contracts';
import { EmptyState, ListSkeleton, Section } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { MemberName } from '../../../components/member.js';
import { QueryState } from '../../../components/query-state.js';
import { allTeamsQuery } from '../../../lib/people.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { SaveTeam } from './save-team.js';
import classes from './admin.module.css';

/** The teams with who is in them; work can be given to a team until one of it claims it. */
export function TeamsPart() {
  const { t } = useTranslation(['admin', 'common']);
  const { slug, can } = useWorkspace();
  const query = useQuery(allTeamsQuery(slug));
  const [saving, save] = useState<Team | 'new' | null>(null);
  return (
    <>
      {can('teams.change') ? (
        <Group mb="md">
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => save('new')}>
            {t('teams.create')}
          </Button>
        </Group>
      ) : null}
      <QueryState query={query} loading={<ListSkeleton label={t('common:states.loading')} />}>
        {(teams) =>
          teams.length === 0 ? (
            <EmptyState icon={IconUsersGroup} title={t('teams.none')} text={t('teams.noneText')} />
          ) : (
            teams.map((team) => (
              <Section
                key={team.id}
                title={<bdi>{team.name}</bdi>}
                note={t('teams.count', { count: team.members.length })}
                actions={
                  can('teams.change') ? (
                    <ActionButton
                      ability={team.abilities['change']}
                      size="compact-sm"
                      variant="default"
                      aria-label={t('teams.changeOne', { name: team.name })}
                      onClick={() => save(team)}
                    >
                      {t('members.change')}
                    </ActionButton>
                  ) : null
                }
              >
                <span className={classes.people}>
                  {team.members.length === 0 ? t('common:states.nobody') : null}
                  {team.members.map((member) => (
                    <MemberName key={member.id} member={member} />
                  ))}
                </span>
              </Section>
            ))
          )
        }
      </QueryState>
      {saving ? (
        <SaveTeam
          key={saving === 'new' ? 'new' : saving.id}
          team={saving === 'new' ? undefined : saving}
          onClose={() => save(null)}
        />
      ) : null}
    </>
  );
}
