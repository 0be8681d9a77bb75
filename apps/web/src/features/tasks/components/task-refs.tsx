import { Stack, Text } from '@mantine/core';
import type { TaskRef } from '@uptake/contracts';
import { TaskStatusBadge } from '../../../components/badges.js';
import { ItemLink } from '../../../components/item-link.js';

/** Tasks beside this one, with where each stands. */
export function TaskRefs({ workspace, label, tasks }: { workspace: string; label: string; tasks: readonly TaskRef[] }) {
  if (tasks.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <Stack component="ul" gap="xs" mt={4} mb="sm" p={0} aria-label={label} style={{ listStyle: 'none' }}>
        {tasks.map(({ id, number, title, status }) => (
          <li key={id}>
            <ItemLink workspace={workspace} item={{ id, kind: 'task', reference: String(number), title }} />{' '}
            <TaskStatusBadge status={status} variant="quiet" />
          </li>
        ))}
      </Stack>
    </>
  );
}
