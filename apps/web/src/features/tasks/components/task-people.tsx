import { Stack } from '@mantine/core';
import type { Task } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../components/fields/date-field.js';
import { MemberSelect } from '../../../components/fields/member-select.js';
import { TeamSelect } from '../../../components/fields/team-select.js';
import type { useTaskActs } from '../api/change-task.js';

/** Who has it and until when; each choice is saved at once. */
export function TaskPeople({ task, acts: { change } }: { task: Task; acts: ReturnType<typeof useTaskActs> }) {
  const { t } = useTranslation(['tasks', 'common']);
  const { version } = task;
  const mayAssign = task.abilities['assign'] === true && !change.isPending;
  const mayChange = task.abilities['change'] === true && !change.isPending;
  return (
    <Stack gap="sm" mb="sm">
      <MemberSelect
        label={t('assignee')}
        disabled={!mayAssign}
        value={task.assignee?.id ?? null}
        onChange={(assigneeId) => change.mutate({ version, assigneeId })}
      />
      <TeamSelect
        label={t('team')}
        disabled={!mayAssign}
        value={task.team?.id ?? null}
        onChange={(teamId) => change.mutate({ version, teamId })}
      />
      <DateField
        label={t('dueOn')}
        disabled={!mayChange}
        value={task.dueOn}
        onChange={(dueOn) => change.mutate({ version, dueOn })}
      />
    </Stack>
  );
}
